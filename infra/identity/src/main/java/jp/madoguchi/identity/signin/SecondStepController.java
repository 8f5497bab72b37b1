package jp.madoguchi.identity.signin;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.factor.Factor;
import jp.madoguchi.identity.factor.SecondFactors;
import jp.madoguchi.identity.factor.SecondFactors.Checked;
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

/** After the password: the second factor, what to do without it, and setting up the first one. */
@Controller
class SecondStepController {

    private final StaticTemplates templates = new StaticTemplates();
    private final Frames frames;
    private final HalfSignIns halves;
    private final SecondFactors factors;
    private final FactorChanges changes;
    private final Entry entry;

    SecondStepController(Frames frames, HalfSignIns halves, SecondFactors factors, FactorChanges changes,
            Entry entry) {
        this.frames = frames;
        this.halves = halves;
        this.factors = factors;
        this.changes = changes;
        this.entry = entry;
    }

    @GetMapping("/login/{realm}/second")
    ResponseEntity<Content> form(@PathVariable Realm realm, HttpServletRequest request) {
        return withFactor(realm, request,
                half -> html(HttpStatus.OK, page(realm, half.account(), draft(request, "second.title"))));
    }

    @PostMapping("/login/{realm}/second")
    ResponseEntity<Content> code(@PathVariable Realm realm, @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        return withFactor(realm, request, half -> {
            Account account = half.account();
            Draft draft = draft(request, "second.title");
            if (code.isBlank()) {
                return html(HttpStatus.UNPROCESSABLE_CONTENT,
                        page(realm, account, draft.wrong("code", "second.missing")));
            }
            Checked checked = factors.oneTimeCode(account, code, request.getRemoteAddr());
            return checked instanceof Checked.Right(Factor factor)
                    ? letIn(half, factor, request)
                    : refused(checked, "code", "second.wrong", draft, wrong -> page(realm, account, wrong));
        });
    }

    @GetMapping("/login/{realm}/second/lost")
    ResponseEntity<Content> lost(@PathVariable Realm realm, HttpServletRequest request) {
        return withFactor(realm, request,
                half -> html(HttpStatus.OK, templates.lostFactor(draft(request, "lost.title").page(), realm)));
    }

    @PostMapping("/login/{realm}/second/lost")
    ResponseEntity<Content> recover(@PathVariable Realm realm, @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        return withFactor(realm, request, half -> {
            Draft draft = draft(request, "lost.title");
            if (code.isBlank()) {
                return html(HttpStatus.UNPROCESSABLE_CONTENT,
                        templates.lostFactor(draft.wrong("code", "lost.missing").page(), realm));
            }
            Checked checked = changes.recover(new FactorChanges.Owner(half.account(), Optional.empty(),
                    request.getRemoteAddr(), frames.texts(request)), code);
            return switch (checked) {
                case Checked.Right(Factor factor) -> letIn(half, factor, request);
                case Checked.BegunAnew anew -> entry.afterPassword(half.account(), request);
                default -> refused(checked, "code", "lost.wrong", draft,
                        wrong -> templates.lostFactor(wrong.page(), realm));
            };
        });
    }

    /** The choice for somebody who must have a second factor and has none. */
    @GetMapping("/login/{realm}/enrol")
    ResponseEntity<Content> choice(@PathVariable Realm realm, HttpServletRequest request) {
        Optional<HalfSignIns.Half> half = halves.current(realm, request);
        if (half.isEmpty()) {
            return Entry.see("/login/" + realm.code());
        }
        if (factors.has(half.get().account().id())) {
            return Entry.see("/login/" + realm.code() + "/second");
        }
        return html(HttpStatus.OK, templates.enrol(draft(request, "enrol.title").page(), realm));
    }

    private ResponseEntity<Content> withFactor(Realm realm, HttpServletRequest request,
            Function<HalfSignIns.Half, ResponseEntity<Content>> answer) {
        Optional<HalfSignIns.Half> half = halves.current(realm, request);
        if (half.isEmpty()) {
            return Entry.see("/login/" + realm.code());
        }
        return factors.has(half.get().account().id())
                ? answer.apply(half.get())
                : entry.afterPassword(half.get().account(), request);
    }

    private ResponseEntity<Content> letIn(HalfSignIns.Half half, Factor second, HttpServletRequest request) {
        List<Factor> proved = new ArrayList<>(half.proved());
        proved.add(second);
        return entry.letIn(half.account(), proved, request);
    }

    private static ResponseEntity<Content> refused(Checked checked, String field, String text, Draft draft,
            Function<Draft, Content> page) {
        if (checked instanceof Checked.Wait(var remaining)) {
            long seconds = Waits.say(remaining, field, draft);
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).contentType(MediaType.TEXT_HTML)
                    .header("Cache-Control", "no-store").header("Retry-After", Long.toString(seconds))
                    .body(page.apply(draft));
        }
        return html(HttpStatus.UNAUTHORIZED, page.apply(draft.wrong(field, text)));
    }

    /** The page that asks for the second factor, with what this account has. */
    private Content page(Realm realm, Account account, Draft draft) {
        SecondFactors.Owned owned = factors.of(account.id());
        return templates.second(draft.page(), realm, owned.authenticatorSince().isPresent(),
                !owned.passkeys().isEmpty());
    }

    private Draft draft(HttpServletRequest request, String titleKey) {
        return FormPage.draft(frames, request, titleKey).using(PasskeyPages.SCRIPT);
    }

    private static ResponseEntity<Content> html(HttpStatus status, Content page) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_HTML).header("Cache-Control", "no-store")
                .body(page);
    }
}
