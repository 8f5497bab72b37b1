package jp.madoguchi.backoffice.decision.web;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.casework.AccessLog;
import jp.madoguchi.backoffice.casework.CaseAction;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.PaperNotices;
import jp.madoguchi.backoffice.casework.web.CaseInput;
import jp.madoguchi.backoffice.casework.web.CasePageService;
import jp.madoguchi.backoffice.casework.web.Needs;
import jp.madoguchi.backoffice.decision.NoticeService;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pdf.PaperBinder;
import jp.madoguchi.platform.pdf.Replaced;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.security.PageHeaders;
import jp.madoguchi.platform.realm.Role;
import jp.madoguchi.platform.store.ObjectStore;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The notices an office sends by post (電子通知に同意のない方): printing them, and keeping the day they were posted. */
@Controller
class PostingController {

    private static final StaticTemplates PAGES = new StaticTemplates();
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int LONGEST_REASON = 1000;
    private static final String PRINTED_ELSEWHERE = "printed-elsewhere";

    private final PaperNotices notices;
    private final NoticeService letters;
    private final CaseService cases;
    private final CasePageService pageService;
    private final AccessLog accesses;
    private final ObjectStore store;
    private final PaperBinder binder;
    private final InstantSource clock;

    PostingController(PaperNotices notices, NoticeService letters, CaseService cases, CasePageService pageService,
            AccessLog accesses, ObjectStore store, PaperBinder binder, InstantSource clock) {
        this.notices = notices;
        this.letters = letters;
        this.cases = cases;
        this.pageService = pageService;
        this.accesses = accesses;
        this.store = store;
        this.binder = binder;
        this.clock = clock;
    }

    /**
     * @param after the last waiting notice of the page before
     * @param postedAfter the last posted one
     */
    @GetMapping("/posting")
    Mono<JteModel> list(Staff staff, PageFrame frame, @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID postedAfter) {
        return page(staff, frame, new CaseInput(new LinkedMultiValueMap<>()), after,
                postedAfter);
    }

    /** One form with two buttons: print what is ticked, or note that it was posted. */
    @PostMapping("/posting")
    Mono<ResponseEntity<?>> work(Staff staff, PageFrame frame, ServerWebExchange exchange) {
        mayPost(staff);
        return exchange.getFormData().flatMap(fields -> chosen(staff, new CaseInput(fields)).flatMap(chosen -> {
            var input = new CaseInput(fields);
            if (!chosen.gone().isEmpty()) {
                input.object("document", chosen.goneInWords());
            } else if (chosen.rows().isEmpty()) {
                input.object("document", "郵送する通知を選んでください。");
            }
            if (fields.containsKey("print")) {
                return input.isClean() ? print(staff, chosen.rows()) : again(staff, frame, input);
            }
            var day = day(input);
            var unprinted = chosen.unprinted();
            if (!unprinted.isEmpty() && !saidPrintedElsewhere(input).containsAll(chosen.unprintedDocuments())) {
                input.object(PRINTED_ELSEWHERE, "この画面で印刷していない通知があります（" + unprinted
                        + "）。先に印刷してください。この画面の外で印刷して発送したときは、印を付けて、もう一度押してください。");
            }
            return input.isClean() && day != null
                    ? post(staff, frame, exchange, input, chosen.rows(), day)
                    : again(staff, frame, input);
        }));
    }

    /** What was ticked: what of it still waits, and what does so no longer. */
    private record Chosen(List<PaperNotices.Row> rows, List<PaperNotices.Gone> gone) {

        /** Nothing is printed or posted in silence without what was meant to be among it. */
        String goneInWords() {
            var named = gone.stream().map(one -> one.number() + "：" + one.why()).collect(Collectors.joining("、"));
            return "選んだ通知のうち、次のものは郵送を待っていません（" + named + "）。"
                    + (rows.isEmpty() ? "" : "残りの" + rows.size() + "件は選んだままです。よければ、もう一度押してください。");
        }

        Set<UUID> unprintedDocuments() {
            return rows.stream().filter(row -> row.printedAt() == null).map(PaperNotices.Row::document)
                    .collect(Collectors.toSet());
        }

        String unprinted() {
            return rows.stream().filter(row -> row.printedAt() == null).map(PaperNotices.Row::number)
                    .collect(Collectors.joining("、"));
        }
    }

    private Mono<Chosen> chosen(Staff staff, CaseInput input) {
        var ticked = ticked(input);
        return notices.waitingAmong(staff, ticked).collectList()
                .flatMap(rows -> notices.goneAmong(staff, ticked).collectList().map(gone -> new Chosen(rows, gone)));
    }

    /** A mistaken mark is taken back, with the reason. */
    @PostMapping("/cases/{id}/posting/undo")
    @Needs(CaseAction.UNDO_POSTING)
    Mono<ResponseEntity<?>> undo(@PathVariable UUID id, Staff staff, PageFrame frame, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> {
            var input = new CaseInput(fields);
            var reason = input.required("reason-" + id, LONGEST_REASON, "取り消す理由を書いてください。");
            return input.isClean()
                    ? cases.make(id, staff, CaseAction.UNDO_POSTING,
                            (file, now) -> file.delivery().undoPosting(staff, reason, now))
                            .then(pageService.back(exchange, "/posting", "発送の記録を取り消しました。通知は、郵送待ちに戻りました。"))
                            .<ResponseEntity<?>>map(answer -> answer).onErrorResume(Refusal.Conflict.class, refused -> {
                                input.object("reason-" + id, refused.message());
                                return again(staff, frame, input, 409);
                            })
                    : again(staff, frame, input);
        });
    }

    private Mono<ResponseEntity<?>> print(Staff staff, List<PaperNotices.Row> chosen) {
        return Flux.fromIterable(chosen)
                .concatMap(row -> accesses.looked(row.caseId(), staff, "通知書の印刷").then(bytes(row.storeKey())))
                .collectList().flatMap(binder::bind)
                .delayUntil(pdf -> notices.printed(chosen.stream().map(PaperNotices.Row::document).toList(),
                        clock.instant()))
                .map(pdf -> {
                    var answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF);
                    return answer.headers(PageHeaders::forSentFile).body(pdf);
                });
    }

    private Mono<byte[]> bytes(String key) {
        return DataBufferUtils.join(store.get(key), MOST_BYTES).map(PostingController::taken);
    }

    private static byte[] taken(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** One case at a time: what one of them cannot do does not undo the others, and is named. */
    private Mono<ResponseEntity<?>> post(Staff staff, PageFrame frame, ServerWebExchange exchange, CaseInput input,
            List<PaperNotices.Row> chosen, LocalDate day) {
        return Flux.fromIterable(chosen)
                .concatMap(row -> cases
                        .make(row.caseId(), staff, CaseAction.POST,
                                (file, now) -> file.delivery().post(staff, row.document(), day, now))
                        .thenReturn("").onErrorResume(Refusal.class,
                                refused -> Mono.just(row.number() + "：" + refused.message())))
                .filter(problem -> !problem.isEmpty()).collectList().flatMap(problems -> {
                    if (problems.isEmpty()) {
                        return pageService.back(exchange, "/posting", chosen.size() + "件を発送済みにしました。")
                                .<ResponseEntity<?>>map(answer -> answer);
                    }
                    int done = chosen.size() - problems.size();
                    input.object("posted-on",
                            (done == 0 ? "" : done + "件を発送済みにしました。次のものはできませんでした。　") + String.join("　", problems));
                    return again(staff, frame, input);
                });
    }

    private @Nullable LocalDate day(CaseInput input) {
        try {
            var day = LocalDate.parse(input.text("posted-on"));
            if (day.isAfter(BusinessCalendar.dayOf(clock.instant()))) {
                input.object("posted-on", "発送日は、今日か、それより前の日にしてください。");
            }
            return day;
        } catch (DateTimeException unreadable) {
            input.object("posted-on", "発送日を入力してください。");
            return null;
        }
    }

    private static Set<UUID> ticked(CaseInput input) {
        return ids(input.all("document").stream());
    }

    /** The tick is for the notices that the page named, and for no other that is chosen afterwards. */
    private static Set<UUID> saidPrintedElsewhere(CaseInput input) {
        return ids(Stream.of(input.text(PRINTED_ELSEWHERE).split(PostingView.BETWEEN)));
    }

    private static Set<UUID> ids(Stream<String> typed) {
        return typed.flatMap(text -> {
            try {
                return Stream.of(UUID.fromString(text));
            } catch (IllegalArgumentException none) {
                return Stream.empty();
            }
        }).collect(Collectors.toSet());
    }

    private Mono<ResponseEntity<?>> again(Staff staff, PageFrame frame, CaseInput input) {
        return again(staff, frame, input, 422);
    }

    private Mono<ResponseEntity<?>> again(Staff staff, PageFrame frame, CaseInput input, int status) {
        return page(staff, frame, input, uuid(input.text("after")), uuid(input.text("postedAfter")))
                .map(page -> Reply.page(status, page));
    }

    private static void mayPost(Staff staff) {
        if (!staff.is(Role.CLERK)
                && !staff.is(Role.APPROVER)) {
            throw new Refusal.Forbidden("no-right", "郵送する通知を見る権限がありません。");
        }
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private Mono<JteModel> page(Staff staff, PageFrame frame, CaseInput input, @Nullable UUID after,
            @Nullable UUID postedAfter) {
        mayPost(staff);
        return notices.waiting(staff, after).zipWith(notices.posted(staff, postedAfter))
                .map(lists -> PAGES.decisionPosting(frame.titled("郵送する通知"),
                        new PostingView(lists.getT1(), lists.getT2(), after, postedAfter, input, ticked(input),
                                BusinessCalendar.dayOf(clock.instant()), replaced(lists.getT1().rows()))));
    }

    private Map<UUID, List<Replaced>> replaced(List<PaperNotices.Row> rows) {
        return rows.stream().collect(Collectors.toMap(PaperNotices.Row::document,
                row -> letters.replaced(row.applicant())));
    }
}
