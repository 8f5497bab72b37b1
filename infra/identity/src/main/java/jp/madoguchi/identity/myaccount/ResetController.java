package jp.madoguchi.identity.myaccount;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.account.Accounts;
import jp.madoguchi.identity.account.LoginName;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.factor.SecondFactors;
import jp.madoguchi.identity.page.FormPage;
import jp.madoguchi.identity.page.FormPage.Draft;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.identity.pages.StaticTemplates;
import jp.madoguchi.identity.signin.FactorChanges;
import jp.madoguchi.identity.signin.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where administrators help people who lost every second factor: after seeing who it is, they make a code; the person enters
 * it after the password. Neither of them gets far alone.
 */
@Controller
class ResetController {

    private static final String PATH = "/account/staff/factor-resets";

    private final StaticTemplates templates = new StaticTemplates();
    private final Frames frames;
    private final Owner owner;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final FactorChanges changes;

    ResetController(Frames frames, Owner owner, Accounts accounts, SecondFactors factors, FactorChanges changes) {
        this.frames = frames;
        this.owner = owner;
        this.accounts = accounts;
        this.factors = factors;
        this.changes = changes;
    }

    @GetMapping(PATH)
    ResponseEntity<Content> form(HttpServletRequest request) {
        return administrator(request, me -> Owner.html(HttpStatus.OK, templates
                .factorReset(FormPage.draft(frames, request, "reset.title").page(), Realm.STAFF, "", false)));
    }

    @PostMapping(PATH)
    ResponseEntity<Content> issue(@RequestParam(defaultValue = "staff") String whose,
            @RequestParam(defaultValue = "") String login, @RequestParam(defaultValue = "false") boolean seen,
            HttpServletRequest request) {
        return administrator(request, me -> {
            Realm realm = Realm.ofCode(whose).orElse(Realm.STAFF);
            Draft draft = FormPage.draft(frames, request, "reset.title");
            Optional<Account> account = accounts.find(realm, new LoginName(login)).filter(known -> !known.disabled());
            if (login.isBlank()) {
                draft.wrong("login", "login.missing." + realm.code());
            } else if (account.isEmpty()) {
                draft.wrong("login", "reset.unknown." + realm.code());
            } else if (account.get().id().equals(me.account().id())) {
                draft.wrong("login", "reset.self");
            } else if (!factors.has(account.get().id())) {
                draft.wrong("login", "reset.none");
            }
            if (!seen) {
                draft.wrong("seen", "reset.seen.missing");
            }
            if (!draft.isRight()) {
                return Owner.html(HttpStatus.UNPROCESSABLE_CONTENT,
                        templates.factorReset(draft.page(), realm, login, seen));
            }
            Account known = account.orElseThrow();
            String code = changes.issueReset(new FactorChanges.Owner(me.account(), Optional.of(me.id()),
                    request.getRemoteAddr(), frames.texts(request)), known);
            FormPage page = FormPage.draft(frames, request, "reset.made.title").page();
            return Owner.html(HttpStatus.OK, templates.factorResetCode(page, code, known.name(),
                    known.login().value(), SecondFactors.resetGoodFor().toHours()));
        });
    }

    private ResponseEntity<Content> administrator(HttpServletRequest request,
            Function<SignIn, ResponseEntity<Content>> answer) {
        return owner.only(Realm.STAFF, PATH, request, me -> {
            if (!MyAccountController.mayReset(me.account())) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            return owner.fresh(Realm.STAFF, PATH, request, answer);
        });
    }
}
