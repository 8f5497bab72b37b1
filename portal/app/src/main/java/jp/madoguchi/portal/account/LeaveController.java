package jp.madoguchi.portal.account;

import gg.jte.Content;
import jp.madoguchi.platform.pagekit.Reply;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Leaving a shared device: the browser forgets what was begun on it without an account. The drafts stay, for their mailed
 * links.
 */
@Controller
class LeaveController {

    private final Grants grants;

    LeaveController(Grants grants) {
        this.grants = grants;
    }

    @PostMapping("/leave-device")
    Mono<ResponseEntity<Content>> leave(Visitor visitor, ServerWebExchange exchange) {
        var key = visitor.keyHash();
        VisitorKey.drop(exchange);
        return (key == null ? Mono.<Void>empty() : grants.forget(key)).thenReturn(Reply.see("/?left"));
    }
}
