package jp.madoguchi.identity.myaccount;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.factor.Passkeys;
import jp.madoguchi.identity.factor.SecondFactors;
import jp.madoguchi.identity.factor.SecondFactors.Owned;
import jp.madoguchi.identity.factor.SecondFactors.Removed;
import jp.madoguchi.identity.page.FactorLine;
import jp.madoguchi.identity.page.FormPage;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.identity.pages.StaticTemplates;
import jp.madoguchi.identity.signin.FactorChanges;
import jp.madoguchi.identity.signin.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own second factors at a glance, and the ways to remove them. */
@Controller
class FactorsController {

    private static final List<String> DONE = List.of("authenticator", "passkey", "removed", "renamed", "gone", "kept");

    private final StaticTemplates templates = new StaticTemplates();
    private final Frames frames;
    private final Owner owner;
    private final SecondFactors factors;
    private final FactorChanges changes;

    FactorsController(Frames frames, Owner owner, SecondFactors factors, FactorChanges changes) {
        this.frames = frames;
        this.owner = owner;
        this.factors = factors;
        this.changes = changes;
    }

    static String path(Realm realm) {
        return MyAccountController.path(realm) + "/factors";
    }

    @GetMapping("/account/{realm}/factors")
    ResponseEntity<Content> list(@PathVariable Realm realm, @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        return owner.only(realm, path(realm), request, me -> {
            FormPage page = FormPage.draft(frames, request, "factors.title").page();
            String said = DONE.contains(done) ? page.say("factors.done." + done) : "";
            return Owner.html(HttpStatus.OK, list(me, realm, page, said));
        });
    }

    @GetMapping("/account/{realm}/factors/authenticator/remove")
    ResponseEntity<Content> askAuthenticator(@PathVariable Realm realm, HttpServletRequest request) {
        return ask(realm, "/authenticator/remove", request,
                (owned, page) -> owned.authenticatorSince().map(since -> page.say("factor.authenticator")));
    }

    @PostMapping("/account/{realm}/factors/authenticator/remove")
    ResponseEntity<Content> removeAuthenticator(@PathVariable Realm realm, HttpServletRequest request) {
        return remove(realm, "/authenticator/remove", request, changes::removeAuthenticator);
    }

    @GetMapping("/account/{realm}/factors/passkeys/{id}/remove")
    ResponseEntity<Content> askPasskey(@PathVariable Realm realm, @PathVariable String id,
            HttpServletRequest request) {
        return ask(realm, "/passkeys/" + id + "/remove", request, (owned, page) -> owned.passkeys().stream()
                .filter(known -> known.id().equals(id)).findFirst().map(Passkeys.Known::name));
    }

    @PostMapping("/account/{realm}/factors/passkeys/{id}/remove")
    ResponseEntity<Content> removePasskey(@PathVariable Realm realm, @PathVariable String id,
            HttpServletRequest request) {
        return remove(realm, "/passkeys/" + id + "/remove", request, by -> changes.removePasskey(by, id));
    }

    /** Finds the name of what is to be removed. */
    private interface Named {
        Optional<String> in(Owned owned, FormPage page);
    }

    private ResponseEntity<Content> ask(Realm realm, String below, HttpServletRequest request, Named named) {
        return owner.fresh(realm, path(realm) + below, request, me -> {
            Owned owned = factors.of(me.account().id());
            FormPage page = FormPage.draft(frames, request, "remove.title").page();
            return named.in(owned, page)
                    .map(name -> Owner.html(HttpStatus.OK,
                            templates.removeFactor(page, realm, below, name,
                                    owned.count() == 1 && factors.mustHave(me.account()), owned.count() == 1)))
                    .orElseGet(() -> Owner.see(path(realm) + "?done=gone"));
        });
    }

    private ResponseEntity<Content> remove(Realm realm, String below, HttpServletRequest request,
            Function<FactorChanges.Owner, Removed> removal) {
        return owner.fresh(realm, path(realm) + below, request, me -> {
            FormPage page = FormPage.draft(frames, request, "factors.title").page();
            Removed removed = removal.apply(new FactorChanges.Owner(me.account(), Optional.of(me.id()),
                    request.getRemoteAddr(), frames.texts(request)));
            return switch (removed) {
                case DONE -> Owner.see(path(realm) + "?done=removed");
                case GONE -> Owner.see(path(realm) + "?done=gone");
                case LAST -> Owner.html(HttpStatus.CONFLICT, list(me, realm, page, page.say("remove.last")));
            };
        });
    }

    private Content list(SignIn me, Realm realm, FormPage page, String said) {
        Owned owned = factors.of(me.account().id());
        String language = page.texts().language();
        List<FactorLine> authenticator = owned.authenticatorSince().stream()
                .map(since -> new FactorLine("", page.say("factor.authenticator"),
                        MyAccountController.when(since, language),
                        MyAccountController.when(owned.authenticatorUsed().orElse(since), language), false))
                .toList();
        List<FactorLine> passkeys = owned.passkeys().stream()
                .map(known -> new FactorLine(known.id(), known.name(),
                        MyAccountController.when(known.createdAt(), language),
                        MyAccountController.when(known.lastUsedAt(), language), known.synced()))
                .toList();
        return templates.factors(page, realm, authenticator, passkeys, owned.codesLeft(),
                factors.mustHave(me.account()), said);
    }
}
