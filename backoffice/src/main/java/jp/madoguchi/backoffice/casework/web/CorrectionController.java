package jp.madoguchi.backoffice.casework.web;

import java.text.Normalizer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.casework.CaseAction;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.CaseworkSettings;
import jp.madoguchi.backoffice.casework.CorrectionRequest;
import jp.madoguchi.backoffice.casework.Days;
import jp.madoguchi.backoffice.casework.WorkDrafts;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.calendar.Deadline;
import jp.madoguchi.platform.calendar.Term;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.PageFrame;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Asking the applicant for a correction (補正, 行政手続法7条). */
@Controller
class CorrectionController {

    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_PERIOD = 365;

    private final CaseService cases;
    private final CasePages pages;
    private final CasePageService pageService;
    private final WorkDrafts drafts;
    private final Deadline deadline;
    private final CaseworkSettings settings;
    private final InstantSource clock;

    CorrectionController(CaseService cases, CasePages pages, CasePageService pageService, WorkDrafts drafts,
            Deadline deadline,
            CaseworkSettings settings, InstantSource clock) {
        this.cases = cases;
        this.pages = pages;
        this.pageService = pageService;
        this.drafts = drafts;
        this.deadline = deadline;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/cases/{id}/correction")
    @Needs(CaseAction.REQUEST_CORRECTION)
    Mono<JteModel> ask(@PathVariable UUID id, Staff staff, PageFrame frame) {
        return drafts.read(id, staff, "correction").flatMap(kept -> {
            var input = new CaseInput(kept);
            var days = input.text("days").isEmpty() ? Integer.toString(settings.correctionDays()) : input.text("days");
            return page(id, staff, frame, input.all("fields"), input.text("reason"), days, Map.of());
        });
    }

    @PostMapping("/cases/{id}/correction")
    @Needs(CaseAction.REQUEST_CORRECTION)
    Mono<ResponseEntity<Content>> send(@PathVariable UUID id, Staff staff, PageFrame frame,
            ServerWebExchange exchange) {
        return exchange.getFormData().zipWith(answerPaths(id, staff)).flatMap(read -> {
            var input = new CaseInput(read.getT1());
            var reason = input.required("reason", LONGEST_REASON, "何をどう直してほしいかを書いてください。申請者にそのまま伝わります。");
            int days = days(input, "days");
            var fields = input.all("fields").stream().filter(read.getT2()::contains).toList();
            if (!input.isClean()) {
                return page(id, staff, frame, fields, input.text("reason"), input.text("days"), input.problems())
                        .map(page -> Reply.page(422, page));
            }
            var answerBy = deadline.lastDay(BusinessCalendar.dayOf(clock.instant()), Term.days(days));
            return drafts.keep(id, staff, "correction", input.fields()).then(cases
                    .make(id, staff, CaseAction.REQUEST_CORRECTION,
                            (file, now) -> file.corrections().request(staff,
                                    new CorrectionRequest(UUID.randomUUID(), reason, fields, answerBy), now)))
                    .then(drafts.forget(id, staff, "correction")).then(pageService.back(exchange, "/cases/" + id,
                            "補正を求めました。回答期限は" + Days.day(answerBy, BusinessCalendar.dayOf(clock.instant())) + "です。"));
        });
    }

    /** A period for the answer, in days; 0 and a problem noted where none was typed. */
    static int days(CaseInput input, String field) {
        try {
            int days = Integer
                    .parseInt(Normalizer.normalize(input.text(field), Normalizer.Form.NFKC));
            if (days >= 1 && days <= LONGEST_PERIOD) {
                return days;
            }
        } catch (NumberFormatException noNumber) {
            // The message below says what is wanted.
        }
        input.object(field, "回答の期間は、1から" + LONGEST_PERIOD + "までの日数で書いてください。");
        return 0;
    }

    /** Only what was really asked can be asked again; anything else in the posted form is left out. */
    private Mono<List<String>> answerPaths(UUID id, Staff staff) {
        return pages.view(id, staff, "補正の求め", new LinkedMultiValueMap<>(), Map.of())
                .map(view -> view.material().reading().sections().stream().flatMap(section -> section.lines().stream())
                        .map(line -> line.path().toString()).collect(Collectors.toList()));
    }

    private Mono<JteModel> page(UUID id, Staff staff, PageFrame frame, List<String> chosen, String reason, String days,
            Map<String, String> problems) {
        return pages.view(id, staff, "補正の求め", new LinkedMultiValueMap<>(), Map.of())
                .map(view -> CasePages.PAGES.casesCorrection(
                        frame.titled("補正を求める｜" + view.title()).using("backoffice/case.js"),
                        new CorrectionView(view, chosen, reason, days, problems)));
    }
}
