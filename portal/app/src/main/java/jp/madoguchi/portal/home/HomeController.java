package jp.madoguchi.portal.home;

import gg.jte.Content;
import java.util.List;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.catalogue.LifeEvents;
import jp.madoguchi.portal.begun.OpenDrafts;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The home page: search, life events, and what was begun before.
 */
@Controller
class HomeController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int SHOWN = 6;
    private static final int EVENTS = 8;

    private final Catalogue catalogue;
    private final OpenDrafts drafts;

    HomeController(Catalogue catalogue, OpenDrafts drafts) {
        this.catalogue = catalogue;
        this.drafts = drafts;
    }

    @GetMapping("/")
    Mono<Content> home(Visitor visitor, PageFrame frame, ServerWebExchange exchange) {
        var wording = Wording.in(frame.language());
        var said = exchange.getRequest().getQueryParams().keySet().stream()
                .filter(List.of("discarded", "left")::contains)
                .findFirst().orElse("");
        return Mono.zipDelayError(catalogue.byUse(), drafts.of(visitor).collectList())
                .map(both -> TEMPLATES.homeHome(frame, wording, both.getT1().stream().limit(SHOWN).toList(),
                        both.getT1().size(), LifeEvents.of(both.getT1()).stream().limit(EVENTS).toList(), both.getT2(),
                        visitor.isSignedIn(),
                        said));
    }
}
