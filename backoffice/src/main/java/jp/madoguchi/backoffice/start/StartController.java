package jp.madoguchi.backoffice.start;

import java.net.URI;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class StartController {

    @GetMapping("/")
    ResponseEntity<Void> start(Staff staff) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(roomOf(staff))).build();
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
