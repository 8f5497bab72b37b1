package jp.madoguchi.backoffice.casework.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.CaseAction;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Extends the law's period of a case and tells the applicant why (延長の通知). */
@Controller
class ExtensionController {

    private static final int LONGEST_REASON = 1000;

    private final CaseService cases;
    private final CasePages pages;
    private final CasePageService pageService;
    private final BusinessCalendar calendar;

    ExtensionController(CaseService cases, CasePages pages, CasePageService pageService, BusinessCalendar calendar) {
        this.cases = cases;
        this.pages = pages;
        this.pageService = pageService;
        this.calendar = calendar;
    }

    @PostMapping("/cases/{id}/extend")
    @Needs(CaseAction.EXTEND)
    Mono<ResponseEntity<Content>> extend(@PathVariable UUID id, Staff staff, PageFrame frame,
            ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> {
            var input = new CaseInput(fields);
            var until = day(input);
            var reason = input.required("extend", LONGEST_REASON, "延長する理由を書いてください。申請者に知らせます。");
            if (!input.isClean() || until == null) {
                return again(id, staff, frame, fields, input);
            }
            return cases
                    .make(id, staff, CaseAction.EXTEND,
                            (file, now) -> file.extendPeriod(staff, until, reason, calendar, now))
                    .then(pageService.back(exchange, "/cases/" + id, "期間を延長し、申請者に知らせました。"))
                    .onErrorResume(Refusal.Conflict.class, refused -> {
                        input.object("until", String.valueOf(refused.getMessage()));
                        return again(id, staff, frame, fields, input);
                    });
        });
    }

    private static @Nullable LocalDate day(CaseInput input) {
        try {
            return LocalDate.parse(input.text("until"));
        } catch (DateTimeException unreadable) {
            input.object("until", "延長後の期限を、2026-12-24 のように年月日で入力してください。");
            return null;
        }
    }

    private Mono<ResponseEntity<Content>> again(UUID id, Staff staff, PageFrame frame,
            MultiValueMap<String, String> fields,
            CaseInput input) {
        return pages.page(id, staff, frame, fields, input.problems())
                .map(page -> Reply.page(422, page));
    }
}
