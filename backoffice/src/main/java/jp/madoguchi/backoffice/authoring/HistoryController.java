package jp.madoguchi.backoffice.authoring;

import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/** The versions a procedure had, and who published them. */
@Controller
class HistoryController {

    private static final StaticTemplates PAGES = new StaticTemplates();

    private final Editions editions;
    private final AuthoringLog log;

    HistoryController(Editions editions, AuthoringLog log) {
        this.editions = editions;
        this.log = log;
    }

    @GetMapping("/procedures/{procedure}/history")
    Mono<JteModel> history(PageFrame frame, @PathVariable String procedure) {
        return editions.latest(procedure).switchIfEmpty(Mono.error(HistoryController::unknown))
                .flatMap(newest -> page(frame, newest));
    }

    private Mono<JteModel> page(PageFrame frame, Edition newest) {
        var id = newest.procedure().id().value();
        var titled = frame.titled(newest.procedure().title().ja() + "の版");
        return Mono.zip(editions.past(id).collectList(), log.of(id).collectList())
                .map(read -> PAGES.proceduresHistory(titled, newest, read.getT1(), read.getT2()));
    }

    private static Refusal unknown() {
        return new Refusal.NotFound("no-such-procedure", "この手続、またはこの版は公開されていません。");
    }
}
