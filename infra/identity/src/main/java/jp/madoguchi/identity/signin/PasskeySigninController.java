package jp.madoguchi.identity.signin;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.account.Accounts;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.factor.Factor;
import jp.madoguchi.identity.factor.Passkeys;
import jp.madoguchi.identity.page.FormPage;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.identity.pages.StaticTemplates;
import jp.madoguchi.identity.securitylog.SecurityLog;
import jp.madoguchi.identity.securitylog.SecurityLog.Event;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Logging in with a passkey: instead of name and password, or after them. */
@Controller
class PasskeySigninController {

    private final StaticTemplates templates = new StaticTemplates();
    private final Frames frames;
    private final IdentitySettings settings;
    private final Passkeys passkeys;
    private final Challenges challenges;
    private final Accounts accounts;
    private final HalfSignIns halves;
    private final Entry entry;
    private final SecurityLog log;

    PasskeySigninController(Frames frames, IdentitySettings settings, Passkeys passkeys, Challenges challenges,
            Accounts accounts, HalfSignIns halves, Entry entry, SecurityLog log) {
        this.frames = frames;
        this.settings = settings;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.accounts = accounts;
        this.halves = halves;
        this.entry = entry;
        this.log = log;
    }

    /** A POST, because it opens a session. */
    @PostMapping(path = "/login/{realm}/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> options(@PathVariable Realm realm, HttpServletRequest request) {
        Passkeys.Question question = passkeys
                .ask(halves.current(realm, request).map(half -> half.account().id()));
        challenges.keep(purpose(realm), question.challenge(), request);
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(question.options());
    }

    @PostMapping("/login/{realm}/passkey")
    ResponseEntity<Content> answer(@PathVariable Realm realm, @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request) {
        Optional<Passkeys.Owner> owner = challenges.take(purpose(realm), request)
                .flatMap(challenge -> passkeys.check(challenge, credential));
        Optional<Account> account = owner.flatMap(known -> accounts.find(known.account()))
                .filter(known -> !known.disabled());
        if (owner.isEmpty() || account.isEmpty()) {
            return refused(realm, request);
        }
        Account known = account.get();
        if (known.realm() != realm) {
            log.note(Event.WRONG_COUNTER, realm, known.login(), request.getRemoteAddr());
            return html(HttpStatus.FORBIDDEN,
                    templates.wrongCounter(FormPage.draft(frames, request, "wrongCounter.title").page(), realm,
                            (known.realm() == Realm.STAFF ? settings.backoffice() : settings.portal()).loginStart()));
        }
        Factor factor = owner.get().factor();
        return entry.letIn(known, List.of(factor), request);
    }

    private ResponseEntity<Content> refused(Realm realm, HttpServletRequest request) {
        halves.current(realm, request).ifPresent(half -> log.note(Event.FACTOR_REFUSED, realm,
                half.account().login(), request.getRemoteAddr()));
        FormPage page = FormPage.draft(frames, request, "passkey.refused.title").page();
        return html(HttpStatus.UNAUTHORIZED, templates.message(page, page.say("passkey.refused.text"),
                page.say("passkey.refused.more"), page.say("passkey.refused.back"),
                "/login/" + realm.code() + (halves.current(realm, request).isPresent() ? "/second" : "")));
    }

    private static String purpose(Realm realm) {
        return "login." + realm.code();
    }

    private static ResponseEntity<Content> html(HttpStatus status, Content page) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_HTML).header("Cache-Control", "no-store")
                .body(page);
    }
}
