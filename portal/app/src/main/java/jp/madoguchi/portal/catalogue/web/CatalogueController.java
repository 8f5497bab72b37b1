package jp.madoguchi.portal.catalogue.web;

import gg.jte.Content;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.catalogue.Figures;
import jp.madoguchi.portal.catalogue.LifeEvents;
import jp.madoguchi.portal.catalogue.Opening;
import jp.madoguchi.portal.catalogue.ProcedureIds;
import jp.madoguchi.portal.catalogue.TimeTaken;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.search.ProcedureIndex;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/**
 * Finding a procedure, and everything to know before beginning it.
 */
@Controller
class CatalogueController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private static final int MOST_USED = 6;

    private final Catalogue catalogue;
    private final Figures figures;
    private final java.time.InstantSource clock;

    CatalogueController(Catalogue catalogue, Figures figures, java.time.InstantSource clock) {
        this.catalogue = catalogue;
        this.figures = figures;
        this.clock = clock;
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

    @GetMapping("/procedures/{procedure}")
    Mono<Content> procedure(@PathVariable String procedure, Visitor visitor, PageFrame frame) {
        return Mono.justOrEmpty(ProcedureIds.parse(procedure))
                .flatMap(catalogue::current)
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-procedure",
                        "この手続きは、いまオンラインで受け付けていません。名前で探すか、区役所にお問い合わせください。")))
                .flatMap(edition -> Mono.zip(Mono.just(edition), figures.of(edition.procedure().id()),
                        catalogue.standing(edition.procedure().id())))
                .map(found -> {
                    var edition = found.getT1();
                    var wording = Wording.in(frame.language());
                    boolean signInFirst = edition.needsAccount() && !visitor.isSignedIn();
                    return TEMPLATES.catalogueProcedure(frame.titled(wording.text(edition.procedure().title())),
                            wording,
                            edition, TimeTaken.of(found.getT2(), wording), signInFirst,
                            Opening.closed(edition.procedure(), found.getT3(), clock.instant(), wording));
                });
    }

    /** Asks to sign in and comes back to the procedure. */
    @GetMapping("/account/procedures/{procedure}")
    ResponseEntity<Content> signedIn(@PathVariable String procedure) {
        return Reply.see("/procedures/" + ProcedureIds.parse(procedure).map(ProcedureId::value).orElse(""));
    }
}
