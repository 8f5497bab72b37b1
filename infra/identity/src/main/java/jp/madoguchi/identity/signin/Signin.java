package jp.madoguchi.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.account.Accounts;
import jp.madoguchi.identity.account.LoginName;
import jp.madoguchi.identity.account.Asker;
import jp.madoguchi.identity.account.Passwords;
import jp.madoguchi.identity.account.TooBusy;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.attempt.AttemptPolicies;
import jp.madoguchi.platform.attempt.jdbc.JdbcAttempts;
import jp.madoguchi.identity.attempt.ClientAddress;
import jp.madoguchi.identity.attempt.KnownDevices;
import jp.madoguchi.identity.securitylog.SecurityLog;
import jp.madoguchi.identity.securitylog.SecurityLog.Event;
import org.springframework.stereotype.Component;

/** Checks who someone is, without telling strangers who has an account: same words, same work, same time. */
@Component
public class Signin {

    private final Accounts accounts;
    private final Passwords passwords;
    private final JdbcAttempts attempts;
    private final ClientAddress addresses;
    private final KnownDevices devices;
    private final SecurityLog log;

    Signin(Accounts accounts, Passwords passwords, JdbcAttempts attempts, ClientAddress addresses, KnownDevices devices,
            SecurityLog log) {
        this.devices = devices;
        this.log = log;
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.addresses = addresses;
    }

    SigninOutcome attempt(Realm counter, LoginName login, String password, HttpServletRequest request) {
        Tries tries = new Tries(login, request.getRemoteAddr(), devices.known(counter, login, request));
        Duration wait = begin(tries);
        if (!wait.isZero()) {
            log.note(Event.SIGN_IN_DELAYED, counter, login, tries.remoteAddress());
            return new SigninOutcome.Wait(wait);
        }
        Optional<Account> account = accounts.find(counter, login).or(() -> accounts.find(counter.other(), login));
        boolean right;
        try {
            right = passwords.check(account, password, tries.asker());
        } catch (TooBusy full) {
            takeBack(tries);
            log.note(Event.SIGN_IN_DELAYED, counter, login, tries.remoteAddress());
            return new SigninOutcome.Busy();
        }
        if (!right || account.filter(known -> !known.disabled()).isEmpty()) {
            addresses.keyOf(tries.remoteAddress()).ifPresent(key -> attempts.begin(AttemptPolicies.ADDRESS, key));
            log.note(Event.SIGN_IN_REFUSED, counter, login, tries.remoteAddress());
            return new SigninOutcome.Refused();
        }
        settle(tries);
        Account known = account.orElseThrow();
        boolean here = known.realm() == counter;
        if (!here) {
            log.note(Event.WRONG_COUNTER, counter, login, tries.remoteAddress());
        }
        return here ? new SigninOutcome.Welcome(known) : new SigninOutcome.WrongCounter(known.realm());
    }

    /** Whose tries count together: those of the owner's own browser, or those of a network and of the whole world. */
    private record Tries(LoginName login, String remoteAddress, Optional<String> device) {

        /** The owner's own browser stands in no stranger's queue. */
        Asker asker() {
            return device().map(own -> new Asker(own, true))
                    .orElseGet(() -> new Asker(ClientAddress.networkOf(remoteAddress), false));
        }

        String fromNetwork() {
            return login.value() + "\n" + ClientAddress.networkOf(remoteAddress);
        }
    }

    /** The try was not looked at: as if it had not been made. */
    private void takeBack(Tries tries) {
        if (tries.device().isPresent()) {
            attempts.giveBack(AttemptPolicies.KNOWN_DEVICE, tries.device().get());
        } else {
            attempts.giveBack(AttemptPolicies.ACCOUNT_FROM_NETWORK, tries.fromNetwork());
            attempts.giveBack(AttemptPolicies.ACCOUNT_FROM_EVERYWHERE, tries.login().value());
        }
    }

    /** Counts the try; how long to wait instead of making it. */
    private Duration begin(Tries tries) {
        if (tries.device().isPresent()) {
            return attempts.begin(AttemptPolicies.KNOWN_DEVICE, tries.device().get());
        }
        Duration wait = addresses.keyOf(tries.remoteAddress())
                .map(key -> attempts.waitFor(AttemptPolicies.ADDRESS, key)).orElse(Duration.ZERO);
        if (wait.isZero()) {
            wait = attempts.begin(AttemptPolicies.ACCOUNT_FROM_NETWORK, tries.fromNetwork());
        }
        return wait.isZero() ? attempts.begin(AttemptPolicies.ACCOUNT_FROM_EVERYWHERE, tries.login().value()) : wait;
    }

    /** The try was right: it and those before it from the same place are forgotten, not those of others. */
    private void settle(Tries tries) {
        if (tries.device().isPresent()) {
            attempts.forget(AttemptPolicies.KNOWN_DEVICE, tries.device().get());
        } else {
            attempts.forget(AttemptPolicies.ACCOUNT_FROM_NETWORK, tries.fromNetwork());
            attempts.giveBack(AttemptPolicies.ACCOUNT_FROM_EVERYWHERE, tries.login().value());
        }
    }

    /** The cookie by which the owner's browser is known from now on. */
    public String deviceCookie(Account owner) {
        return devices.cookie(owner.realm(), owner.login());
    }

    /** Forgets the wrong tries for an account, as after its password was replaced. */
    public void forgive(LoginName login, String remoteAddress) {
        attempts.forget(AttemptPolicies.ACCOUNT_FROM_NETWORK,
                new Tries(login, remoteAddress, Optional.empty()).fromNetwork());
        attempts.forget(AttemptPolicies.ACCOUNT_FROM_EVERYWHERE, login.value());
    }
}
