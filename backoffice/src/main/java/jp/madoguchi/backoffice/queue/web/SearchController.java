package jp.madoguchi.backoffice.queue.web;

import java.time.InstantSource;
import java.util.List;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.backoffice.queue.CaseIndex;
import jp.madoguchi.backoffice.queue.FoundCases;
import jp.madoguchi.backoffice.queue.Wanted;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.realm.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** The one search for cases: every state, all time, whoever has them. */
@Controller
class SearchController {

    private static final int LONGEST_TEXT = 100;
    private static final StaticTemplates PAGES = new StaticTemplates();

    private final FoundCases cases;
    private final CaseIndex index;
    private final InstantSource clock;

    SearchController(FoundCases cases, CaseIndex index, InstantSource clock) {
        this.cases = cases;
        this.index = index;
        this.clock = clock;
    }

    @GetMapping("/search")
    Mono<JteModel> search(Staff staff, PageFrame frame, @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after) {
        var typed = text.replace("\u0000", "").strip();
        var shown = typed.codePointCount(0, typed.length()) > LONGEST_TEXT
                ? typed.substring(0, typed.offsetByCodePoints(0, LONGEST_TEXT))
                : typed;
        var wanted = shown.isEmpty() ? new Wanted(List.of(), "") : Wanted.of(shown);
        return Mono.zip(cases.find(staff, wanted, after), index.isBeingRenewed())
                .map(read -> PAGES.queueSearch(frame.titled("案件をさがす").using("backoffice/queue.js"),
                        new SearchView(shown, read.getT1().found(), read.getT1().next(), wanted.trouble(),
                                staff.officeName(), staff.is(Role.AUDITOR), read.getT2(),
                                BusinessCalendar.dayOf(clock.instant()))));
    }
}
