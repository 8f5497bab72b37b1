package jp.madoguchi.backoffice.queue.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.office.KeptSearch;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.backoffice.queue.CaseIndex;
import jp.madoguchi.backoffice.queue.FoundCases;
import jp.madoguchi.backoffice.queue.Wanted;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.input.InputGuard;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.realm.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The one search for cases: every state, all time, whoever has them. */
@Controller
class SearchController {

    private static final int LONGEST_TEXT = 100;
    private static final String GONE = "前にさがした言葉は、もう残っていません。もう一度入力してください。";
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
    Mono<JteModel> box(Staff staff, PageFrame frame) {
        return page(staff, frame, "", "", "", "");
    }

    @PostMapping("/search")
    Mono<ResponseEntity<Content>> search(Staff staff, PageFrame frame, ServerWebExchange exchange,
            WebSession session) {
        return exchange.getFormData().flatMap(fields -> {
            var typed = shortened(InputGuard.cleaned(Objects.requireNonNullElse(fields.getFirst("text"), "")));
            var trouble = InputGuard.trouble(typed, "ja");
            if (!trouble.isEmpty()) {
                return page(staff, frame, "", typed, trouble, "")
                        .map(page -> Reply.page(422, page));
            }
            var found = typed.isEmpty() ? "" : "/" + KeptSearch.keep(typed, clock.instant(), session);
            return Mono.just(
                    Reply.see("/search" + found));
        });
    }

    /** @param after the case after which the page begins, as a cursor; empty for the first page */
    @GetMapping("/search/{key}")
    Mono<JteModel> found(@PathVariable String key, Staff staff, PageFrame frame, WebSession session,
            @RequestParam(defaultValue = "") String after) {
        return KeptSearch.under(key, session).map(text -> page(staff, frame, key, text, "", after))
                .orElseGet(() -> page(staff, frame, "", "", GONE, ""));
    }

    private Mono<JteModel> page(Staff staff, PageFrame frame, String key, String text, String trouble, String after) {
        var wanted = text.isEmpty() || !trouble.isEmpty() ? new Wanted(List.of(), trouble) : Wanted.of(text);
        return cases.find(staff, wanted, after).zipWith(index.isBeingRenewed(),
                (found, renewed) -> PAGES.queueSearch(frame.titled("案件をさがす").using("backoffice/queue.js"),
                        new SearchView(key, text, found.found(), found.next(), wanted.trouble(), staff.officeName(),
                                staff.is(Role.AUDITOR), renewed, BusinessCalendar.dayOf(clock.instant()))));
    }

    private static String shortened(String typed) {
        return typed.codePointCount(0, typed.length()) > LONGEST_TEXT
                ? typed.substring(0, typed.offsetByCodePoints(0, LONGEST_TEXT))
                : typed;
    }
}
