package jp.madoguchi.identity.factor;

import java.time.InstantSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.platform.realm.Role;
import jp.madoguchi.identity.attempt.AttemptPolicies;
import jp.madoguchi.platform.attempt.jdbc.JdbcAttempts;
import jp.madoguchi.identity.securitylog.SecurityLog;
import jp.madoguchi.identity.securitylog.SecurityLog.Event;
import jp.madoguchi.platform.realm.SecondFactorRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The second factors of accounts: who has which, who must have one, and how they come and go. */
@Component
public class SecondFactors {

    private final JdbcClient jdbc;
    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final FactorResets resets;
    private final JdbcAttempts attempts;
    private final SecurityLog log;
    private final InstantSource clock;
    private final SecondFactorRule rule;

    SecondFactors(JdbcClient jdbc, Authenticators authenticators, Passkeys passkeys, RecoveryCodes codes,
            FactorResets resets, JdbcAttempts attempts, SecurityLog log, InstantSource clock,
            IdentitySettings settings) {
        this.jdbc = jdbc;
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.codes = codes;
        this.resets = resets;
        this.attempts = attempts;
        this.log = log;
        this.clock = clock;
        this.rule = settings.identity().secondFactor();
    }

    /**
     * What an account has.
     *
     * @param authenticatorSince
     *            when the authenticator was set up, if there is one
     * @param authenticatorUsed
     *            when it was last used
     * @param codesLeft
     *            recovery codes that are still good
     */
    public record Owned(Optional<Instant> authenticatorSince, Optional<Instant> authenticatorUsed,
            List<Passkeys.Known> passkeys, int codesLeft) {

        public Owned {
            passkeys = List.copyOf(passkeys);
        }

        public boolean isNone() {
            return authenticatorSince.isEmpty() && passkeys.isEmpty();
        }

        /** How many there are, recovery codes aside. */
        public int count() {
            return passkeys.size() + (authenticatorSince.isPresent() ? 1 : 0);
        }
    }

    public Owned of(UUID account) {
        Optional<Authenticators.Known> authenticator = authenticators.of(account);
        return new Owned(authenticator.map(Authenticators.Known::createdAt),
                authenticator.map(Authenticators.Known::lastUsedAt), passkeys.of(account), codes.left(account));
    }

    /** Whether the account has an authenticator or a passkey. */
    public boolean has(UUID account) {
        return jdbc.sql("""
                select exists (select from authenticator where account_id = :account)
                    or exists (select from user_entities e join user_credentials c on c.user_entity_user_id = e.id
                                where e.account_id = :account)
                """).param("account", account).query(Boolean.class).single();
    }

    /** Whether the account must have one. */
    public boolean mustHave(Account account) {
        Account.StaffPost post = account.post();
        return rule.asks(account.realm().code(),
                post == null ? List.of() : post.roles().stream().map(Role::code).toList());
    }

    /** What came of a code. */
    public sealed interface Checked {

        record Right(Factor factor) implements Checked {}

        /** The account has no second factor any more: an administrator's code was right. */
        record BegunAnew() implements Checked {}

        record Wrong() implements Checked {}

        /** Too many tries; this one was not looked at. */
        record Wait(Duration remaining) implements Checked {}
    }

    /** Uses up a one-time code of the account's authenticator. */
    public Checked oneTimeCode(Account account, String typed, String remoteAddress) {
        return inTurn(account, remoteAddress,
                () -> proved(Factor.ONE_TIME_CODE, authenticators.accept(account.id(), typed)));
    }

    /**
     * Uses up a recovery code of the account, or the code of an administrator; after that one the account has no second factor.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Checked recover(Account account, String typed, String remoteAddress) {
        Checked checked = inTurn(account, remoteAddress,
                () -> proved(Factor.RECOVERY_CODE,
                        codes.accept(account.id(), typed) || begunAnew(account.id(), typed)));
        if (!(checked instanceof Checked.Right)) {
            return checked;
        }
        boolean anew = !has(account.id());
        log.note(anew ? Event.FACTOR_RESET_USED : Event.RECOVERY_CODE_USED, account.realm(), account.login(),
                remoteAddress);
        return anew ? new Checked.BegunAnew() : checked;
    }

    private static Optional<Factor> proved(Factor factor, boolean right) {
        return right ? Optional.of(factor) : Optional.empty();
    }

    private boolean begunAnew(UUID account, String typed) {
        lock(account);
        if (!resets.accept(account, typed)) {
            return false;
        }
        authenticators.remove(account);
        passkeys.removeAll(account);
        codes.removeAll(account);
        return true;
    }

    /** The tries of all codes of an account count together, and each is counted before it is looked at. */
    private Checked inTurn(Account account, String remoteAddress,
            Supplier<Optional<Factor>> check) {
        String key = "second-factor:" + account.id();
        Duration wait = attempts.begin(AttemptPolicies.ACCOUNT, key);
        if (!wait.isZero()) {
            return new Checked.Wait(wait);
        }
        Optional<Factor> proved = check.get();
        if (proved.isEmpty()) {
            log.note(Event.FACTOR_REFUSED, account.realm(), account.login(), remoteAddress);
            return new Checked.Wrong();
        }
        attempts.forget(AttemptPolicies.ACCOUNT, key);
        return new Checked.Right(proved.get());
    }

    /** A secret for an authenticator that is not set up yet, Base32. */
    public String newAuthenticator() {
        return OneTimeCodes.newSecret();
    }

    /** What came of setting a factor up. */
    public sealed interface Added {

        /**
         * @param factor
         *            what was set up, and proved by that
         * @param codes
         *            a new set of recovery codes, empty if the account still has good ones
         * @param first
         *            whether the account had no second factor before
         */
        record Done(Factor factor, List<String> codes, boolean first) implements Added {
            public Done {
                codes = List.copyOf(codes);
            }
        }

        /** The code or the browser's answer is not right. */
        record Wrong() implements Added {}

        /** The account got a factor in the meantime, and this one was to be the first. */
        record NotFirst() implements Added {}

        /** The account has as many as it may. */
        record TooMany() implements Added {}
    }

    /**
     * Sets an authenticator up, in place of one there was, if its first code is right.
     *
     * @param onlyAsFirst
     *            for whoever has proved no more than the password
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Added addAuthenticator(Account account, String secret, String code, boolean onlyAsFirst) {
        OptionalLong step = OneTimeCodes.step(secret, code, clock.instant());
        if (step.isEmpty()) {
            return new Added.Wrong();
        }
        boolean first = lockedIsFirst(account.id());
        if (onlyAsFirst && !first) {
            return new Added.NotFirst();
        }
        authenticators.set(account.id(), secret, step.getAsLong());
        return done(Factor.ONE_TIME_CODE, account.id(), first);
    }

    /** Takes a passkey in; parameters as in {@link #addAuthenticator} and {@link Passkeys}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Added addPasskey(Account account, String challenge, String answer, String name, boolean onlyAsFirst) {
        boolean first = lockedIsFirst(account.id());
        if (onlyAsFirst && !first) {
            return new Added.NotFirst();
        }
        if (passkeys.of(account.id()).size() >= Passkeys.MOST) {
            return new Added.TooMany();
        }
        return passkeys.add(account, challenge, answer, name).map(factor -> done(factor, account.id(), first))
                .orElseGet(Added.Wrong::new);
    }

    private Added done(Factor factor, UUID account, boolean first) {
        return new Added.Done(factor, codes.left(account) == 0 ? codes.renew(account) : List.of(), first);
    }

    /** What came of removing a factor. */
    public enum Removed {
        DONE,
        /** There is none (any more). */
        GONE,
        /** It is the last one of somebody who must have one. */
        LAST
    }

    /** Removes the authenticator; with the last factor the recovery codes go too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Removed removeAuthenticator(Account account) {
        return remove(account, () -> authenticators.remove(account.id()));
    }

    /** Removes a passkey; with the last factor the recovery codes go too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Removed removePasskey(Account account, String id) {
        return remove(account, () -> passkeys.remove(account.id(), id));
    }

    private Removed remove(Account account, BooleanSupplier removal) {
        lock(account.id());
        // Under the lock: two removals at once must not each think the other factor remains.
        if (of(account.id()).count() <= 1 && mustHave(account)) {
            return Removed.LAST;
        }
        if (!removal.getAsBoolean()) {
            return Removed.GONE;
        }
        if (!has(account.id())) {
            codes.removeAll(account.id());
        }
        return Removed.DONE;
    }

    /** A new set of recovery codes; the old ones are void. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> renewCodes(Account account) {
        lock(account.id());
        return codes.renew(account.id());
    }

    /** A code with which the account may begin anew; an earlier one is void. */
    public String issueReset(Account account, UUID administrator) {
        return resets.issue(account.id(), administrator);
    }

    /** How long such a code is good. */
    public static Duration resetGoodFor() {
        return FactorResets.GOOD_FOR;
    }

    private boolean lockedIsFirst(UUID account) {
        lock(account);
        return !has(account);
    }

    /** One change of an account's factors at a time. */
    private void lock(UUID account) {
        jdbc.sql("select id from account where id = :account for update").param("account", account).query(UUID.class)
                .optional();
    }
}
