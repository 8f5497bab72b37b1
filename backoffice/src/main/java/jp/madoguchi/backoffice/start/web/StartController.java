package jp.madoguchi.backoffice.start.web;

import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.casework.CaseRecords;
import jp.madoguchi.backoffice.office.Areas;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.Flash;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Tone;
import jp.madoguchi.platform.realm.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The front door: leads to the area of one's work; someone without any role gets the page that says so. */
@Controller
class StartController {

    private static final StaticTemplates PAGES = new StaticTemplates();

    private final CaseRecords records;
    private final Areas areas;

    StartController(CaseRecords records, Areas areas) {
        this.records = records;
        this.areas = areas;
    }

    /** Who has to know of a broken record is told first of all, whatever else their work is. */
    @GetMapping("/")
    Mono<ResponseEntity<Content>> start(Staff staff, WebSession session) {
        var broken = staff.is(Role.AUDITOR) || staff.is(Role.ADMIN) ? records.broken() : Mono.just(0L);
        return broken.map(count -> {
            if (count > 0) {
                new Flash(Tone.ERROR, "記録に異常のある案件が " + count + " 件あります。監査の画面で確かめてください。")
                        .leaveIn(session.getAttributes());
            }
            return Reply.see(areas.first(staff::is).orElse("/no-role"));
        });
    }

    @GetMapping("/no-role")
    JteModel noRole(PageFrame frame) {
        return PAGES.startNoRole(frame.titled("利用できる業務がありません"));
    }
}
