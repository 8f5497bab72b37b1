package jp.madoguchi.identity.account;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
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

    /** Each hash takes 19 MiB and a core: more at a time than cores would only take memory. */
    private final Semaphore room = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    private final Accounts accounts;

    /** What is compared when there is nobody to compare with, so that the answer takes as long. */
    private final String nobody;

    Passwords(Accounts accounts) {
        this.accounts = accounts;
        this.nobody = hash("nobody has this password");
    }

    public String hash(String password) {
        return inTurn(() -> Optional.ofNullable(encoder.encode(same(password)))).orElseThrow();
    }

    public boolean matches(String password, @Nullable String hash) {
        String against = hash == null ? nobody : hash;
        return inTurn(() -> encoder.matches(same(password), against)) && hash != null;
    }

    /** Checks the password of an account (or of nobody, in the same time) and renews an old hash. */
    public boolean check(Optional<Account> account, String password) {
        String hash = account.map(Account::passwordHash).orElse(null);
        boolean right = matches(password, hash);
        if (right && hash != null && encoder.upgradeEncoding(hash)) {
            accounts.rehash(account.orElseThrow().id(), hash, hash(password));
        }
        return right;
    }

    /** NIST SP 800-63B 5.1.1.2: normalise, so that another keyboard's 「ガ」 is the same 「ガ」. */
    static String same(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inTurn(Supplier<T> work) {
        room.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            room.release();
        }
    }
}
