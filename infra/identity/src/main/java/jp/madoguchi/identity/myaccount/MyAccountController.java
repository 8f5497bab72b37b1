package jp.madoguchi.identity.myaccount;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.platform.realm.Role;
import jp.madoguchi.identity.factor.SecondFactors;
import jp.madoguchi.identity.page.FormPage;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.identity.page.SignInLine;
import jp.madoguchi.identity.pages.StaticTemplates;
import jp.madoguchi.identity.signin.SignIn;
import jp.madoguchi.identity.signin.SignIns;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account at a glance, with all log-ins and the ways to end them. */
@Controller
class MyAccountController {

    private static final ZoneId CITY = ZoneId.of("Asia/Tokyo");

    private final StaticTemplates templates = new StaticTemplates();
    private final Frames frames;
    private final Owner owner;
    private final SignIns signIns;
    private final SecondFactors factors;
    private final IdentitySettings settings;

    MyAccountController(Frames frames, Owner owner, SignIns signIns, SecondFactors factors,
            IdentitySettings settings) {
        this.factors = factors;
        this.frames = frames;
        this.owner = owner;
        this.signIns = signIns;
        this.settings = settings;
    }

    @GetMapping("/account/{realm}")
    ResponseEntity<Content> show(@PathVariable Realm realm, @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        return owner.only(realm, path(realm), request, me -> {
            FormPage page = FormPage.draft(frames, request, "account.title").page();
            String said = List.of("password", "ended", "others").contains(done)
                    ? page.say("account.done." + done)
                    : "";
            return Owner.html(HttpStatus.OK, templates.myAccount(page, realm, me.account(),
                    factors.of(me.account().id()).isNone(), mayReset(me.account()),
                    signIns.of(me.account().id()).stream().map(one -> line(one, me, page)).toList(), said,
                    (realm == Realm.STAFF ? settings.backoffice() : settings.portal()).baseUrl() + "/"));
        });
    }

    @PostMapping("/account/{realm}/sign-ins/{id}/end")
    ResponseEntity<Content> end(@PathVariable Realm realm, @PathVariable UUID id, HttpServletRequest request) {
        return owner.only(realm, path(realm), request, me -> {
            signIns.end(id, me.account().id(), "ended-by-owner");
            return Owner.see(path(realm) + "?done=ended");
        });
    }

    @PostMapping("/account/{realm}/sign-ins/end-others")
    ResponseEntity<Content> endOthers(@PathVariable Realm realm, HttpServletRequest request) {
        return owner.only(realm, path(realm), request, me -> {
            signIns.endOthers(me.account().id(), me.id(), "ended-by-owner");
            return Owner.see(path(realm) + "?done=others");
        });
    }

    /** Administrators help those who lost their second factor. */
    static boolean mayReset(Account account) {
        Account.StaffPost post = account.post();
        return post != null && post.roles().contains(Role.ADMIN);
    }

    static String path(Realm realm) {
        return "/account/" + realm.code();
    }

    private static SignInLine line(SignIns.Open signIn, SignIn me, FormPage page) {
        return new SignInLine(signIn.id(), signIn.device(), when(signIn.at(), page.texts().language()),
                signIn.id().equals(me.id()));
    }

    static String when(Instant at, String language) {
        return DateTimeFormatter.ofPattern("en".equals(language) ? "d MMM yyyy HH:mm" : "yyyy年M月d日 H時mm分",
                Locale.forLanguageTag(language)).format(at.atZone(CITY));
    }
}
