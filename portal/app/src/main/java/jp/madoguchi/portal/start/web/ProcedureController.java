package jp.madoguchi.portal.start.web;

import java.time.InstantSource;
import gg.jte.Content;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.catalogue.Figures;
import jp.madoguchi.portal.catalogue.Opening;
import jp.madoguchi.portal.catalogue.TimeTaken;
import jp.madoguchi.portal.begun.OpenDrafts;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/**
 * Everything to know before beginning a procedure, and what this visitor has begun of it already.
 */
@Controller
class ProcedureController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Catalogue catalogue;
    private final Figures figures;
    private final OpenDrafts begun;
    private final InstantSource clock;

    ProcedureController(Catalogue catalogue, Figures figures, OpenDrafts begun, InstantSource clock) {
        this.catalogue = catalogue;
        this.figures = figures;
        this.begun = begun;
        this.clock = clock;
    }

    @GetMapping("/procedures/{procedure}")
    Mono<Content> procedure(@PathVariable String procedure, Visitor visitor, PageFrame frame) {
        return Mono.justOrEmpty(ProcedureId.parse(procedure))
                .flatMap(catalogue::current)
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-procedure",
                        "この手続きは、いまオンラインで受け付けていません。名前で探すか、区役所にお問い合わせください。")))
                .flatMap(edition -> Mono.zipDelayError(Mono.just(edition), figures.of(edition.procedure().id()),
                        catalogue.standing(edition.procedure().id()), begun.of(visitor, edition.procedure().id())))
                .map(found -> {
                    var edition = found.getT1();
                    var wording = Wording.in(frame.language());
                    boolean signInFirst = edition.needsAccount() && !visitor.isSignedIn();
                    return TEMPLATES.startProcedure(frame.titled(wording.text(edition.procedure().title())), wording,
                            edition, TimeTaken.of(found.getT2(), wording), signInFirst,
                            Opening.closed(edition.procedure(), found.getT3(), clock.instant(), wording),
                            found.getT4());
                });
    }

    /** Asks to sign in and comes back to the procedure. */
    @GetMapping("/account/procedures/{procedure}")
    ResponseEntity<Content> signedIn(@PathVariable String procedure) {
        return Reply.see("/procedures/" + ProcedureId.parse(procedure).map(ProcedureId::value).orElse(""));
    }
}
