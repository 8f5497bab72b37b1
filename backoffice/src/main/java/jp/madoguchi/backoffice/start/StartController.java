package jp.madoguchi.backoffice.start;

import gg.jte.models.runtime.JteModel;
import java.net.URI;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door: leads to the room of one's work. */
@Controller
class StartController {

    private static final StaticTemplates PAGES = new StaticTemplates();

    @GetMapping("/")
    ResponseEntity<Void> start(Staff staff) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(roomOf(staff))).build();
    }

    @GetMapping("/no-role")
    JteModel noRole(PageFrame frame) {
        return PAGES.startNoRole(frame.titled("利用できる業務がありません"));
    }

    /** Where this person's work is; someone without any role gets the page that says so. */
    static String roomOf(Staff staff) {
        if (staff.is(Role.CLERK) || staff.is(Role.APPROVER)) {
            return "/queue";
        }
        if (staff.is(Role.REFORM)) {
            return "/insight";
        }
        if (staff.is(Role.DESIGNER)) {
            return "/procedures";
        }
        if (staff.is(Role.AUDITOR)) {
            return "/audit";
        }
        return staff.is(Role.ADMIN) ? "/intake" : "/no-role";
    }
}
