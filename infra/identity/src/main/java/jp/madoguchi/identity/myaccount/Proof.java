package jp.madoguchi.identity.myaccount;

import java.time.Duration;
import java.util.Optional;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.account.Asker;
import jp.madoguchi.identity.account.Passwords;
import jp.madoguchi.identity.account.TooBusy;
import jp.madoguchi.identity.attempt.AttemptPolicies;
import jp.madoguchi.platform.attempt.jdbc.JdbcAttempts;
import jp.madoguchi.identity.page.FormPage.Draft;
import jp.madoguchi.identity.securitylog.SecurityLog;
import jp.madoguchi.identity.securitylog.SecurityLog.Event;
import jp.madoguchi.identity.signin.Waits;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The password asked for once more before something that cannot be taken back: whoever found an unlocked screen must not be
 * able to take the account over.
 */
@Component
class Proof {

    private final Passwords passwords;
    private final JdbcAttempts attempts;
    private final SecurityLog log;

    Proof(Passwords passwords, JdbcAttempts attempts, SecurityLog log) {
        this.log = log;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /**
     * Checks the password, and notes beside the field what is wrong with it.
     *
     * @return the status of an answer that shows the draft again, if something is wrong
     */
    HttpStatus of(Account account, String typed, String field, Draft draft, String remoteAddress) {
        if (typed.isEmpty()) {
            draft.wrong(field, "password.missing");
            return HttpStatus.UNPROCESSABLE_CONTENT;
        }
        String key = "proof:" + account.id();
        Duration wait = attempts.begin(AttemptPolicies.ACCOUNT, key);
        if (!wait.isZero()) {
            Waits.say(wait, field, draft);
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        boolean right;
        try {
            right = passwords.check(Optional.of(account), typed, new Asker(key, true));
        } catch (TooBusy full) {
            attempts.giveBack(AttemptPolicies.ACCOUNT, key);
            throw full;
        }
        if (!right) {
            log.note(Event.PROOF_REFUSED, account.realm(), account.login(), remoteAddress);
            draft.wrong(field, "proof.wrong");
            return HttpStatus.UNAUTHORIZED;
        }
        attempts.forget(AttemptPolicies.ACCOUNT, key);
        return HttpStatus.OK;
    }
}
