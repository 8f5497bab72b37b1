package jp.madoguchi.portal.resume;

import java.util.UUID;
import gg.jte.Content;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.LinkPage;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.account.MailedLinks.Purpose;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.account.VisitorKey;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftChanges;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.portal.draft.DraftStore;
import jp.madoguchi.portal.draft.Onward;
import jp.madoguchi.portal.fill.DeviceClass;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.submission.SecondItem;
import jp.madoguchi.portal.submission.SubmissionStandings;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The mailed links to drafts. A draft moves to the browser that presses the button; it is never shared. One of an account is
 * opened by signing in, and a correction shows answers that were handed in, so it asks for more than the link.
 */
@Controller
class LinkController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final MailedLinks links;
    private final DraftStore drafts;
    private final DraftChanges changes;
    private final DraftService draftService;
    private final Onward onward;
    private final SubmissionStandings submissions;
    private final SecondItem second;
    private final Grants grants;

    LinkController(MailedLinks links, DraftStore drafts, DraftChanges changes, DraftService draftService, Onward onward,
            SubmissionStandings submissions, SecondItem second, Grants grants) {
        this.changes = changes;
        this.submissions = submissions;
        this.links = links;
        this.drafts = drafts;
        this.draftService = draftService;
        this.onward = onward;
        this.second = second;
        this.grants = grants;
    }

    @GetMapping("/resume/{token}")
    Mono<ResponseEntity<Content>> resume(@PathVariable String token, Visitor visitor, PageFrame frame) {
        return draft(Purpose.RESUME, token).flatMap(draft -> show(draft, visitor, frame, "/resume/" + token, ""));
    }

    @PostMapping("/resume/{token}")
    Mono<ResponseEntity<Content>> move(@PathVariable String token, Visitor visitor, PageFrame frame,
            ServerWebExchange exchange) {
        return draft(Purpose.RESUME, token)
                .flatMap(draft -> press(draft, visitor, frame, "/resume/" + token, exchange));
    }

    @GetMapping("/corrections/{token}")
    Mono<ResponseEntity<Content>> correct(@PathVariable String token, Visitor visitor, PageFrame frame) {
        return draft(Purpose.CORRECT, token)
                .flatMap(draft -> show(draft, visitor, frame, "/corrections/" + token, ""));
    }

    @PostMapping("/corrections/{token}")
    Mono<ResponseEntity<Content>> begin(@PathVariable String token, Visitor visitor, PageFrame frame,
            ServerWebExchange exchange) {
        return draft(Purpose.CORRECT, token)
                .flatMap(draft -> press(draft, visitor, frame, "/corrections/" + token, exchange));
    }

    private Mono<Draft> draft(Purpose purpose, String token) {
        return links.open(purpose, token).flatMap((UUID id) -> drafts.find(id))
                .switchIfEmpty(Mono.error(DraftService::notFound))
                .filter(draft -> !"discarded".equals(draft.closedAs()) || isCorrection(draft))
                .switchIfEmpty(Mono.error(() -> new Refusal.Gone("draft-discarded",
                        "この申請は、途中でやめて入力内容を削除したため、開けません。申請するときは、はじめから入力してください。")));
    }

    private Mono<ResponseEntity<Content>> show(Draft draft, Visitor visitor, PageFrame frame, String action,
            String error) {
        var account = draft.account();
        if (account != null && account.equals(visitor.account())) {
            return Mono.just(Reply.see(Addresses.draft(draft.id())));
        }
        var what = draft.isOpen() ? isCorrection(draft) ? "correct" : "resume" : "track";
        return guard(draft).hasElement()
                .map(guarded -> new LinkPage(what, action, guarded,
                        account == null ? "" : "/account/applications/" + draft.id(), error))
                .map(sheet -> {
                    var wording = Wording.in(frame.language());
                    return Reply.page(error.isEmpty() ? 200 : 422, TEMPLATES.accountLink(
                            frame.titled(wording.text("link." + what + ".title")), wording, sheet));
                });
    }

    private Mono<ResponseEntity<Content>> press(Draft draft, Visitor visitor, PageFrame frame, String action,
            ServerWebExchange exchange) {
        if (draft.account() != null) {
            return show(draft, visitor, frame, action, "");
        }
        return guard(draft)
                .flatMap(guard -> exchange.getFormData()
                        .map(form -> String.valueOf(form.getFirst("proof")))
                        .flatMap(typed -> second.isRight(guard, typed)))
                .defaultIfEmpty(true)
                .flatMap(right -> right
                        ? take(draft, visitor, exchange)
                        : show(draft, visitor, frame, action, Wording.in(frame.language()).text("link.wrong")));
    }

    private Mono<ResponseEntity<Content>> take(Draft draft, Visitor visitor, ServerWebExchange exchange) {
        var key = VisitorKey.ensure(exchange);
        var taken = draft.isOpen()
                ? grants.move(key, draft.id(), isCorrection(draft) ? Grants.CORRECTION : Grants.DRAFT)
                        .then(changes.newKey(draft.id()))
                        .then(draftService.resumed(draft, DeviceClass.of(exchange.getRequest().getHeaders())))
                : submissions.of(draft).flatMap(id -> grants.grant(key, id, Grants.APPLICATION));
        return taken.then(onward.address(draft, visitor)).map(Reply::see);
    }

    /** What guards the answers that were handed in; empty for a draft that is only being filled in. */
    private Mono<SecondItem.Guard> guard(Draft draft) {
        return draft.isOpen() && !isCorrection(draft)
                ? Mono.empty()
                : submissions.of(draft).flatMap((UUID id) -> second.of(id));
    }

    private static boolean isCorrection(Draft draft) {
        return draft.purpose() instanceof DraftPurpose.Correction;
    }
}
