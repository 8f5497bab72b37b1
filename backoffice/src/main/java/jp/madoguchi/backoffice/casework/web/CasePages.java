package jp.madoguchi.backoffice.casework.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.casework.AccessLog;
import jp.madoguchi.backoffice.casework.AccessLog.Access;
import jp.madoguchi.backoffice.casework.CaseClocks;
import jp.madoguchi.backoffice.casework.CaseDue;
import jp.madoguchi.backoffice.casework.CaseFile;
import jp.madoguchi.backoffice.casework.CaseMaterial;
import jp.madoguchi.backoffice.casework.CaseMaterials;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.CaseService.Opened;
import jp.madoguchi.backoffice.casework.CaseworkSettings;
import jp.madoguchi.backoffice.casework.Days;
import jp.madoguchi.backoffice.casework.Rights;
import jp.madoguchi.backoffice.casework.SameApplications;
import jp.madoguchi.backoffice.casework.SameApplications.Other;
import jp.madoguchi.backoffice.casework.Unreached;
import jp.madoguchi.backoffice.casework.WorkDrafts;
import jp.madoguchi.backoffice.office.Office;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.realm.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts the page of a case together, from one snapshot; no page leaves before the look at it is noted in the access log. */
@Component
class CasePages {

    private static final int ACCESSES = 50;
    /** The small forms of the page; what was being typed in them comes back. */
    private static final List<String> FORMS = List.of("note", "message", "take-over", "transfer", "reopen");
    static final StaticTemplates PAGES = new StaticTemplates();

    private final CaseService cases;
    private final CaseMaterials materials;
    private final SameApplications same;
    private final Unreached unreached;
    private final AccessLog accesses;
    private final Offices offices;
    private final WorkDrafts drafts;
    private final BusinessCalendar calendar;
    private final CaseworkSettings settings;
    private final InstantSource clock;
    private final TransactionalOperator snapshot;

    CasePages(CaseService cases, CaseMaterials materials, SameApplications same, Unreached unreached,
            AccessLog accesses,
            Offices offices,
            WorkDrafts drafts, BusinessCalendar calendar, CaseworkSettings settings, InstantSource clock,
            ReactiveTransactionManager transactions) {
        this.cases = cases;
        this.materials = materials;
        this.same = same;
        this.unreached = unreached;
        this.accesses = accesses;
        this.offices = offices;
        this.drafts = drafts;
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
        var reading = new DefaultTransactionDefinition();
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot = TransactionalOperator.create(transactions, reading);
    }

    Mono<JteModel> page(UUID id, Staff staff, PageFrame frame) {
        return Flux.fromIterable(FORMS).concatMap(form -> drafts.read(id, staff, form))
                .reduce(new LinkedMultiValueMap<String, String>(), (typed, kept) -> {
                    typed.addAll(kept);
                    return typed;
                }).flatMap(typed -> page(id, staff, frame, typed, Map.of()));
    }

    Mono<JteModel> page(UUID id, Staff staff, PageFrame frame, MultiValueMap<String, String> typed,
            Map<String, String> problems) {
        return view(id, staff, "案件", typed, problems)
                .zipWith(unreached.since(id).map(Days::moment).defaultIfEmpty(""))
                .map(read -> PAGES.casesPage(
                        frame.titled(read.getT1().title()).using("backoffice/case.js").using("backoffice/viewer.js"),
                        read.getT1(), read.getT2()));
    }

    private String alarm(CaseFile file, CaseClocks clocks, Instant now) {
        return file.state().isClosed()
                ? ""
                : CaseDue.alarm(clocks.due().deemed(), BusinessCalendar.dayOf(now), settings.deemedAlarmDays());
    }

    Mono<CaseView> view(UUID id, Staff staff, String what, MultiValueMap<String, String> typed,
            Map<String, String> problems) {
        return snapshot.transactional(seen(id, staff))
                .flatMap(seen -> accesses.looked(id, staff, what).then(cases.renewLease(id, staff))
                        .thenReturn(view(seen, staff, what, typed, problems)));
    }

    /** What a page tells of a case, all of it as it was at one moment. */
    private record Seen(Opened opened, CaseMaterial material, List<Access> accesses, List<Office> offices,
            List<Other> same) {}

    private Mono<Seen> seen(UUID id, Staff staff) {
        return cases.look(id, staff).flatMap(opened -> materials.of(opened.header())
                .flatMap(material -> accesses.of(id, ACCESSES).collectList()
                        .flatMap(looks -> offices.all().collectList()
                                .flatMap(all -> same.of(id).collectList()
                                        .map(others -> new Seen(opened, material, looks, all, others))))));
    }

    private CaseView view(Seen seen, Staff staff, String what, MultiValueMap<String, String> typed,
            Map<String, String> problems) {
        var now = clock.instant();
        var file = seen.opened().file();
        var header = seen.opened().header();
        var clocks = CaseClocks.of(file.history(), now, calendar);
        var office = seen.offices().stream().filter(one -> one.code().equals(file.office())).findFirst()
                .orElse(new Office(file.office(), file.office()));
        var looks = new ArrayList<Access>(List.of(new Access(now, staff.name(), staff.officeName(), what)));
        looks.addAll(seen.accesses());
        return new CaseView(file, header, seen.material(), office, Rights.offered(staff, file, now),
                BusinessCalendar.dayOf(now), clocks, clocks.daysLeft(BusinessCalendar.dayOf(now), calendar),
                alarm(file, clocks, now),
                seen.material().deadlines(header.arrivedAt(), calendar), seen.same(), looks, seen.offices(),
                typed, problems, now, staff.is(Role.CLERK) || staff.is(Role.APPROVER));
    }
}
