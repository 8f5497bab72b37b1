package jp.madoguchi.identity.myaccount;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.factor.Factor;
import jp.madoguchi.identity.factor.Passkeys;
import jp.madoguchi.identity.factor.SecondFactors;
import jp.madoguchi.identity.factor.SecondFactors.Checked;
import jp.madoguchi.identity.page.FormPage;
import jp.madoguchi.identity.page.FormPage.Draft;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.identity.pages.StaticTemplates;
import jp.madoguchi.identity.securitylog.SecurityLog;
import jp.madoguchi.identity.securitylog.SecurityLog.Event;
import jp.madoguchi.identity.signin.Challenges;
import jp.madoguchi.identity.signin.PasskeyPages;
import jp.madoguchi.identity.signin.RealmContexts;
import jp.madoguchi.identity.signin.SignIn;
import jp.madoguchi.identity.signin.Waits;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks once more who it is, before something that matters (step-up): for the second factor where there is one. */
@Controller
class ConfirmController {

    private final StaticTemplates templates = new StaticTemplates();
    private final Frames frames;
    private final Owner owner;
    private final Proof proof;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Challenges challenges;
    private final RealmContexts contexts;
    private final SecurityLog log;

    ConfirmController(Frames frames, Owner owner, Proof proof, SecondFactors factors, Passkeys passkeys,
            Challenges challenges, RealmContexts contexts, SecurityLog log) {
        this.frames = frames;
        this.owner = owner;
        this.proof = proof;
        this.factors = factors;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.contexts = contexts;
        this.log = log;
    }

    @GetMapping("/account/{realm}/confirm")
    ResponseEntity<Content> form(@PathVariable Realm realm, HttpServletRequest request) {
        return owner.only(realm, MyAccountController.path(realm), request,
                me -> page(HttpStatus.OK, realm, me, draft(request)));
    }

    /** @param code a one-time code, or the password where there is no second factor */
    @PostMapping("/account/{realm}/confirm")
    ResponseEntity<Content> confirm(@PathVariable Realm realm, @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String current, HttpServletRequest request) {
        return owner.only(realm, MyAccountController.path(realm), request, me -> {
            Draft draft = draft(request);
            if (!factors.has(me.account().id())) {
                HttpStatus status = proof.of(me.account(), current, "current", draft, request.getRemoteAddr());
                return draft.isRight()
                        ? goOn(realm, me, Factor.PASSWORD, request)
                        : page(status, realm, me, draft);
            }
            if (code.isBlank()) {
                return page(HttpStatus.UNPROCESSABLE_CONTENT, realm, me, draft.wrong("code", "second.missing"));
            }
            return switch (factors.oneTimeCode(me.account(), code, request.getRemoteAddr())) {
                case Checked.Right(Factor factor) -> goOn(realm, me, factor, request);
                case Checked.Wait(var remaining) -> {
                    Waits.say(remaining, "code", draft);
                    yield page(HttpStatus.TOO_MANY_REQUESTS, realm, me, draft);
                }
                default -> page(HttpStatus.UNAUTHORIZED, realm, me, draft.wrong("code", "second.wrong"));
            };
        });
    }

    @PostMapping(path = "/account/{realm}/confirm/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> options(@PathVariable Realm realm, HttpServletRequest request) {
        return contexts.current(realm, request).map(me -> {
            Passkeys.Question question = passkeys.ask(Optional.of(me.account().id()));
            challenges.keep(purpose(me), question.challenge(), request);
            return ResponseEntity.ok().header("Cache-Control", "no-store").body(question.options());
        }).orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).body("{}"));
    }

    @PostMapping("/account/{realm}/confirm/passkey")
    ResponseEntity<Content> passkey(@PathVariable Realm realm, @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request) {
        return owner.only(realm, MyAccountController.path(realm), request,
                me -> challenges.take(purpose(me), request)
                        .flatMap(challenge -> passkeys.check(challenge, credential))
                        .filter(known -> known.account().equals(me.account().id()))
                        .map(known -> goOn(realm, me, known.factor(), request)).orElseGet(() -> {
                            log.note(Event.FACTOR_REFUSED, realm, me.account().login(), request.getRemoteAddr());
                            return page(HttpStatus.UNAUTHORIZED, realm, me,
                                    draft(request).wrong("", "passkey.failed"));
                        }));
    }

    private ResponseEntity<Content> goOn(Realm realm, SignIn me, Factor factor, HttpServletRequest request) {
        contexts.prove(me, factor, request);
        return Owner.see(Owner.backFrom(realm, request));
    }

    private ResponseEntity<Content> page(HttpStatus status, Realm realm, SignIn me, Draft draft) {
        SecondFactors.Owned owned = factors.of(me.account().id());
        return Owner.html(status, templates.confirmIdentity(draft.page(), realm,
                owned.authenticatorSince().isPresent(), !owned.passkeys().isEmpty()));
    }

    private static String purpose(SignIn me) {
        return "confirm." + me.id();
    }

    private Draft draft(HttpServletRequest request) {
        return FormPage.draft(frames, request, "stepUp.title").using(PasskeyPages.SCRIPT);
    }
}
