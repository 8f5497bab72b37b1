package jp.madoguchi.identity.myaccount;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.factor.Passkeys;
import jp.madoguchi.identity.factor.SecondFactors.Added;
import jp.madoguchi.identity.myaccount.Enrolment.Enrolee;
import jp.madoguchi.identity.page.FormPage;
import jp.madoguchi.identity.page.FormPage.Draft;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.identity.pages.StaticTemplates;
import jp.madoguchi.identity.signin.Challenges;
import jp.madoguchi.identity.signin.DeviceName;
import jp.madoguchi.identity.signin.FactorChanges;
import jp.madoguchi.identity.signin.PasskeyPages;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Makes passkeys, and gives them other names. */
@Controller
class PasskeyController {

    private static final String PAGE = "/passkey";
    private static final int LONGEST_NAME = 50;

    private final StaticTemplates templates = new StaticTemplates();
    private final Frames frames;
    private final Enrolment enrolment;
    private final Owner owner;
    private final Passkeys passkeys;
    private final FactorChanges changes;
    private final Challenges challenges;

    PasskeyController(Frames frames, Enrolment enrolment, Owner owner, Passkeys passkeys, FactorChanges changes,
            Challenges challenges) {
        this.frames = frames;
        this.enrolment = enrolment;
        this.owner = owner;
        this.passkeys = passkeys;
        this.changes = changes;
        this.challenges = challenges;
    }

    @GetMapping({"/account/{realm}/factors/passkey", "/login/{realm}/enrol/passkey"})
    ResponseEntity<Content> form(@PathVariable Realm realm, HttpServletRequest request) {
        String device = DeviceName.of(request.getHeader("User-Agent"));
        return enrolment.only(realm, PAGE, request,
                enrolee -> page(HttpStatus.OK, enrolee, "?".equals(device) ? "" : device, draft(request)));
    }

    @PostMapping(path = {"/account/{realm}/factors/passkey/options",
            "/login/{realm}/enrol/passkey/options"}, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> options(@PathVariable Realm realm, HttpServletRequest request) {
        StringBuilder options = new StringBuilder();
        enrolment.only(realm, PAGE, request, enrolee -> {
            Passkeys.Question question = passkeys.askForNew(enrolee.account());
            challenges.keep(purpose(enrolee), question.challenge(), request);
            options.append(question.options());
            return ResponseEntity.noContent().build();
        });
        return options.isEmpty()
                ? ResponseEntity.status(HttpStatus.UNAUTHORIZED).body("{}")
                : ResponseEntity.ok().header("Cache-Control", "no-store").body(options.toString());
    }

    @PostMapping({"/account/{realm}/factors/passkey", "/login/{realm}/enrol/passkey"})
    ResponseEntity<Content> add(@PathVariable Realm realm, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String credential, HttpServletRequest request) {
        return enrolment.only(realm, PAGE, request, enrolee -> {
            Draft draft = draft(request);
            check(name, draft);
            if (!draft.isRight()) {
                return page(HttpStatus.UNPROCESSABLE_CONTENT, enrolee, name, draft);
            }
            Added added = challenges.take(purpose(enrolee), request)
                    .map(challenge -> changes.addPasskey(enrolment.by(enrolee, request), challenge, credential,
                            name.strip()))
                    .orElseGet(Added.Wrong::new);
            if (added instanceof Added.Done done) {
                return enrolment.after(enrolee, done, "passkey", request);
            }
            draft.wrong("", switch (added) {
                case Added.NotFirst notFirst -> "setUp.notFirst";
                case Added.TooMany tooMany -> "passkey.tooMany";
                default -> "passkey.failed";
            });
            return page(HttpStatus.UNPROCESSABLE_CONTENT, enrolee, name, draft);
        });
    }

    @GetMapping("/account/{realm}/factors/passkeys/{id}/name")
    ResponseEntity<Content> nameForm(@PathVariable Realm realm, @PathVariable String id, HttpServletRequest request) {
        return owner.only(realm, FactorsController.path(realm), request,
                me -> passkeys.of(me.account().id()).stream().filter(known -> known.id().equals(id)).findFirst()
                        .map(known -> Owner.html(HttpStatus.OK, templates.passkeyName(
                                FormPage.draft(frames, request, "passkey.rename.title").page(), realm, known.name())))
                        .orElseGet(() -> Owner.see(FactorsController.path(realm))));
    }

    @PostMapping("/account/{realm}/factors/passkeys/{id}/name")
    ResponseEntity<Content> rename(@PathVariable Realm realm, @PathVariable String id,
            @RequestParam(defaultValue = "") String name, HttpServletRequest request) {
        return owner.only(realm, FactorsController.path(realm), request, me -> {
            Draft draft = FormPage.draft(frames, request, "passkey.rename.title");
            check(name, draft);
            if (!draft.isRight()) {
                return Owner.html(HttpStatus.UNPROCESSABLE_CONTENT,
                        templates.passkeyName(draft.page(), realm, name));
            }
            boolean done = passkeys.rename(me.account().id(), id, name.strip());
            return Owner.see(FactorsController.path(realm) + (done ? "?done=renamed" : "?done=gone"));
        });
    }

    private static void check(String name, Draft draft) {
        if (name.isBlank()) {
            draft.wrong("name", "passkey.name.missing");
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            draft.wrong("name", "passkey.name.tooLong", LONGEST_NAME);
        } else if (name.codePoints().anyMatch(Character::isISOControl)) {
            draft.wrong("name", "name.wrong");
        }
    }

    private ResponseEntity<Content> page(HttpStatus status, Enrolee enrolee, String name, Draft draft) {
        return Owner.html(status, templates.passkey(draft.page(), enrolee.base(), name));
    }

    private static String purpose(Enrolee enrolee) {
        return "new." + enrolee.account().id();
    }

    private Draft draft(HttpServletRequest request) {
        return FormPage.draft(frames, request, "passkey.title").using(PasskeyPages.SCRIPT);
    }
}
