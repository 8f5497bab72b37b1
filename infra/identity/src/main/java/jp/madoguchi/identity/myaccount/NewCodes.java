package jp.madoguchi.identity.myaccount;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.seal.Seal;
import org.springframework.stereotype.Component;

/**
 * Recovery codes between being made and being written down: sealed in the session, so that a page loaded again still shows
 * them, until their owner says so or a short time has passed.
 */
@Component
class NewCodes {

    private static final Duration SHOWN = Duration.ofMinutes(15);

    private final Seal seal;
    private final InstantSource clock;

    NewCodes(Seal seal, InstantSource clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** @param sealed a code a line */
    record Shown(Instant at, byte[] sealed) {
        Shown {
            Objects.requireNonNull(at);
            Objects.requireNonNull(sealed);
        }
    }

    void keep(Account account, List<String> codes, HttpServletRequest request) {
        request.getSession().setAttribute(attribute(account),
                new Shown(clock.instant(), seal.seal(String.join("\n", codes), label(account))));
    }

    Optional<List<String>> of(Account account, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(attribute(account)) instanceof Shown shown)
                || !shown.at().plus(SHOWN).isAfter(clock.instant())) {
            return Optional.empty();
        }
        return seal.openIfOurs(shown.sealed(), label(account)).map(codes -> codes.lines().toList());
    }

    void forget(Account account, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(attribute(account));
        }
    }

    private static String attribute(Account account) {
        return "madoguchi.new-recovery-codes." + account.id();
    }

    private static String label(Account account) {
        return "new-recovery-codes:" + account.id();
    }
}
