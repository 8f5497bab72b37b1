package jp.madoguchi.portal.resume;

import java.util.Optional;
import java.util.UUID;
import gg.jte.Content;
import jp.madoguchi.forms.japanese.MailAddress;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.AskedView;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftCompletions;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.portal.notice.MailLimits;
import jp.madoguchi.portal.notice.NoticeMails;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Leaving an application: to go on later, or for good.
 */
@Controller
class LaterController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final DraftService draftService;
    private final DraftCompletions completions;
    private final MailedLinks links;
    private final NoticeMails mails;
    private final MailLimits limits;
    private final TransactionalOperator transaction;

    LaterController(DraftService draftService, DraftCompletions completions, MailedLinks links, NoticeMails mails,
            MailLimits limits,
            TransactionalOperator transaction) {
        this.draftService = draftService;
        this.completions = completions;
        this.links = links;
        this.mails = mails;
        this.limits = limits;
        this.transaction = transaction;
    }

    @GetMapping("/applications/{draft}/later")
    Mono<ResponseEntity<Content>> later(@PathVariable UUID draft, Visitor visitor, PageFrame frame,
            ServerWebExchange exchange) {
        boolean sent = exchange.getRequest().getQueryParams().containsKey("sent");
        return draftService.open(draft, visitor).flatMap(open -> open.isOpen()
                ? page(frame, open, knownMail(open, visitor), "", sent).map(Reply::page)
                // Handed in, or over: nothing is kept to go on with, and what became of it is told there.
                : Mono.just(Reply.see(Addresses.draft(draft))));
    }

    @PostMapping("/applications/{draft}/later")
    Mono<ResponseEntity<Content>> mail(@PathVariable UUID draft, Visitor visitor, PageFrame frame,
            ServerWebExchange exchange) {
        return draftService.open(draft, visitor).zipWith(exchange.getFormData()).flatMap(both -> {
            var open = both.getT1();
            if (!open.isOpen()) {
                return Mono.just(Reply.see(Addresses.draft(draft)));
            }
            var typed = Optional.ofNullable(both.getT2().getFirst("mail")).orElse("");
            var flaw = MailAddress.flawOf(typed);
            if (flaw.isPresent()) {
                var wording = Wording.in(frame.language());
                return page(frame, open, typed, wording.text(flaw.get().words()), false)
                        .map(content -> Reply.page(422, content));
            }
            var mail = MailAddress.read(typed).orElseThrow().value();
            return limits.take(MailLimits.ASKED_FOR, mail, exchange.getRequest())
                    .then(links.issue(MailedLinks.Purpose.RESUME, draft)
                            .flatMap(link -> mails.resume(mail, open.language().tag(), open.procedure(), link))
                            .as(transaction::transactional))
                    .thenReturn(Reply.see(Addresses.later(draft) + "?sent"))
                    .onErrorResume(Refusal.TooMany.class, many -> page(frame, open, typed,
                            Wording.in(frame.language()).text("mail.too-many", MailLimits.minutes(many)), false)
                            .map(content -> Reply.later(many.retryAfter(), content)));
        });
    }

    @PostMapping("/applications/{draft}/discard")
    Mono<ResponseEntity<Content>> discard(@PathVariable UUID draft, Visitor visitor) {
        return draftService.open(draft, visitor).filter(open -> open.isOpen() && open.purpose().isOwn())
                .flatMap(draftService::discard)
                .thenReturn(Reply.see("/?discarded"));
    }

    private static String knownMail(Draft draft, Visitor visitor) {
        var mail = draft.mailOf(draft.answers(), visitor);
        return mail == null ? "" : mail;
    }

    private Mono<Content> page(PageFrame frame, Draft draft, String mail, String error, boolean sent) {
        var wording = new Wording(draft.languageFor(frame.language()));
        return completions.of(draft).asked(draft).map(asked -> TEMPLATES.resumeLater(
                frame.titled(wording.text("later.title")), wording,
                new LaterPage(draft, mail, error, sent, asked.map(AskedView::answerBy).orElse(""))));
    }
}
