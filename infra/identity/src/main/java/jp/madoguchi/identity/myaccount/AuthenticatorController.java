package jp.madoguchi.identity.myaccount;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.attempt.AttemptPolicies;
import jp.madoguchi.platform.attempt.jdbc.JdbcAttempts;
import jp.madoguchi.identity.factor.SecondFactors;
import jp.madoguchi.identity.factor.SecondFactors.Added;
import jp.madoguchi.identity.myaccount.Enrolment.Enrolee;
import jp.madoguchi.identity.page.FormPage;
import jp.madoguchi.identity.page.FormPage.Draft;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.identity.page.QrPicture;
import jp.madoguchi.identity.pages.StaticTemplates;
import jp.madoguchi.identity.seal.Seal;
import jp.madoguchi.identity.signin.FactorChanges;
import jp.madoguchi.identity.signin.Waits;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sets an authenticator up: shows its secret as a QR code and as text, and takes its first code. */
@Controller
class AuthenticatorController {

    private static final String PAGE = "/authenticator";

    private final StaticTemplates templates = new StaticTemplates();
    private final Frames frames;
    private final Enrolment enrolment;
    private final SecondFactors factors;
    private final FactorChanges changes;
    private final JdbcAttempts attempts;
    private final Seal seal;

    AuthenticatorController(Frames frames, Enrolment enrolment, SecondFactors factors, FactorChanges changes,
            JdbcAttempts attempts, Seal seal) {
        this.frames = frames;
        this.enrolment = enrolment;
        this.factors = factors;
        this.changes = changes;
        this.attempts = attempts;
        this.seal = seal;
    }

    @GetMapping({"/account/{realm}/factors/authenticator", "/login/{realm}/enrol/authenticator"})
    ResponseEntity<Content> form(@PathVariable Realm realm, HttpServletRequest request) {
        return enrolment.only(realm, PAGE, request, enrolee -> page(HttpStatus.OK, enrolee, draft(request), request));
    }

    @PostMapping({"/account/{realm}/factors/authenticator", "/login/{realm}/enrol/authenticator"})
    ResponseEntity<Content> confirm(@PathVariable Realm realm, @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        return enrolment.only(realm, PAGE, request, enrolee -> {
            Draft draft = draft(request);
            if (code.isBlank()) {
                draft.wrong("code", "second.missing");
                return page(HttpStatus.UNPROCESSABLE_CONTENT, enrolee, draft, request);
            }
            String key = "authenticator:" + enrolee.account().id();
            var wait = attempts.begin(AttemptPolicies.ACCOUNT, key);
            if (!wait.isZero()) {
                Waits.say(wait, "code", draft);
                return page(HttpStatus.TOO_MANY_REQUESTS, enrolee, draft, request);
            }
            Added added = changes.addAuthenticator(enrolment.by(enrolee, request), secret(enrolee.account(), request),
                    code);
            if (added instanceof Added.Done done) {
                attempts.forget(AttemptPolicies.ACCOUNT, key);
                forget(enrolee.account(), request);
                return enrolment.after(enrolee, done, "authenticator", request);
            }
            draft.wrong("code", added instanceof Added.NotFirst ? "setUp.notFirst" : "setUp.wrong");
            return page(HttpStatus.UNPROCESSABLE_CONTENT, enrolee, draft, request);
        });
    }

    private ResponseEntity<Content> page(HttpStatus status, Enrolee enrolee, Draft draft, HttpServletRequest request) {
        String secret = secret(enrolee.account(), request);
        FormPage page = draft.page();
        return Owner.html(status, templates.authenticator(page, enrolee.base(), QrPicture.of(address(enrolee, page,
                secret)), secret.replaceAll("(.{4})(?=.)", "$1 "), address(enrolee, page, secret),
                factors.of(enrolee.account().id()).authenticatorSince().isPresent()));
    }

    /** What authenticators read from a QR code (Key Uri Format). */
    private static String address(Enrolee enrolee, FormPage page, String secret) {
        String issuer = page.frame().site().city() + " "
                + page.say("setUp.issuer." + enrolee.account().realm().code());
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(enrolee.account().login().value()) + "?secret="
                + secret + "&issuer=" + encoded(issuer) + "&algorithm=SHA1&digits=6&period=30";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @param sealed the secret in Base32 */
    record NewSecret(byte[] sealed) {
        NewSecret {
            Objects.requireNonNull(sealed);
        }
    }

    /** The secret stays the same until it is confirmed: a page loaded again must not undo the picture that was scanned. */
    private String secret(Account account, HttpServletRequest request) {
        HttpSession session = request.getSession();
        Optional<String> kept = session.getAttribute(attribute(account)) instanceof NewSecret known
                ? seal.openIfOurs(known.sealed(), label(account))
                : Optional.empty();
        return kept.orElseGet(() -> {
            String secret = factors.newAuthenticator();
            session.setAttribute(attribute(account), new NewSecret(seal.seal(secret, label(account))));
            return secret;
        });
    }

    private static void forget(Account account, HttpServletRequest request) {
        request.getSession().removeAttribute(attribute(account));
    }

    private static String attribute(Account account) {
        return "madoguchi.new-authenticator." + account.id();
    }

    private static String label(Account account) {
        return "new-authenticator:" + account.id();
    }

    private Draft draft(HttpServletRequest request) {
        return FormPage.draft(frames, request, "setUp.title");
    }
}
