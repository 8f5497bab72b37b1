package jp.madoguchi.identity.myaccount;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.factor.Factor;
import jp.madoguchi.identity.factor.SecondFactors;
import jp.madoguchi.identity.page.FormPage;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.identity.pages.StaticTemplates;
import jp.madoguchi.identity.signin.Entry;
import jp.madoguchi.identity.signin.FactorChanges;
import jp.madoguchi.identity.signin.HalfSignIns;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows new recovery codes until they are written down, and makes a new set. */
@Controller
class RecoveryCodesController {

    private final StaticTemplates templates = new StaticTemplates();
    private final Frames frames;
    private final Owner owner;
    private final HalfSignIns halves;
    private final Entry entry;
    private final NewCodes newCodes;
    private final SecondFactors factors;
    private final FactorChanges changes;

    RecoveryCodesController(Frames frames, Owner owner, HalfSignIns halves, Entry entry, NewCodes newCodes,
            SecondFactors factors, FactorChanges changes) {
        this.frames = frames;
        this.owner = owner;
        this.halves = halves;
        this.entry = entry;
        this.newCodes = newCodes;
        this.factors = factors;
        this.changes = changes;
    }

    @GetMapping("/account/{realm}/factors/recovery-codes")
    ResponseEntity<Content> show(@PathVariable Realm realm, HttpServletRequest request) {
        String list = FactorsController.path(realm);
        return owner.only(realm, list, request,
                me -> newCodes.of(me.account(), request)
                        .map(codes -> Owner.html(HttpStatus.OK, templates.recoveryCodes(page(request), codes,
                                list + "/recovery-codes/kept", me.account().login().value())))
                        .orElseGet(() -> Owner.see(list)));
    }

    @PostMapping("/account/{realm}/factors/recovery-codes/kept")
    ResponseEntity<Content> kept(@PathVariable Realm realm, HttpServletRequest request) {
        return owner.only(realm, FactorsController.path(realm), request, me -> {
            newCodes.forget(me.account(), request);
            return Owner.see(FactorsController.path(realm) + "?done=kept");
        });
    }

    @GetMapping("/account/{realm}/factors/recovery-codes/new")
    ResponseEntity<Content> ask(@PathVariable Realm realm, HttpServletRequest request) {
        return owner.fresh(realm, FactorsController.path(realm) + "/recovery-codes/new", request,
                me -> Owner.html(HttpStatus.OK, templates.renewCodes(
                        FormPage.draft(frames, request, "codes.renew.title").page(), realm)));
    }

    @PostMapping("/account/{realm}/factors/recovery-codes/new")
    ResponseEntity<Content> renew(@PathVariable Realm realm, HttpServletRequest request) {
        String list = FactorsController.path(realm);
        return owner.fresh(realm, list + "/recovery-codes/new", request, me -> {
            if (!factors.has(me.account().id())) {
                return Owner.see(list);
            }
            newCodes.keep(me.account(), changes.renewCodes(new FactorChanges.Owner(me.account(),
                    Optional.of(me.id()), request.getRemoteAddr(), frames.texts(request))), request);
            return Owner.see(list + "/recovery-codes");
        });
    }

    @GetMapping("/login/{realm}/enrol/recovery-codes")
    ResponseEntity<Content> showBeforeEntry(@PathVariable Realm realm, HttpServletRequest request) {
        Optional<HalfSignIns.Half> half = provedEnough(realm, request);
        return half.isEmpty()
                ? Owner.see("/login/" + realm.code())
                : newCodes.of(half.get().account(), request)
                        .map(codes -> Owner.html(HttpStatus.OK,
                                templates.recoveryCodes(page(request), codes,
                                        "/login/" + realm.code() + "/enrol/recovery-codes/kept",
                                        half.get().account().login().value())))
                        .orElseGet(() -> entry.letIn(half.get().account(), half.get().proved(), request));
    }

    @PostMapping("/login/{realm}/enrol/recovery-codes/kept")
    ResponseEntity<Content> enter(@PathVariable Realm realm, HttpServletRequest request) {
        Optional<HalfSignIns.Half> half = provedEnough(realm, request);
        if (half.isEmpty()) {
            return Owner.see("/login/" + realm.code());
        }
        newCodes.forget(half.get().account(), request);
        return entry.letIn(half.get().account(), half.get().proved(), request);
    }

    private Optional<HalfSignIns.Half> provedEnough(Realm realm, HttpServletRequest request) {
        return halves.current(realm, request).filter(half -> Factor.areTwo(half.proved()));
    }

    private FormPage page(HttpServletRequest request) {
        return FormPage.draft(frames, request, "codes.title").page();
    }
}
