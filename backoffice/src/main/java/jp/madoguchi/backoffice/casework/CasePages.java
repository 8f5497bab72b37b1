package jp.madoguchi.backoffice.casework;

import gg.jte.models.runtime.JteModel;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import jp.madoguchi.backoffice.office.Office;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.pagekit.PageFrame;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

/** Puts the page of a case together; showing it is noted in the access log first. */
@Component
class CasePages {

    private static final int ACCESSES = 50;
    static final StaticTemplates PAGES = new StaticTemplates();

    private final CaseMoves moves;
    private final CaseMaterials materials;
    private final SameApplications same;
    private final AccessLog accesses;
    private final Offices offices;
    private final WorkDrafts drafts;
    private final BusinessCalendar calendar;
    private final InstantSource clock;

    CasePages(CaseMoves moves, CaseMaterials materials, SameApplications same, AccessLog accesses, Offices offices,
            WorkDrafts drafts, BusinessCalendar calendar, InstantSource clock) {
        this.moves = moves;
        this.materials = materials;
        this.same = same;
        this.accesses = accesses;
        this.offices = offices;
        this.drafts = drafts;
        this.calendar = calendar;
        this.clock = clock;
    }

    Mono<JteModel> page(UUID id, Staff staff, PageFrame frame) {
        return drafts.read(id, staff, "note").zipWith(drafts.read(id, staff, "message")).flatMap(kept -> {
            var typed = new LinkedMultiValueMap<String, String>(kept.getT1());
            typed.addAll(kept.getT2());
            return page(id, staff, frame, typed, Map.of());
        });
    }

    Mono<JteModel> page(UUID id, Staff staff, PageFrame frame, MultiValueMap<String, String> typed,
            Map<String, String> problems) {
        return view(id, staff, "案件", typed, problems).map(view -> PAGES
                .casesPage(frame.titled(view.title()).using("backoffice/case.js"), view));
    }

    Mono<CaseView> view(UUID id, Staff staff, String what, MultiValueMap<String, String> typed,
            Map<String, String> problems) {
        return moves.look(id, staff)
                .flatMap(opened -> accesses.looked(id, staff, what).then(moves.renewLease(id, staff))
                        .then(Mono.zipDelayError(materials.of(opened.registration()),
                                accesses.of(id, ACCESSES).collectList(),
                                offices.all().collectList(), same.of(id).collectList()))
                        .map(read -> {
                            var now = clock.instant();
                            var file = opened.file();
                            var clocks = CaseClocks.of(file.history(), now, calendar);
                            var office = read.getT3().stream().filter(one -> one.code().equals(file.office()))
                                    .findFirst().orElse(new Office(file.office(), file.office()));
                            return new CaseView(file, opened.registration(), read.getT1(), office,
                                    Rights.offered(staff, file, now), clocks,
                                    clocks.daysLeft(BusinessCalendar.dayOf(now), calendar),
                                    read.getT1().deadlines(opened.registration().arrivedAt(), calendar), read.getT4(),
                                    read.getT2(), read.getT3(), typed, problems);
                        }));
    }
}
