package jp.madoguchi.identity.recovery;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.forms.japanese.MailAddress;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.account.LoginName;
import jp.madoguchi.identity.account.PasswordRule;
import jp.madoguchi.identity.account.Passwords;
import jp.madoguchi.platform.pagekit.Layouts;
import jp.madoguchi.platform.pagekit.NavItem;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.attempt.AttemptPolicies;
import jp.madoguchi.platform.attempt.jdbc.JdbcAttempts;
import jp.madoguchi.identity.attempt.ClientAddress;
import jp.madoguchi.identity.page.FormPage;
import jp.madoguchi.identity.page.FormPage.Draft;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.identity.page.TooMany;
import jp.madoguchi.identity.pages.StaticTemplates;
import jp.madoguchi.identity.signin.Signin;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on the way to a new password. */
@Controller
class RecoveryController {

    private final StaticTemplates templates = new StaticTemplates();
    private final Frames frames;
    private final Recovery recovery;
    private final Passwords passwords;
    private final JdbcAttempts attempts;
    private final ClientAddress addresses;
    private final Signin signin;
    private final IdentitySettings settings;

    RecoveryController(Frames frames, Recovery recovery, Passwords passwords, JdbcAttempts attempts,
            ClientAddress addresses, Signin signin, IdentitySettings settings) {
        this.signin = signin;
        this.frames = frames;
        this.recovery = recovery;
        this.passwords = passwords;
        this.attempts = attempts;
        this.addresses = addresses;
        this.settings = settings;
    }

    @GetMapping("/recovery/{realm}")
    ResponseEntity<Content> form(@PathVariable Realm realm, HttpServletRequest request) {
        return html(HttpStatus.OK,
                templates.recovery(FormPage.draft(frames, request, "recovery.title").page(), realm, ""));
    }

    @PostMapping("/recovery/{realm}")
    ResponseEntity<Content> request(@PathVariable Realm realm, @RequestParam(defaultValue = "") String login,
            HttpServletRequest request) {
        Draft draft = FormPage.draft(frames, request, "recovery.title");
        if (login.isBlank()) {
            draft.wrong("login", "login.missing." + realm.code());
        } else if (realm == Realm.RESIDENT) {
            draft.wrong("login", MailAddress.flawOf(login));
        }
        if (!draft.isRight()) {
            return html(HttpStatus.UNPROCESSABLE_CONTENT, templates.recovery(draft.page(), realm, login));
        }
        Duration wait = addresses.keyOf(request.getRemoteAddr())
                .map(key -> attempts.begin(AttemptPolicies.MAIL_ADDRESS, key)).orElse(Duration.ZERO);
        if (!wait.isZero()) {
            draft.wrong("", "mail.tooMany", TooMany.minutes(wait));
            return TooMany.html(wait, templates.recovery(draft.page(), realm, login));
        }
        Duration full = recovery.request(realm, new LoginName(login), frames.texts(request));
        if (!full.isZero()) {
            draft.wrong("login", "mail.full", TooMany.minutes(full));
            return TooMany.html(full, templates.recovery(draft.page(), realm, login));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/recovery/" + realm.code() + "/sent")).build();
    }

    @GetMapping("/recovery/{realm}/sent")
    ResponseEntity<Content> sent(@PathVariable Realm realm, HttpServletRequest request) {
        FormPage page = FormPage.draft(frames, request, "sent.title").page();
        return html(HttpStatus.OK, templates.message(page, page.say("sent.recovery." + realm.code()),
                page.say("sent.help"), page.say("sent.again"), "/recovery/" + realm.code()));
    }

    @GetMapping("/recovery/link/{token}")
    ResponseEntity<Content> link(@PathVariable String token, HttpServletRequest request) {
        return SecretToken.parse(token).flatMap(recovery::find).isEmpty()
                ? expired(request)
                : html(HttpStatus.OK, templates.newPassword(FormPage.draft(frames, request, "replace.title").page()));
    }

    @PostMapping("/recovery/link/{token}")
    ResponseEntity<Content> replace(@PathVariable String token, @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        Optional<SecretToken> link = SecretToken.parse(token);
        Optional<Account> found = link.flatMap(recovery::find);
        if (link.isEmpty() || found.isEmpty()) {
            return expired(request);
        }
        Account account = found.get();
        Draft draft = FormPage.draft(frames, request, "replace.title");
        passwords.ruleBrokenBy(password, account.login().value(), account.email(), account.name())
                .ifPresent(rule -> draft.wrong("password", rule.textKey(),
                        rule == PasswordRule.TOO_LONG ? PasswordRule.LONGEST : PasswordRule.SHORTEST));
        if (!draft.isRight()) {
            return html(HttpStatus.UNPROCESSABLE_CONTENT, templates.newPassword(draft.page()));
        }
        if (!recovery.replace(link.get(), account, passwords.hash(password),
                request.getRemoteAddr(), frames.texts(request))) {
            return expired(request);
        }
        FormPage page = FormPage.draft(frames, request, "replaced.title").page();
        String signIn = (account.realm() == Realm.STAFF ? settings.backoffice() : settings.portal()).loginStart();
        // Whoever reads the owner's mail and chose the password is the owner: strangers' tries must not keep them out.
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).header("Set-Cookie", signin.deviceCookie(account))
                .body(templates.message(page, page.say("replaced.text"), "", page.say("login.button"), signIn));
    }

    private ResponseEntity<Content> expired(HttpServletRequest request) {
        FormPage page = FormPage.draft(frames, request, "expired.title").page();
        return html(HttpStatus.GONE, Layouts.problem(page.frame(), HttpStatus.GONE.value(),
                page.say("expired.recovery"), true, "", List.of(new NavItem(page.say("toCounters"), "/login"))));
    }

    private static ResponseEntity<Content> html(HttpStatus status, Content page) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_HTML).body(page);
    }
}
