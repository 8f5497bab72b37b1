package jp.madoguchi.identity.signin;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.identity.account.LoginName;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.platform.realm.Role;
import jp.madoguchi.identity.account.TooBusy;
import jp.madoguchi.identity.page.FormPage;
import jp.madoguchi.identity.page.FormPage.Draft;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.identity.pages.StaticTemplates;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log-in page of each counter. */
@Controller
class SigninController {

    private final StaticTemplates templates = new StaticTemplates();
    private final Frames frames;
    private final IdentitySettings settings;
    private final Signin signin;
    private final Entry entry;

    SigninController(Frames frames, IdentitySettings settings, Signin signin, Entry entry) {
        this.frames = frames;
        this.settings = settings;
        this.signin = signin;
        this.entry = entry;
    }

    /** For whoever comes without saying to which counter. */
    @GetMapping({"/", "/login"})
    ResponseEntity<Content> counters(HttpServletRequest request) {
        FormPage page = FormPage.draft(frames, request, "counters.title").page();
        return html(HttpStatus.OK, templates.counters(page, settings.portal().loginStart(),
                settings.backoffice().loginStart()));
    }

    @GetMapping("/login/{realm}")
    ResponseEntity<Content> form(@PathVariable Realm realm, HttpServletRequest request) {
        FormPage page = FormPage.draft(frames, request, "login.title." + realm.code()).using(PasskeyPages.SCRIPT)
                .page();
        return html(HttpStatus.OK, templates.login(page, realm, "", practice(realm)));
    }

    @PostMapping("/login/{realm}")
    ResponseEntity<Content> login(@PathVariable Realm realm, @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password, HttpServletRequest request) {
        Draft draft = FormPage.draft(frames, request, "login.title." + realm.code()).using(PasskeyPages.SCRIPT);
        if (login.isBlank()) {
            draft.wrong("login", "login.missing." + realm.code());
        }
        if (password.isEmpty()) {
            draft.wrong("password", "password.missing");
        }
        if (!draft.isRight()) {
            return html(HttpStatus.UNPROCESSABLE_CONTENT, templates.login(draft.page(), realm, login, practice(realm)));
        }
        return switch (signin.attempt(realm, new LoginName(login), password, request)) {
            case SigninOutcome.Welcome(var account) -> entry.afterPassword(account, request);
            case SigninOutcome.Refused refused -> html(HttpStatus.UNAUTHORIZED,
                    templates.login(draft.wrong("login", "login.refused." + realm.code()).page(), realm, login,
                            practice(realm)));
            case SigninOutcome.WrongCounter(var belongsTo) -> html(HttpStatus.FORBIDDEN,
                    templates.wrongCounter(FormPage.draft(frames, request, "wrongCounter.title").page(), realm,
                            (belongsTo == Realm.STAFF ? settings.backoffice() : settings.portal()).loginStart()));
            case SigninOutcome.Busy busy -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .contentType(MediaType.TEXT_HTML)
                    .header("Retry-After", Long.toString(TooBusy.RETRY_AFTER.toSeconds()))
                    .body(templates.login(draft.wrong("", "busy", TooBusy.RETRY_AFTER.toSeconds()).page(), realm,
                            login, practice(realm)));
            case SigninOutcome.Wait(var remaining) -> {
                long seconds = Waits.say(remaining, "login", draft);
                yield ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).contentType(MediaType.TEXT_HTML)
                        .header("Retry-After", Long.toString(seconds))
                        .body(templates.login(draft.page(), realm, login, practice(realm)));
            }
        };
    }

    /** The local town lets staff in with a password only, and says so. */
    private boolean practice(Realm realm) {
        return realm == Realm.STAFF && settings.demo() && !settings.identity().secondFactor().asks(realm.code(),
                Arrays.stream(Role.values()).map(Role::code).toList());
    }

    private static ResponseEntity<Content> html(HttpStatus status, Content page) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_HTML).body(page);
    }
}
