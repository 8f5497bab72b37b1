package jp.madoguchi.identity.myaccount;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.account.PasswordRule;
import jp.madoguchi.identity.account.Passwords;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.page.FormPage;
import jp.madoguchi.identity.page.FormPage.Draft;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.identity.pages.StaticTemplates;
import jp.madoguchi.identity.securitylog.SecurityLog;
import jp.madoguchi.identity.securitylog.SecurityLog.Event;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new password for somebody who knows the old one. */
@Controller
class PasswordController {

    private final StaticTemplates templates = new StaticTemplates();
    private final Frames frames;
    private final Owner owner;
    private final Proof proof;
    private final Passwords passwords;
    private final Credentials credentials;
    private final SecurityLog log;

    PasswordController(Frames frames, Owner owner, Proof proof, Passwords passwords, Credentials credentials,
            SecurityLog log) {
        this.log = log;
        this.frames = frames;
        this.owner = owner;
        this.proof = proof;
        this.passwords = passwords;
        this.credentials = credentials;
    }

    @GetMapping("/account/{realm}/password")
    ResponseEntity<Content> form(@PathVariable Realm realm, HttpServletRequest request) {
        return owner.fresh(realm, path(realm), request, me -> Owner.html(HttpStatus.OK,
                templates.changePassword(FormPage.draft(frames, request, "change.title").page(), realm)));
    }

    @PostMapping("/account/{realm}/password")
    ResponseEntity<Content> change(@PathVariable Realm realm, @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password, HttpServletRequest request) {
        return owner.fresh(realm, path(realm), request, me -> {
            Account account = me.account();
            Draft draft = FormPage.draft(frames, request, "change.title");
            passwords.ruleBrokenBy(password, account.login().value(), account.email(), account.name())
                    .ifPresent(rule -> draft.wrong("password", rule.textKey(),
                            rule == PasswordRule.TOO_LONG ? PasswordRule.LONGEST : PasswordRule.SHORTEST));
            HttpStatus status = draft.isRight()
                    ? proof.of(account, current, "current", draft, request.getRemoteAddr())
                    : HttpStatus.UNPROCESSABLE_CONTENT;
            if (!draft.isRight()) {
                return Owner.html(status, templates.changePassword(draft.page(), realm));
            }
            log.note(Event.PASSWORD_CHANGED, me.account().realm(), me.account().login(), request.getRemoteAddr());
            credentials.change(me, passwords.hash(password), frames.texts(request));
            return Owner.see(MyAccountController.path(realm) + "?done=password");
        });
    }

    private static String path(Realm realm) {
        return MyAccountController.path(realm) + "/password";
    }
}
