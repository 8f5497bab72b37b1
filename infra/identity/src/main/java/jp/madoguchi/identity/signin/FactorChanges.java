package jp.madoguchi.identity.signin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.factor.Factor;
import jp.madoguchi.identity.factor.SecondFactors;
import jp.madoguchi.identity.factor.SecondFactors.Added;
import jp.madoguchi.identity.factor.SecondFactors.Checked;
import jp.madoguchi.identity.factor.SecondFactors.Removed;
import jp.madoguchi.platform.text.Texts;
import jp.madoguchi.platform.mail.Mail;
import jp.madoguchi.identity.post.Post;
import jp.madoguchi.identity.securitylog.SecurityLog;
import jp.madoguchi.identity.securitylog.SecurityLog.Event;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of second factors with all that goes with them, in one transaction each: other log-ins end, the owner's mailbox
 * hears of it, the security log too.
 */
@Component
public class FactorChanges {

    private final SecondFactors factors;
    private final SignIns signIns;
    private final Post post;
    private final SecurityLog log;

    FactorChanges(SecondFactors factors, SignIns signIns, Post post, SecurityLog log) {
        this.factors = factors;
        this.signIns = signIns;
        this.post = post;
        this.log = log;
    }

    /**
     * Who changes what is theirs.
     *
     * @param signIn
     *            their log-in, or empty for somebody who sets the first factor up before being logged in
     */
    public record Owner(Account account, Optional<UUID> signIn, String remoteAddress, Texts texts) {}

    @Transactional
    public Added addAuthenticator(Owner owner, String secret, String code) {
        return added(owner, "factor.authenticator",
                factors.addAuthenticator(owner.account(), secret, code, owner.signIn().isEmpty()));
    }

    @Transactional
    public Added addPasskey(Owner owner, String challenge, String answer, String name) {
        return added(owner, "factor.passkey",
                factors.addPasskey(owner.account(), challenge, answer, name, owner.signIn().isEmpty()));
    }

    private Added added(Owner owner, String what, Added outcome) {
        if (outcome instanceof Added.Done done) {
            if (done.first()) {
                // They rest on the password alone.
                endOthers(owner, "factor-added");
            }
            tell(owner, Event.FACTOR_ADDED, "mail.factorAdded", owner.texts().say(what));
        } else {
            log.note(Event.FACTOR_REFUSED, owner.account().realm(), owner.account().login(), owner.remoteAddress());
        }
        return outcome;
    }

    @Transactional
    public Removed removeAuthenticator(Owner owner) {
        return removed(owner, "factor.authenticator", factors::removeAuthenticator);
    }

    @Transactional
    public Removed removePasskey(Owner owner, String id) {
        return removed(owner, "factor.passkey", account -> factors.removePasskey(account, id));
    }

    private Removed removed(Owner owner, String what, Function<Account, Removed> removal) {
        Removed outcome = removal.apply(owner.account());
        if (outcome == Removed.DONE) {
            endOthers(owner, "factor-removed");
            tell(owner, Event.FACTOR_REMOVED, "mail.factorRemoved", owner.texts().say(what));
        }
        return outcome;
    }

    @Transactional
    public List<String> renewCodes(Owner owner) {
        List<String> codes = factors.renewCodes(owner.account());
        tell(owner, Event.RECOVERY_CODES_RENEWED, "mail.codesRenewed");
        return codes;
    }

    /** Uses up a recovery code, or an administrator's code. */
    @Transactional
    public Checked recover(Owner owner, String typed) {
        Checked checked = factors.recover(owner.account(), typed, owner.remoteAddress());
        if (checked instanceof Checked.BegunAnew) {
            endOthers(owner, "factor-reset");
            send(owner.account(), owner.texts(), "mail.factorReset");
        } else if (checked instanceof Checked.Right(Factor factor) && factor == Factor.RECOVERY_CODE) {
            send(owner.account(), owner.texts(), "mail.codeUsed", factors.of(owner.account().id()).codesLeft());
        }
        return checked;
    }

    /** An administrator, who has seen the owner, makes a code to begin anew with. */
    @Transactional
    public String issueReset(Owner administrator, Account owner) {
        String code = factors.issueReset(owner, administrator.account().id());
        log.note(Event.FACTOR_RESET_ISSUED, owner.realm(), owner.login(), administrator.remoteAddress(),
                administrator.account().login());
        send(owner, administrator.texts(), "mail.resetIssued");
        return code;
    }

    private void endOthers(Owner owner, String why) {
        signIns.endOthers(owner.account().id(), owner.signIn().orElse(null), why);
    }

    private void tell(Owner owner, Event event, String mail, Object... args) {
        log.note(event, owner.account().realm(), owner.account().login(), owner.remoteAddress());
        send(owner.account(), owner.texts(), mail, args);
    }

    private void send(Account account, Texts texts, String mail, Object... args) {
        post.send(new Mail(account.email(), texts.say(mail + ".subject"), texts.say(mail + ".text", args)), texts);
    }
}
