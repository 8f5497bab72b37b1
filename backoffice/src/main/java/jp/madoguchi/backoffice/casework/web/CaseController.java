package jp.madoguchi.backoffice.casework.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.casework.CaseAction;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.CaseworkSettings;
import jp.madoguchi.backoffice.casework.NoteKind;
import jp.madoguchi.backoffice.casework.WorkDrafts;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page of a case and its small actions; deciding and asking for a correction have pages of their own. */
@Controller
class CaseController {

    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_NOTE = 4000;

    private final CaseService cases;
    private final CasePages pages;
    private final CasePageService pageService;
    private final WorkDrafts drafts;
    private final Offices offices;
    private final CaseworkSettings settings;
    private final InstantSource clock;

    CaseController(CaseService cases, CasePages pages, CasePageService pageService, WorkDrafts drafts, Offices offices,
            CaseworkSettings settings,
            InstantSource clock) {
        this.cases = cases;
        this.pages = pages;
        this.pageService = pageService;
        this.drafts = drafts;
        this.offices = offices;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/cases/{id}")
    Mono<JteModel> show(@PathVariable UUID id, Staff staff, PageFrame frame) {
        return pages.page(id, staff, frame);
    }

    /** Keeps what is being typed. */
    @PostMapping("/cases/{id}/drafts/{form}")
    @Needs(CaseAction.NOTE)
    Mono<ResponseEntity<Void>> keepDraft(@PathVariable UUID id, @PathVariable String form, Staff staff,
            ServerWebExchange exchange) {
        if (!form.matches("[a-z-]{1,20}")) {
            return Mono.just(ResponseEntity.badRequest().build());
        }
        return cases.look(id, staff).then(exchange.getFormData())
                .flatMap(fields -> drafts.keep(id, staff, form, fields, opened(exchange)))
                .then(cases.renewLease(id, staff))
                .thenReturn(ResponseEntity.noContent().build());
    }

    /** When the page was made on which somebody types; now where it does not say. */
    private Instant opened(ServerWebExchange exchange) {
        var millis = exchange.getRequest().getQueryParams().getFirst("opened");
        return millis == null || !millis.matches("[0-9]{1,15}")
                ? clock.instant()
                : Instant.ofEpochMilli(Long.parseLong(millis));
    }

    @PostMapping("/cases/{id}/claim")
    @Needs(CaseAction.CLAIM)
    Mono<ResponseEntity<Content>> claim(@PathVariable UUID id, Staff staff, ServerWebExchange exchange) {
        return cases.make(id, staff, CaseAction.CLAIM, (file, now) -> file.claim(staff, now, settings.lease()))
                .then(back(id, exchange, "担当しました。"));
    }

    @PostMapping("/cases/{id}/release")
    @Needs(CaseAction.RELEASE)
    Mono<ResponseEntity<Content>> release(@PathVariable UUID id, Staff staff, ServerWebExchange exchange) {
        return cases.make(id, staff, CaseAction.RELEASE, (file, now) -> file.release(staff, now))
                .then(back(id, exchange, "担当を外れました。案件は未担当に戻りました。"));
    }

    @PostMapping("/cases/{id}/proceed")
    @Needs(CaseAction.PROCEED)
    Mono<ResponseEntity<Content>> proceed(@PathVariable UUID id, Staff staff, ServerWebExchange exchange) {
        return cases
                .make(id, staff, CaseAction.PROCEED,
                        (file, now) -> file.corrections().proceedWithout(staff, now, settings.lease()))
                .then(back(id, exchange, "審査を再開しました。"));
    }

    @PostMapping("/cases/{id}/record")
    @Needs(CaseAction.RECORD)
    Mono<ResponseEntity<Content>> record(@PathVariable UUID id, Staff staff, ServerWebExchange exchange) {
        return cases.make(id, staff, CaseAction.RECORD, (file, now) -> file.recordNotification(staff, now))
                .then(back(id, exchange, "届出を受理しました。申請者に知らせます。"));
    }

    @PostMapping("/cases/{id}/take-over")
    @Needs(CaseAction.TAKE_OVER)
    Mono<ResponseEntity<Content>> takeOver(@PathVariable UUID id, Staff staff, PageFrame frame,
            ServerWebExchange exchange) {
        return typed(id, staff, frame, exchange, "take-over", input -> {
            var reason = input.required("take-over", LONGEST_REASON, "引き取る理由を書いてください。");
            return () -> cases.make(id, staff, CaseAction.TAKE_OVER,
                    (file, now) -> file.takeOver(staff, reason, now, settings.lease()))
                    .then(back(id, exchange, "案件を引き取りました。"));
        });
    }

    @PostMapping("/cases/{id}/note")
    @Needs(CaseAction.NOTE)
    Mono<ResponseEntity<Content>> note(@PathVariable UUID id, Staff staff, PageFrame frame,
            ServerWebExchange exchange) {
        return typed(id, staff, frame, exchange, "note", input -> {
            var text = input.required("note", LONGEST_NOTE, "記録する内容を書いてください。");
            var kind = noteKind(input);
            return () -> cases
                    .make(id, staff, CaseAction.NOTE, (file, now) -> file.messages().note(staff, kind, text, now))
                    .then(back(id, exchange, "記録しました。"));
        });
    }

    private static NoteKind noteKind(CaseInput input) {
        try {
            return NoteKind.valueOf(input.text("kind"));
        } catch (IllegalArgumentException unknown) {
            input.object("kind", "記録の種類を選んでください。");
            return NoteKind.OTHER;
        }
    }

    @PostMapping("/cases/{id}/message")
    @Needs(CaseAction.MESSAGE)
    Mono<ResponseEntity<Content>> message(@PathVariable UUID id, Staff staff, PageFrame frame,
            ServerWebExchange exchange) {
        return typed(id, staff, frame, exchange, "message", input -> {
            var text = input.required("message", LONGEST_NOTE, "申請者に送る内容を書いてください。");
            int seen = input.number("seen");
            return () -> cases
                    .make(id, staff, CaseAction.MESSAGE, (file, now) -> file.messages().send(staff, text, seen, now))
                    .then(back(id, exchange, "申請者にメッセージを送りました。"));
        });
    }

    /** What the applicant wrote needs no answer; who says so is kept. */
    @PostMapping("/cases/{id}/messages/read")
    @Needs(CaseAction.READ)
    Mono<ResponseEntity<Content>> readMessages(@PathVariable UUID id, Staff staff, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> {
            int upTo = new CaseInput(fields).number("seen");
            return cases.make(id, staff, CaseAction.READ, (file, now) -> file.messages().read(staff, upTo, now))
                    .then(back(id, exchange, "メッセージを読んだことを記録しました。"));
        });
    }

    @PostMapping("/cases/{id}/transfer")
    @Needs(CaseAction.TRANSFER)
    Mono<ResponseEntity<Content>> transfer(@PathVariable UUID id, Staff staff, PageFrame frame,
            ServerWebExchange exchange) {
        return offices.all().map(office -> office.code()).collectList()
                .flatMap(known -> typed(id, staff, frame, exchange, "transfer", input -> {
                    var reason = input.required("transfer", LONGEST_REASON, "移す理由を書いてください。");
                    var office = input.text("office");
                    if (!known.contains(office)) {
                        input.object("office", "移す先の窓口を選んでください。");
                    }
                    return () -> cases
                            .make(id, staff, CaseAction.TRANSFER,
                                    (file, now) -> file.transfer(staff, office, reason, now))
                            .then(pageService.back(exchange, "/queue", "案件をほかの窓口に移しました。"));
                }));
    }

    @PostMapping("/cases/{id}/reopen")
    @Needs(CaseAction.REOPEN)
    Mono<ResponseEntity<Content>> reopen(@PathVariable UUID id, Staff staff, PageFrame frame,
            ServerWebExchange exchange) {
        return typed(id, staff, frame, exchange, "reopen", input -> {
            var reason = input.required("reopen", LONGEST_REASON, "再開する理由を書いてください。");
            return () -> cases.make(id, staff, CaseAction.REOPEN, (file, now) -> file.reopen(staff, reason, now))
                    .then(back(id, exchange, "審査を再開しました。案件は未担当に戻りました。"));
        });
    }

    /** What to do once the input is clean. */
    private interface Deed {
        Mono<ResponseEntity<Content>> run();
    }

    /** Reads a small form; where something is wrong the page comes again with the message beside it and nothing lost. */
    private Mono<ResponseEntity<Content>> typed(UUID id, Staff staff, PageFrame frame, ServerWebExchange exchange,
            String form, Function<CaseInput, Deed> reading) {
        return exchange.getFormData().flatMap(fields -> {
            var input = new CaseInput(fields);
            var deed = reading.apply(input);
            if (input.isClean()) {
                // Where the case has moved on, what was written stays with it.
                return deed.run()
                        .onErrorResume(Refusal.class,
                                refused -> drafts.keep(id, staff, form, fields).onErrorComplete()
                                        .then(Mono.error(refused)))
                        .flatMap(answer -> drafts.forget(id, staff, form).thenReturn(answer));
            }
            return pages.page(id, staff, frame, fields, input.problems())
                    .map(page -> Reply.page(422, page));
        });
    }

    private Mono<ResponseEntity<Content>> back(UUID id, ServerWebExchange exchange, String message) {
        return pageService.back(exchange, "/cases/" + id, message);
    }
}
