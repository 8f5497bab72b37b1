package jp.madoguchi.portal.resume;

import java.util.Optional;
import java.util.UUID;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.PageOrder;
import org.springframework.web.bind.annotation.RequestParam;
import gg.jte.Content;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.portal.draft.Onward;
import jp.madoguchi.portal.fill.DeviceClass;
import jp.madoguchi.platform.pagekit.Reply;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Coming back to an application, wherever it stands.
 */
@Controller
class ComeBackController {

    private final DraftService draftService;
    private final Onward onward;

    ComeBackController(DraftService draftService, Onward onward) {
        this.draftService = draftService;
        this.onward = onward;
    }

    @GetMapping("/applications/{draft}")
    Mono<ResponseEntity<Content>> comeBack(@PathVariable UUID draft, Visitor visitor, ServerWebExchange exchange) {
        return draftService.open(draft, visitor)
                .delayUntil(open -> open.isOpen()
                        ? draftService.comeBack(open, visitor, DeviceClass.of(exchange.getRequest().getHeaders()))
                        : Mono.empty())
                .flatMap(open -> page(open, exchange).map(page -> Mono.just(Addresses.page(draft, page)))
                        .orElseGet(() -> onward.address(open, visitor)))
                .map(Reply::see);
    }

    /** The page that was left to sign in, where it is still asked. */
    private Optional<PageId> page(Draft draft, ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getQueryParams().getFirst("page"))
                .filter(asked -> draft.isOpen() && PageId.isValid(asked)).map(PageId::new)
                .filter(PageOrder.ids(draftService.filling(draft))::contains);
    }

    /** As {@link #comeBack}, for one whose sign-in ended meanwhile: this address asks for it. */
    @GetMapping("/account/applications/{draft}")
    ResponseEntity<Content> signedInAgain(@PathVariable UUID draft, @RequestParam Optional<String> page) {
        return Reply.see(page.filter(PageId::isValid).map(known -> Addresses.draft(draft) + "?page=" + known)
                .orElseGet(() -> Addresses.draft(draft)));
    }
}
