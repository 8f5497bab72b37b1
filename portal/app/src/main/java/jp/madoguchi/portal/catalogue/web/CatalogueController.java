package jp.madoguchi.portal.catalogue.web;

import gg.jte.Content;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.catalogue.LifeEvents;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.search.ProcedureIndex;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/**
 * Finding a procedure.
 */
@Controller
class CatalogueController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private static final int MOST_USED = 6;

    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/procedures")
    Mono<Content> list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String life,
            PageFrame frame) {
        var wording = Wording.in(frame.language());
        return catalogue.byUse().flatMap(all -> (q.isBlank()
                ? Mono.just(new Catalogue.Found(all, false))
                : catalogue.search(q))
                .map(found -> TEMPLATES.catalogueList(frame.titled(wording.text("list.title")), wording,
                        new ProcedureListPage(ProcedureIndex.shortened(q), life, LifeEvents.at(life, found.editions()),
                                found.near(), LifeEvents.groups(all), all.stream().limit(MOST_USED).toList()))));
    }
}
