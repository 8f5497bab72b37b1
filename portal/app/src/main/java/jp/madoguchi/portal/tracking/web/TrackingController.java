package jp.madoguchi.portal.tracking.web;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import gg.jte.Content;
import jp.madoguchi.platform.input.InputGuard;
import jp.madoguchi.platform.outbox.MailOutbox;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.portal.correction.Corrections;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.submission.SubmissionStanding;
import jp.madoguchi.portal.submission.SubmissionStandings;
import jp.madoguchi.portal.tracking.ApplicationLinks;
import jp.madoguchi.portal.tracking.CorrespondenceStore;
import jp.madoguchi.portal.tracking.DocumentStore;
import jp.madoguchi.portal.tracking.MailAgain;
import jp.madoguchi.portal.tracking.TrackingService;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * One application after it was handed in.
 */
@Controller
@RequestMapping("/tracking/{submission}")
class TrackingController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final SubmissionStandings standings;
    private final CorrespondenceStore correspondence;
    private final Corrections corrections;
    private final DocumentStore documents;
    private final TrackingService trackingService;
    private final Catalogue catalogue;
    private final ApplicationLinks links;
    private final Grants grants;
    private final MailOutbox mails;
    private final MailAgain again;
    private final InstantSource clock;

    TrackingController(SubmissionStandings standings, CorrespondenceStore correspondence, Corrections corrections,
            DocumentStore documents, TrackingService trackingService,
            Catalogue catalogue, ApplicationLinks links, Grants grants, MailOutbox mails, MailAgain again,
            InstantSource clock) {
        this.again = again;
        this.corrections = corrections;
        this.standings = standings;
        this.correspondence = correspondence;
        this.documents = documents;
        this.trackingService = trackingService;
        this.catalogue = catalogue;
        this.links = links;
        this.grants = grants;
        this.mails = mails;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<Content>> track(@PathVariable UUID submission, Visitor visitor, PageFrame frame,
            ServerWebExchange exchange) {
        var said = exchange.getRequest().getQueryParams().keySet().stream()
                .filter(List.of("sent", "withdrawn", "corrected", "links-ended", "way", "mailed", "wait",
                        "word-set", "correction-over")::contains)
                .findFirst().orElse("");
        return mine(submission, visitor).flatMap(standing -> page(standing, frame, "", "", said)).map(Reply::page);
    }

    /** The mail that told of the arrival, once more; also from the receipt. */
    @PostMapping("/mail")
    Mono<ResponseEntity<Content>> mailAgain(@PathVariable UUID submission, Visitor visitor,
            ServerWebExchange exchange) {
        return standings.findReceipt(submission, visitor, clock.instant())
                .switchIfEmpty(Mono.error(SubmissionStandings::notFound)).zipWith(exchange.getFormData())
                .flatMap(both -> {
                    var back = "/tracking/" + submission + (both.getT2().containsKey("back") ? "/receipt" : "");
                    return again.receipt(both.getT1(), exchange.getRequest()).thenReturn(Reply.see(back + "?mailed"))
                            .onErrorResume(Refusal.TooMany.class, many -> Mono.just(Reply.see(back + "?wait")));
                });
    }

    @PostMapping("/messages")
    Mono<ResponseEntity<Content>> write(@PathVariable UUID submission, Visitor visitor, PageFrame frame,
            ServerWebExchange exchange) {
        return mine(submission, visitor).zipWith(exchange.getFormData()).flatMap(both -> {
            var text = typed(both.getT2(), "text");
            var wrong = TrackingService.whatIsWrong(text, Wording.in(frame.language()));
            return wrong.isEmpty()
                    ? trackingService.write(both.getT1(), text)
                            .thenReturn(Reply.see("/tracking/" + submission + "?sent#messages"))
                    : page(both.getT1(), frame, text, wrong, "").map(content -> Reply.page(422, content));
        });
    }

    @GetMapping("/withdraw")
    Mono<ResponseEntity<Content>> askWithdraw(@PathVariable UUID submission, Visitor visitor, PageFrame frame) {
        var wording = Wording.in(frame.language());
        return mine(submission, visitor).zipWhen(this::edition)
                .map(both -> both.getT1().mayBeWithdrawn()
                        ? Reply.page(TEMPLATES.trackingWithdraw(frame.titled(wording.text("withdraw.title")), wording,
                                both.getT1(), number(both.getT1()), both.getT2(), "", ""))
                        : Reply.see("/tracking/" + submission));
    }

    @PostMapping("/withdraw")
    Mono<ResponseEntity<Content>> withdraw(@PathVariable UUID submission, Visitor visitor, PageFrame frame,
            ServerWebExchange exchange) {
        return mine(submission, visitor).zipWith(exchange.getFormData()).flatMap(both -> {
            var standing = both.getT1();
            var reason = typed(both.getT2(), "reason");
            var wording = Wording.in(frame.language());
            var wrong = TrackingService.whatIsWrongWithReason(reason, wording);
            return wrong.isEmpty()
                    ? trackingService.withdraw(standing, reason)
                            .thenReturn(Reply.see("/tracking/" + submission + "?withdrawn"))
                    : edition(standing).map(edition -> Reply.page(422,
                            TEMPLATES.trackingWithdraw(frame.titled(wording.text("withdraw.title")), wording, standing,
                                    number(standing), edition, reason, wrong)));
        });
    }

    private static String typed(MultiValueMap<String, String> form, String field) {
        var typed = form.getFirst(field);
        return typed == null ? "" : InputGuard.cleaned(typed);
    }

    @PostMapping("/notice-way")
    Mono<ResponseEntity<Content>> chooseNoticeWay(@PathVariable UUID submission, Visitor visitor,
            ServerWebExchange exchange) {
        return mine(submission, visitor).zipWith(exchange.getFormData())
                .flatMap(both -> trackingService.chooseNoticeWay(both.getT1(),
                        switch (String.valueOf(both.getT2().getFirst("way"))) {
                            case "electronic" -> true;
                            case "paper" -> false;
                            default -> throw new Refusal.Malformed("no-such-way", "送られた操作を読み取れませんでした。画面を開き直してください。");
                        }))
                .thenReturn(Reply.see("/tracking/" + submission + "?way#notice-way"));
    }

    /** For whoever fears that a mail went astray: the links in all mails so far, and what they opened, are worth nothing. */
    @PostMapping("/links")
    Mono<ResponseEntity<Content>> endLinks(@PathVariable UUID submission, Visitor visitor) {
        return mine(submission, visitor)
                .flatMap(standing -> links.revoke(submission)
                        .then(grants.revokeElsewhere(visitor.keyHashOrNone(), submission)))
                .thenReturn(Reply.see("/tracking/" + submission + "?links-ended"));
    }

    private Mono<SubmissionStanding> mine(UUID submission, Visitor visitor) {
        return standings.find(submission, visitor, clock.instant())
                .switchIfEmpty(Mono.error(SubmissionStandings::notFound));
    }

    private Mono<Edition> edition(SubmissionStanding standing) {
        return catalogue.edition(standing.procedure(), standing.version());
    }

    private Mono<Content> page(SubmissionStanding standing, PageFrame frame, String text, String textError,
            String said) {
        var wording = Wording.in(frame.language());
        return Mono.zipDelayError(edition(standing), correspondence.messages(standing.id()).collectList(),
                corrections.requestedOf(standing.id()).collectList(), documents.available(standing.id()).collectList(),
                unreached(standing, wording))
                .map(found -> TEMPLATES.trackingTrack(frame.titled(wording.text("track.title")), wording,
                        new TrackPage(standing, number(standing), found.getT1(),
                                Step.of(standing, found.getT1().procedure().kind()), found.getT2(), found.getT3(),
                                found.getT4(), text, textError, said, found.getT5())));
    }

    private Mono<String> unreached(SubmissionStanding standing, Wording wording) {
        return Mono.justOrEmpty(standing.mail()).flatMap(mails::unreachedSince).map(wording::date).defaultIfEmpty("");
    }

    private static String number(SubmissionStanding standing) {
        return standing.receiptNumber().grouped();
    }
}
