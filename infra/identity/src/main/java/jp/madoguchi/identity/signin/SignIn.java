package jp.madoguchi.identity.signin;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.factor.Factor;
import org.jspecify.annotations.Nullable;

/**
 * One log-in of one browser.
 *
 * @param id
 *            the {@code sid} of ID tokens (OpenID Connect Front-Channel Logout 1.0, 3)
 * @param at
 *            when it was made
 * @param proved
 *            how the person proved who they are, and when last
 */
public record SignIn(UUID id, Account account, Instant at, Map<Factor, Instant> proved) {

    public SignIn {
        proved = Map.copyOf(proved);
    }

    /**
     * What a session keeps of it.
     *
     * @param proved
     *            by {@link Factor#code()}, also factors that only a newer release knows
     */
    record Note(UUID account, Instant at, UUID id, Map<String, Instant> proved) {

        Note {
            Objects.requireNonNull(account);
            Objects.requireNonNull(at);
            Objects.requireNonNull(id);
            proved = Map.copyOf(proved);
        }

        static Note of(UUID id, Account account, Instant at, Collection<Factor> factors) {
            return new Note(account.id(), at, id,
                    factors.stream().distinct().collect(Collectors.toMap(Factor::code, factor -> at)));
        }

        Note with(Factor factor, Instant when) {
            Map<String, Instant> more = new HashMap<>(proved);
            more.put(factor.code(), when);
            return new Note(account, at, id, more);
        }

        Map<Factor, Instant> factors() {
            Map<Factor, Instant> known = new EnumMap<>(Factor.class);
            proved.forEach((code, when) -> Factor.ofCode(code).ifPresent(factor -> known.put(factor, when)));
            return known;
        }

        static Optional<Note> in(@Nullable Object attribute) {
            return attribute instanceof Note note ? Optional.of(note) : Optional.empty();
        }
    }
}
