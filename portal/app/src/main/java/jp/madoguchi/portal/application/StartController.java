package jp.madoguchi.portal.application;

import java.util.Optional;
import java.util.UUID;

import gg.jte.Content;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.account.VisitorKey;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.catalogue.Edition;
import jp.madoguchi.portal.fill.DeviceClass;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.wording.Reply;
import jp.madoguchi.portal.wording.Say;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The ways into an application: beginning it, coming back to it, and the links in mails.
 */
@Controller
class StartController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Catalogue catalogue;
    private final DraftDesk desk;
    private final Onward onward;
    private final DraftLimits limits;

    StartController(Catalogue catalogue, DraftDesk desk, Onward onward, DraftLimits limits) {
        this.limits = limits;
        this.catalogue = catalogue;
        this.desk = desk;
        this.onward = onward;
    }

    @PostMapping("/procedures/{procedure}/applications")
    Mono<ResponseEntity<Content>> start(@PathVariable String procedure, Visitor visitor, PageFrame frame,
            ServerWebExchange exchange) {
        return Mono.justOrEmpty(ProcedureId.isValid(procedure) ? new ProcedureId(procedure) : null)
                .flatMap(catalogue::current)
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-procedure", "この手続きは、いまオンラインで受け付けていません。")))
                .flatMap(edition -> limits.take(visitor, exchange.getRequest())
                        .then(Mono.defer(() -> desk.start(edition, visitor,
                                visitor.isSignedIn() ? null : VisitorKey.ensure(exchange), frame.language(),
                                DeviceClass.of(exchange.getRequest().getHeaders()))))
                        .map(draft -> Reply.see(Onward.of(draft, desk.filling(draft))))
                        .onErrorResume(Refusal.TooMany.class, tooMany -> Mono.just(
                                Reply.later(tooMany.retryAfter(), later(frame, visitor, edition, tooMany)))));
    }

    private static Content later(PageFrame frame, Visitor visitor, Edition edition, Refusal.TooMany tooMany) {
        var say = Say.in(frame.language());
        return TEMPLATES.applicationCrowded(frame.titled(say.text("crowded.title")), say, edition,
                tooMany.retryAfter().plusSeconds(59).toMinutes(), visitor.isSignedIn());
    }

    /** Comes back to an application, wherever it stands. */
    @GetMapping("/applications/{draft}")
    Mono<ResponseEntity<Content>> comeBack(@PathVariable UUID draft, Visitor visitor, ServerWebExchange exchange) {
        return desk.open(draft, visitor)
                .delayUntil(open -> open.isOpen()
                        ? desk.comeBack(open, visitor, DeviceClass.of(exchange.getRequest().getHeaders()))
                        : Mono.empty())
                .flatMap(open -> page(open, exchange).map(page -> Mono.just(Addresses.page(draft, page)))
                        .orElseGet(() -> onward.address(open)))
                .map(Reply::see);
    }

    /** The page that was left to sign in, where it is still asked. */
    private Optional<PageId> page(Draft draft, ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getQueryParams().getFirst("page"))
                .filter(asked -> draft.isOpen() && PageId.isValid(asked)).map(PageId::new)
                .filter(PageOrder.ids(desk.filling(draft))::contains);
    }

    /** As {@link #comeBack}, for one whose sign-in ended meanwhile: this address asks for it. */
    @GetMapping("/account/applications/{draft}")
    ResponseEntity<Content> signedInAgain(@PathVariable UUID draft, @RequestParam Optional<String> page) {
        return Reply.see(page.filter(PageId::isValid).map(known -> Addresses.draft(draft) + "?page=" + known)
                .orElseGet(() -> Addresses.draft(draft)));
    }
}
