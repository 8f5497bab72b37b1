package jp.madoguchi.backoffice.casework.web;

import java.util.Map;
import java.util.UUID;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.Flash;
import jp.madoguchi.platform.pagekit.Tone;
import gg.jte.Content;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What other rooms need to put pages about a case together. */
@Component
public class CasePageService {

    private final CasePages pages;

    CasePageService(CasePages pages) {
        this.pages = pages;
    }

    /** The case for somebody who may see it; noted in the access log. */
    public Mono<CaseView> view(UUID id, Staff staff, String what) {
        return pages.view(id, staff, what, new LinkedMultiValueMap<>(), Map.of());
    }

    /** Leads on to a page that first says what was done. */
    public Mono<ResponseEntity<Content>> back(ServerWebExchange exchange, String path, String message) {
        return exchange.getSession().map(session -> {
            new Flash(Tone.SUCCESS, message).leaveIn(session.getAttributes());
            return Reply.see(path);
        });
    }
}
