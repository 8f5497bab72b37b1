package jp.madoguchi.identity.signin;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.factor.Factor;
import jp.madoguchi.identity.factor.SecondFactors;
import jp.madoguchi.identity.securitylog.SecurityLog;
import jp.madoguchi.identity.securitylog.SecurityLog.Event;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The last step of every way to log in: lets in, or asks for what is missing. */
@Component
public class Entry {

    private final RealmContexts contexts;
    private final HalfSignIns halves;
    private final SecondFactors factors;
    private final Signin signin;
    private final WayBack wayBack;
    private final SecurityLog log;

    Entry(RealmContexts contexts, HalfSignIns halves, SecondFactors factors, Signin signin, WayBack wayBack,
            SecurityLog log) {
        this.contexts = contexts;
        this.halves = halves;
        this.factors = factors;
        this.signin = signin;
        this.wayBack = wayBack;
        this.log = log;
    }

    /** The password was right. Whoever has a second factor is asked for it; whoever must have one sets it up. */
    public ResponseEntity<Content> afterPassword(Account account, HttpServletRequest request) {
        boolean has = factors.has(account.id());
        if (!has && !factors.mustHave(account)) {
            return letIn(account, List.of(Factor.PASSWORD), request);
        }
        halves.note(account, List.of(Factor.PASSWORD), request);
        return see("/login/" + account.realm().code() + (has ? "/second" : "/enrol"));
    }

    /** Enough was proved. */
    public ResponseEntity<Content> letIn(Account account, Collection<Factor> proved, HttpServletRequest request) {
        halves.end(account.realm(), request);
        contexts.signIn(account, proved, request);
        log.note(Event.SIGN_IN, account.realm(), account.login(), request.getRemoteAddr());
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Set-Cookie", signin.deviceCookie(account))
                .location(URI.create(wayBack.after(account.realm(), request))).build();
    }

    static ResponseEntity<Content> see(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
    }
}
