package jp.madoguchi.identity.registration;

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
import jp.madoguchi.identity.account.PasswordRule;
import jp.madoguchi.identity.account.Passwords;
import jp.madoguchi.identity.account.TooBusy;
import jp.madoguchi.identity.attempt.AttemptPolicies;
import jp.madoguchi.platform.attempt.jdbc.JdbcAttempts;
import jp.madoguchi.platform.pagekit.Layouts;
import jp.madoguchi.platform.pagekit.NavItem;
import jp.madoguchi.identity.attempt.ClientAddress;
import jp.madoguchi.identity.page.FormPage;
import jp.madoguchi.identity.page.FormPage.Draft;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.identity.page.TooMany;
import jp.madoguchi.identity.pages.StaticTemplates;
import jp.madoguchi.forms.japanese.MyNumber;
import jp.madoguchi.identity.registration.Registrations.Applicant;
import jp.madoguchi.identity.registration.Registrations.Links;
import jp.madoguchi.identity.registration.Registrations.Pending;
import jp.madoguchi.identity.signin.Entry;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on the way to a resident's account. */
@Controller
class RegistrationController {

    private static final int LONGEST_NAME = 100;

    private final StaticTemplates templates = new StaticTemplates();
    private final Frames frames;
    private final Registrations registrations;
    private final Passwords passwords;
    private final JdbcAttempts attempts;
    private final ClientAddress addresses;
    private final Entry entry;
    private final Links links;

    RegistrationController(Frames frames, Registrations registrations, Passwords passwords, JdbcAttempts attempts,
            ClientAddress addresses, Entry entry, IdentitySettings settings) {
        this.frames = frames;
        this.registrations = registrations;
        this.passwords = passwords;
        this.attempts = attempts;
        this.addresses = addresses;
        this.entry = entry;
        String issuer = settings.identity().issuer();
        this.links = new Links(issuer + "/registration/confirm/", settings.portal().loginStart(),
                issuer + "/recovery/resident");
    }

    @GetMapping("/registration")
    ResponseEntity<Content> form(HttpServletRequest request) {
        return html(HttpStatus.OK,
                templates.registration(FormPage.draft(frames, request, "registration.title").page(), "", ""));
    }

    @PostMapping("/registration")
    ResponseEntity<Content> register(@RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email, @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        Draft draft = FormPage.draft(frames, request, "registration.title");
        checkName(draft, name);
        Optional<MailAddress> mail = MailAddress.read(email);
        if (mail.isEmpty()) {
            draft.wrong("email", MailAddress.flawOf(email));
        }
        passwords.ruleBrokenBy(password, email, name).ifPresent(rule -> draft.wrong("password", rule.textKey(),
                rule == PasswordRule.TOO_LONG ? PasswordRule.LONGEST : PasswordRule.SHORTEST));
        if (!draft.isRight()) {
            return html(HttpStatus.UNPROCESSABLE_CONTENT, templates.registration(draft.page(), name, email));
        }
        Duration wait = addresses.keyOf(request.getRemoteAddr())
                .map(key -> attempts.begin(AttemptPolicies.MAIL_ADDRESS, key)).orElse(Duration.ZERO);
        if (!wait.isZero()) {
            draft.wrong("", "mail.tooMany", TooMany.minutes(wait));
            return TooMany.html(wait, templates.registration(draft.page(), name, email));
        }
        String hash;
        try {
            hash = passwords.hash(password);
        } catch (TooBusy full) {
            addresses.keyOf(request.getRemoteAddr())
                    .ifPresent(key -> attempts.giveBack(AttemptPolicies.MAIL_ADDRESS, key));
            draft.wrong("", "busy", TooBusy.RETRY_AFTER.toSeconds());
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).contentType(MediaType.TEXT_HTML)
                    .header("Retry-After", Long.toString(TooBusy.RETRY_AFTER.toSeconds()))
                    .body(templates.registration(draft.page(), name, email));
        }
        Duration full = registrations.request(new Applicant(name.strip(), mail.orElseThrow(), hash), links,
                frames.texts(request));
        if (!full.isZero()) {
            draft.wrong("email", "mail.full", TooMany.minutes(full));
            return TooMany.html(full, templates.registration(draft.page(), name, email));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/registration/sent")).build();
    }

    @GetMapping("/registration/sent")
    ResponseEntity<Content> sent(HttpServletRequest request) {
        FormPage page = FormPage.draft(frames, request, "sent.title").page();
        return html(HttpStatus.OK, templates.message(page, page.say("sent.registration"), page.say("sent.help"),
                page.say("sent.again"), "/registration"));
    }

    @GetMapping("/registration/confirm/{token}")
    ResponseEntity<Content> confirmation(@PathVariable String token, HttpServletRequest request) {
        return SecretToken.parse(token).flatMap(registrations::find).isEmpty()
                ? expired(request)
                : html(HttpStatus.OK, templates.confirmation(FormPage.draft(frames, request, "confirm.title").page()));
    }

    @PostMapping("/registration/confirm/{token}")
    ResponseEntity<Content> confirm(@PathVariable String token, @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        Optional<Pending> found = SecretToken.parse(token).flatMap(registrations::find);
        if (found.isEmpty()) {
            return expired(request);
        }
        Pending pending = found.get();
        Draft draft = FormPage.draft(frames, request, "confirm.title");
        Duration wait = attempts.begin(AttemptPolicies.ACCOUNT, "registration:" + pending.id());
        if (!wait.isZero()) {
            draft.wrong("password", "login.waitMinutes", TooMany.minutes(wait));
            return TooMany.html(wait, templates.confirmation(draft.page()));
        }
        boolean right;
        try {
            right = registrations.isRight(pending, password);
        } catch (TooBusy full) {
            attempts.giveBack(AttemptPolicies.ACCOUNT, "registration:" + pending.id());
            throw full;
        }
        if (!right) {
            return html(HttpStatus.UNAUTHORIZED,
                    templates.confirmation(draft.wrong("password", "confirm.wrong").page()));
        }
        Optional<Account> account = registrations.confirm(pending);
        if (account.isEmpty()) {
            return expired(request);
        }
        return entry.afterPassword(account.get(), request);
    }

    private ResponseEntity<Content> expired(HttpServletRequest request) {
        FormPage page = FormPage.draft(frames, request, "expired.title").page();
        return html(HttpStatus.GONE, Layouts.problem(page.frame(), HttpStatus.GONE.value(),
                page.say("expired.registration"), true, "",
                List.of(new NavItem(page.say("registration.title"), "/registration"),
                        new NavItem(page.say("login.button"), links.signIn()))));
    }

    private static void checkName(Draft draft, String name) {
        if (name.isBlank()) {
            draft.wrong("name", "name.missing");
        } else if (name.strip().codePointCount(0, name.strip().length()) > LONGEST_NAME) {
            draft.wrong("name", "name.tooLong", LONGEST_NAME);
        } else if (name.codePoints().anyMatch(Character::isISOControl)) {
            draft.wrong("name", "name.wrong");
        } else if (MyNumber.appearsIn(name)) {
            draft.wrong("name", "name.myNumber");
        }
    }

    private static ResponseEntity<Content> html(HttpStatus status, Content page) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_HTML).body(page);
    }
}
