package jp.madoguchi.identity.signin;

import java.time.Duration;
import java.util.Optional;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.account.Accounts;
import jp.madoguchi.identity.account.LoginName;
import jp.madoguchi.identity.account.Passwords;
import jp.madoguchi.identity.account.Realm;
import jp.madoguchi.identity.attempt.AttemptPolicy;
import jp.madoguchi.identity.attempt.Attempts;
import jp.madoguchi.identity.attempt.ClientAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks who someone is, without telling strangers who has an account: same words, same work, same time. */
@Component
public class Signin {

    private static final Logger LOG = LoggerFactory.getLogger(Signin.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final ClientAddress addresses;

    Signin(Accounts accounts, Passwords passwords, Attempts attempts, ClientAddress addresses) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.addresses = addresses;
    }

    SigninOutcome attempt(Realm counter, LoginName login, String password, String remoteAddress) {
        Optional<String> address = addresses.keyOf(remoteAddress);
        Duration wait = address.map(key -> attempts.waitFor(AttemptPolicy.ADDRESS, key)).orElse(Duration.ZERO);
        if (wait.isZero()) {
            wait = attempts.begin(AttemptPolicy.ACCOUNT, accountKey(login));
        }
        if (!wait.isZero()) {
            return new SigninOutcome.Wait(wait);
        }
        Optional<Account> account = accounts.find(counter, login).or(() -> accounts.find(counter.other(), login));
        boolean right = passwords.check(account, password);
        if (!right || account.filter(known -> !known.disabled()).isEmpty()) {
            address.ifPresent(key -> attempts.begin(AttemptPolicy.ADDRESS, key));
            LOG.info("log-in refused at counter {}", counter.code());
            return new SigninOutcome.Refused();
        }
        attempts.forget(AttemptPolicy.ACCOUNT, accountKey(login));
        Account known = account.orElseThrow();
        return known.realm() == counter
                ? new SigninOutcome.Welcome(known)
                : new SigninOutcome.WrongCounter(known.realm());
    }

    /** Forgets the wrong tries for an account, as after its password was replaced. */
    public void forgive(LoginName login) {
        attempts.forget(AttemptPolicy.ACCOUNT, accountKey(login));
    }

    private static String accountKey(LoginName login) {
        return login.value();
    }
}
