package jp.madoguchi.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.account.Accounts;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.factor.Factor;
import org.springframework.stereotype.Component;

/** Who has proved something, but not enough to be logged in. Opens nothing but the pages that ask for the rest. */
@Component
public class HalfSignIns {

    /** Enough to set an authenticator up and write the recovery codes down. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final InstantSource clock;

    HalfSignIns(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param proved what has been proved so far */
    public record Half(Account account, List<Factor> proved) {
        public Half {
            proved = List.copyOf(proved);
        }
    }

    /**
     * What a session keeps of it.
     *
     * @param proved
     *            by {@link Factor#code()}
     */
    record Note(UUID account, Instant credentialsChangedAt, Instant at, List<String> proved) {
        Note {
            Objects.requireNonNull(account);
            Objects.requireNonNull(credentialsChangedAt);
            Objects.requireNonNull(at);
            proved = List.copyOf(proved);
        }
    }

    /** Notes what was proved, under a fresh session id (against session fixation). */
    public void note(Account account, Collection<Factor> proved, HttpServletRequest request) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.getSession().setAttribute(attribute(account.realm()),
                new Note(account.id(), account.credentialsChangedAt(), clock.instant(),
                        proved.stream().map(Factor::code).toList()));
    }

    /** Who it is, unless too much time has passed, the password is another by now, or the account is closed. */
    public Optional<Half> current(Realm realm, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(attribute(realm)) instanceof Note note)
                || note.at().plus(LONGEST).isBefore(clock.instant())) {
            return Optional.empty();
        }
        return accounts.find(note.account())
                .filter(account -> account.realm() == realm && !account.disabled()
                        && account.credentialsChangedAt().equals(note.credentialsChangedAt()))
                .map(account -> new Half(account,
                        note.proved().stream().flatMap(code -> Factor.ofCode(code).stream()).toList()));
    }

    void end(Realm realm, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(attribute(realm));
        }
    }

    private static String attribute(Realm realm) {
        return "madoguchi.half-signed-in." + realm.code();
    }
}
