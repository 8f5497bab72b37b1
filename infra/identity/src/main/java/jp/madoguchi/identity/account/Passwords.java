package jp.madoguchi.identity.account;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords with Argon2id (19 MiB, 2 passes, 1 lane: the first choice of the OWASP Password Storage
 * Cheat Sheet). Not bcrypt, which reads 72 bytes only: 24 Japanese characters. Hashes carry their recipe, and older ones
 * are renewed at the next log-in.
 */
@Component
public class Passwords {

    private static final String CURRENT = "argon2id";

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(CURRENT,
            Map.of(CURRENT, new Argon2PasswordEncoder(16, 32, 1, 19_456, 2), "bcrypt", new BCryptPasswordEncoder()));

    private final Accounts accounts;
    private final HashingRoom room;
    private final CityWords city;

    /** What is compared when there is nobody to compare with, so that the answer takes as long. */
    private final String nobody;

    Passwords(Accounts accounts, HashingRoom room, CityWords city) {
        this.city = city;
        this.accounts = accounts;
        this.room = room;
        // Not in turn: nobody else is here yet, and a slow machine must not keep the program from starting.
        this.nobody = encoded("nobody has this password");
    }

    /**
     * The first rule that a new password breaks, if any.
     *
     * @param aboutOwner login name, mail address and name of the account
     */
    public Optional<PasswordRule> ruleBrokenBy(String typed, String... aboutOwner) {
        return PasswordRule.brokenBy(typed, aboutOwner)
                .or(() -> city.make(same(typed), aboutOwner) ? Optional.of(PasswordRule.ABOUT_CITY) : Optional.empty());
    }

    /** @throws TooBusy if too many wait */
    public String hash(String password) {
        return room.inTurn(Asker.SOMEBODY, () -> encoded(password));
    }

    private String encoded(String password) {
        return Optional.ofNullable(encoder.encode(same(password))).orElseThrow();
    }

    /** @throws TooBusy if too many wait */
    public boolean matches(String password, @Nullable String hash) {
        return matches(password, hash, Asker.SOMEBODY);
    }

    private boolean matches(String password, @Nullable String hash, Asker asker) {
        String against = hash == null ? nobody : hash;
        return room.inTurn(asker, () -> encoder.matches(same(password), against)) && hash != null;
    }

    /**
     * Checks the password of an account (or of nobody, in the same time) and renews an old hash.
     *
     * @throws TooBusy if too many wait
     */
    public boolean check(Optional<Account> account, String password) {
        return check(account, password, Asker.SOMEBODY);
    }

    /** As {@link #check(Optional, String)}; of those that wait, only half may be of one asker. */
    public boolean check(Optional<Account> account, String password, Asker asker) {
        String hash = account.map(Account::passwordHash).orElse(null);
        boolean right = matches(password, hash, asker);
        if (right && hash != null && encoder.upgradeEncoding(hash)) {
            renew(account.orElseThrow(), hash, password);
        }
        return right;
    }

    private void renew(Account account, String old, String password) {
        try {
            accounts.rehash(account.id(), old, hash(password));
        } catch (TooBusy notNow) {
            // The next log-in renews it.
        }
    }

    /** NIST SP 800-63B 5.1.1.2: normalise, so that another keyboard's 「ガ」 is the same 「ガ」. */
    static String same(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
