package jp.madoguchi.backoffice.intake;

import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.Actor;
import jp.madoguchi.backoffice.casework.CaseRecords;
import jp.madoguchi.backoffice.casework.Stranded;
import jp.madoguchi.backoffice.casework.Unreached;
import jp.madoguchi.backoffice.dispatch.Backlog;
import jp.madoguchi.backoffice.intake.IntakeView.Scanning;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.exchange.PortalExchange;
import jp.madoguchi.platform.input.InputGuard;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.Flash;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** What is stuck on the way from and to the portal, or at no office, for the administrator. Nothing personal is shown. */
@Controller
class IntakeController {

    private static final StaticTemplates PAGES = new StaticTemplates();
    private static final int LONGEST_REASON = 400;
    /** The page is not kept waiting by a portal that is away. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final RetryQueue retries;
    private final Backlog backlog;
    private final Stranded stranded;
    private final Offices offices;
    private final Unreached unreached;
    private final PortalExchange portal;
    private final CaseRecords records;
    private final PortalContact contact;

    IntakeController(RetryQueue retries, Backlog backlog, Stranded stranded, Offices offices, Unreached unreached,
            CaseRecords records, PortalExchange portal, PortalContact contact) {
        this.portal = portal;
        this.records = records;
        this.contact = contact;
        this.retries = retries;
        this.backlog = backlog;
        this.stranded = stranded;
        this.offices = offices;
        this.unreached = unreached;
    }

    /**
     * Where what hangs shall go.
     *
     * @param parked consignments that belong to no office
     * @param cases cases of closed offices
     */
    public record Choice(@Nullable String office, @Nullable String reason, @Nullable List<UUID> parked,
            @Nullable List<UUID> cases) {

        static final Choice NONE = new Choice("", "", List.of(), List.of());

        public boolean has(UUID id) {
            return chosen(parked).contains(id) || chosen(cases).contains(id);
        }

        public String officeOrNone() {
            return office == null ? "" : office;
        }

        public String reasonOrNone() {
            return reason == null ? "" : InputGuard.cleaned(reason);
        }

        private static List<UUID> chosen(@Nullable List<UUID> ids) {
            return ids == null ? List.of() : ids;
        }

        List<String> wrong() {
            var wrong = new ArrayList<String>();
            if (chosen(parked).isEmpty() && chosen(cases).isEmpty()) {
                wrong.add("振り分けるものを、一つ以上選んでください。");
            }
            if (officeOrNone().isBlank()) {
                wrong.add("担当にする窓口を選んでください。");
            }
            if (reasonOrNone().isEmpty()) {
                wrong.add("この窓口にする理由を入力してください。案件の経過に残ります。");
            } else if (reasonOrNone().codePointCount(0, reasonOrNone().length()) > LONGEST_REASON) {
                wrong.add("理由は400文字以内で入力してください。");
            }
            var trouble = InputGuard.trouble(reasonOrNone(), "ja");
            if (!trouble.isEmpty()) {
                wrong.add(trouble);
            }
            return wrong;
        }
    }

    @GetMapping("/intake")
    Mono<JteModel> stuck(PageFrame frame) {
        return page(frame, Choice.NONE, List.of());
    }

    @PostMapping("/intake/{id}/retry")
    Mono<ResponseEntity<Content>> retry(@PathVariable UUID id) {
        return retries.tryNow(id).thenReturn(
                Reply.see("/intake"));
    }

    /** All that wait for one reason; what comes of each is on the page, where those that still cannot be taken over stay. */
    @PostMapping("/intake/retries")
    Mono<ResponseEntity<Content>> retryAlike(WebSession session, @ModelAttribute Alike alike) {
        return retries.tryNow(alike.typeOrNone(), alike.reasonOrNone())
                .map(count -> onward(session, count > 0,
                        "%d 件を、いまから取り込み直します。取り込めないものは、この画面に残ります。".formatted(count),
                        "この理由で待っているものは、もうありません。"));
    }

    /** Of which kind, and for which reason. */
    public record Alike(@Nullable String type, @Nullable String reason) {

        String typeOrNone() {
            return type == null ? "" : type;
        }

        String reasonOrNone() {
            return reason == null ? "" : reason;
        }
    }

    @PostMapping("/intake/routing")
    Mono<ResponseEntity<Content>> route(PageFrame frame, Staff staff, WebSession session,
            @ModelAttribute Choice choice) {
        var wrong = choice.wrong();
        return wrong.isEmpty()
                ? offices.open(choice.officeOrNone())
                        .flatMap(office -> retries
                                .route(Choice.chosen(choice.parked()), office, Actor.of(staff), choice.reasonOrNone())
                                .zipWith(stranded.reroute(Choice.chosen(choice.cases()), office.code(), staff,
                                        choice.reasonOrNone()))
                                .map(done -> {
                                    new Flash(Tone.SUCCESS, "%sに %d 件を振り分けました。".formatted(office.name(),
                                            done.getT1() + done.getT2())).leaveIn(session.getAttributes());
                                    return Reply.see("/intake");
                                }))
                        .switchIfEmpty(
                                Mono.defer(() -> refused(frame, choice, List.of("この窓口は閉じられています。ほかの窓口を選んでください。"))))
                : refused(frame, choice, wrong);
    }

    private Mono<ResponseEntity<Content>> refused(PageFrame frame, Choice choice, List<String> wrong) {
        return page(frame, choice, wrong)
                .map(page -> Reply.page(422, page));
    }

    @PostMapping("/intake/offices/{code}/close")
    Mono<ResponseEntity<Content>> close(WebSession session, @PathVariable String code) {
        return offices.close(code).map(closed -> onward(session, closed,
                "窓口を閉じました。残っている案件は「窓口の決まらないもの」から振り分けてください。"));
    }

    @PostMapping("/intake/offices/{code}/reopen")
    Mono<ResponseEntity<Content>> reopen(WebSession session, @PathVariable String code) {
        return offices.reopen(code).map(opened -> onward(session, opened, "窓口をふたたび開きました。"));
    }

    private static ResponseEntity<Content> onward(WebSession session, boolean done, String message) {
        return onward(session, done, message, "この窓口は、すでに変更されています。");
    }

    private static ResponseEntity<Content> onward(WebSession session, boolean done, String message, String otherwise) {
        new Flash(done ? Tone.SUCCESS : Tone.WARNING, done ? message : otherwise)
                .leaveIn(session.getAttributes());
        return Reply.see("/intake");
    }

    private Mono<Scanning> scanning() {
        return portal.state().timeout(TIMEOUT).map(state -> state.filesScanned() ? Scanning.ON : Scanning.OFF)
                .onErrorReturn(Scanning.UNKNOWN);
    }

    private Mono<JteModel> page(PageFrame frame, Choice choice, List<String> wrong) {
        return Mono
                .zipDelayError(Mono.zip(retries.all().collectList(), retries.alike().collectList()),
                        backlog.stuck().collectList(),
                        stranded.all().collectList(), offices.all().collectList(), offices.closed().collectList(),
                        unreached.all().collectList(), records.broken(), scanning())
                .map(read -> PAGES.intakePage(frame.titled("連携の状況"),
                        new IntakeView(read.getT1().getT1(), read.getT1().getT2(), read.getT2(), read.getT3(),
                                read.getT4(), read.getT5(),
                                read.getT6(), choice, wrong, read.getT7(), read.getT8(), contact.last().orElse(null),
                                contact.isSilent())));
    }
}
