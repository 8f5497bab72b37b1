package jp.madoguchi.portal.application;

import java.util.UUID;

import gg.jte.Content;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.account.MailedLinks.Purpose;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.account.VisitorKey;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.fill.DeviceClass;
import jp.madoguchi.portal.wording.Reply;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The ways into an application: beginning it, coming back to it, and the links in mails.
 */
@Controller
class StartController {

    private final Catalogue catalogue;
    private final DraftDesk desk;
    private final DraftStore drafts;
    private final SubmissionStore submissions;
    private final MailedLinks links;
    private final Grants grants;

    StartController(Catalogue catalogue, DraftDesk desk, DraftStore drafts, SubmissionStore submissions,
            MailedLinks links, Grants grants) {
        this.catalogue = catalogue;
        this.desk = desk;
        this.drafts = drafts;
        this.submissions = submissions;
        this.links = links;
        this.grants = grants;
    }

    @PostMapping("/procedures/{procedure}/applications")
    Mono<ResponseEntity<Content>> start(@PathVariable String procedure, Visitor visitor, PageFrame frame,
            ServerWebExchange exchange) {
        return Mono.justOrEmpty(ProcedureId.isValid(procedure) ? new ProcedureId(procedure) : null)
                .flatMap(catalogue::current)
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-procedure", "この手続きは、いまオンラインで受け付けていません。")))
                .flatMap(edition -> desk.start(edition, visitor,
                        visitor.isSignedIn() ? null : VisitorKey.ensure(exchange), frame.language(),
                        DeviceClass.of(exchange.getRequest().getHeaders())))
                .map(draft -> Reply.see(onward(draft)));
    }

    /** Comes back to an application, wherever it stands. */
    @GetMapping("/applications/{draft}")
    Mono<ResponseEntity<Content>> comeBack(@PathVariable UUID draft, Visitor visitor, ServerWebExchange exchange) {
        return desk.open(draft, visitor)
                .delayUntil(open -> open.isOpen()
                        ? desk.comeBack(open, visitor, DeviceClass.of(exchange.getRequest().getHeaders()))
                        : Mono.empty())
                .flatMap(this::address).map(Reply::see);
    }

    /** As {@link #comeBack}, for one whose sign-in ended meanwhile: this address asks for it. */
    @GetMapping("/account/applications/{draft}")
    ResponseEntity<Content> signedInAgain(@PathVariable UUID draft) {
        return Reply.see(Addresses.draft(draft));
    }

    @GetMapping("/resume/{token}")
    Mono<ResponseEntity<Content>> resume(@PathVariable String token, ServerWebExchange exchange) {
        return byMail(Purpose.RESUME, token, exchange);
    }

    @GetMapping("/corrections/{token}")
    Mono<ResponseEntity<Content>> correct(@PathVariable String token, ServerWebExchange exchange) {
        return byMail(Purpose.CORRECT, token, exchange);
    }

    private Mono<ResponseEntity<Content>> byMail(Purpose purpose, String token, ServerWebExchange exchange) {
        return links.open(purpose, token).flatMap(drafts::find).switchIfEmpty(Mono.error(DraftDesk::notFound))
                .delayUntil(draft -> grants.grant(VisitorKey.ensure(exchange), draft.id(), Grants.DRAFT))
                .delayUntil(draft -> draft.isOpen()
                        ? desk.resumed(draft, DeviceClass.of(exchange.getRequest().getHeaders()))
                        : grantSubmission(draft, exchange))
                .flatMap(this::address).map(Reply::see);
    }

    /** The link of a draft that was handed in meanwhile shows what became of it. */
    private Mono<Void> grantSubmission(Draft draft, ServerWebExchange exchange) {
        return submission(draft)
                .flatMap(id -> grants.grant(VisitorKey.ensure(exchange), id, Grants.APPLICATION));
    }

    private Mono<UUID> submission(Draft draft) {
        var correction = draft.corrects();
        return correction == null ? submissions.ofDraft(draft.id()) : Mono.just(correction.submission());
    }

    private Mono<String> address(Draft draft) {
        if (!draft.isOpen() && draft.isErrand()) {
            return Mono.just(Addresses.handed(draft.id()));
        }
        return draft.isOpen()
                ? Mono.just(onward(draft))
                : submission(draft).map(Addresses::submission)
                        .defaultIfEmpty(Addresses.procedure(draft.procedure().id()));
    }

    /** Where the applicant was last, as far as that page is still asked. */
    private String onward(Draft draft) {
        return onward(draft, desk.filling(draft));
    }

    static String onward(Draft draft, Filling filling) {
        var ids = PageOrder.ids(filling);
        var last = draft.lastPage();
        if (draft.isCorrection() && last == null) {
            return Addresses.review(draft.id());
        }
        if (draft.procedure().isInterview() && filling.checkAll().isEmpty()) {
            return Addresses.bundle(draft.id());
        }
        var page = last == null ? ids.getFirst() : new PageId(last);
        return ids.contains(page)
                ? Addresses.page(draft.id(), filling.check(page).isEmpty() && last != null
                        ? PageOrder.unfinished(filling).orElse(page)
                        : page)
                : Addresses.page(draft.id(), ids.getFirst());
    }
}
