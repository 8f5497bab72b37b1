package jp.madoguchi.backoffice.authoring.web;

import java.util.Comparator;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.authoring.Editions;
import jp.madoguchi.backoffice.authoring.Standings;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.forms.block.Blocks;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.realm.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** The procedures that are published. */
@Controller
class ProcedureController {

    private static final StaticTemplates PAGES = new StaticTemplates();

    private final Editions editions;
    private final Standings standings;

    ProcedureController(Editions editions, Standings standings) {
        this.standings = standings;
        this.editions = editions;
        // The page compares forms with the blocks they are copied from. Those are files, read at the first call: now, and not
        // on an event loop.
        Blocks.shipped();
    }

    @GetMapping("/procedures")
    Mono<JteModel> list(PageFrame frame, Staff staff) {
        return editions.allLatest().sort(Comparator.comparing(edition -> edition.procedure().id())).collectList()
                .zipWhen(all -> standings.all())
                .map(read -> PAGES.proceduresPage(frame.titled("手続"), read.getT1(), read.getT2(),
                        staff.is(Role.DESIGNER) || staff.is(Role.ADMIN)));
    }
}
