package jp.madoguchi.identity.myaccount;

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
import jp.madoguchi.identity.factor.SecondFactors.Added;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.identity.signin.FactorChanges;
import jp.madoguchi.identity.signin.HalfSignIns;
import jp.madoguchi.identity.signin.RealmContexts;
import jp.madoguchi.identity.signin.SignIn;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Who sets a factor up: the owner on the account's pages, or, at a log-in, somebody who must have one and has none. The same
 * pages serve both, below two addresses.
 */
@Component
class Enrolment {

    private final Owner owner;
    private final HalfSignIns halves;
    private final SecondFactors factors;
    private final NewCodes newCodes;
    private final Frames frames;
    private final RealmContexts contexts;

    Enrolment(Owner owner, HalfSignIns halves, SecondFactors factors, NewCodes newCodes, Frames frames,
            RealmContexts contexts) {
        this.contexts = contexts;
        this.owner = owner;
        this.halves = halves;
        this.factors = factors;
        this.newCodes = newCodes;
        this.frames = frames;
    }

    /**
     * @param signIn
     *            the log-in, or empty on the way to one
     * @param base
     *            the address below which the pages lie
     */
    record Enrolee(Account account, Optional<SignIn> signIn, String base) {}

    /** The answer for whoever may set a factor up, or the way to what is missing. */
    ResponseEntity<Content> only(Realm realm, String page, HttpServletRequest request,
            Function<Enrolee, ResponseEntity<Content>> answer) {
        String base = base(realm, request);
        if (base.startsWith("/account/")) {
            return owner.fresh(realm, base + page, request,
                    me -> answer.apply(new Enrolee(me.account(), Optional.of(me), base)));
        }
        Optional<HalfSignIns.Half> half = halves.current(realm, request);
        if (half.isEmpty()) {
            return Owner.see("/login/" + realm.code());
        }
        return factors.has(half.get().account().id())
                ? Owner.see("/login/" + realm.code() + "/second")
                : answer.apply(new Enrolee(half.get().account(), Optional.empty(), base));
    }

    /** Where the pages lie that the request is one of. */
    static String base(Realm realm, HttpServletRequest request) {
        return request.getRequestURI().startsWith("/login/")
                ? "/login/" + realm.code() + "/enrol"
                : MyAccountController.path(realm) + "/factors";
    }

    FactorChanges.Owner by(Enrolee enrolee, HttpServletRequest request) {
        return new FactorChanges.Owner(enrolee.account(), enrolee.signIn().map(SignIn::id), request.getRemoteAddr(),
                frames.texts(request));
    }

    /** After a factor was added: on to the new recovery codes, or back to the list. */
    ResponseEntity<Content> after(Enrolee enrolee, Added.Done done, String said, HttpServletRequest request) {
        enrolee.signIn().ifPresent(me -> contexts.prove(me, done.factor(), request));
        if (enrolee.signIn().isEmpty()) {
            List<Factor> proved = new ArrayList<>(halves.current(enrolee.account().realm(), request)
                    .map(HalfSignIns.Half::proved).orElse(List.of()));
            proved.add(done.factor());
            halves.note(enrolee.account(), proved, request);
        }
        if (done.codes().isEmpty()) {
            return Owner.see(enrolee.base() + "?done=" + said);
        }
        newCodes.keep(enrolee.account(), done.codes(), request);
        return Owner.see(enrolee.base() + "/recovery-codes");
    }
}
