package jp.madoguchi.identity.signin;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
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

    /** A note read back, without the account. */
    record Note(UUID account, Instant at, UUID id, Map<Factor, Instant> proved) {

        static Note of(UUID id, Account account, Instant at, Collection<Factor> factors) {
            return new Note(account.id(), at, id,
                    factors.stream().distinct().collect(Collectors.toMap(factor -> factor, factor -> at)));
        }

        Note with(Factor factor, Instant when) {
            Map<Factor, Instant> more = new EnumMap<>(Factor.class);
            more.putAll(proved);
            more.put(factor, when);
            return new Note(account, at, id, more);
        }

        /** What a session keeps of it: text, so that the next release can read what this one wrote. */
        String written() {
            return account + " " + at + " " + id + " " + proved.entrySet().stream()
                    .map(one -> one.getKey().code() + "@" + one.getValue()).collect(Collectors.joining(","));
        }

        static Optional<Note> read(@Nullable Object attribute) {
            if (!(attribute instanceof String text)) {
                return Optional.empty();
            }
            String[] parts = text.split(" ", 4);
            if (parts.length < 4) {
                return Optional.empty();
            }
            Instant at = Instant.parse(parts[1]);
            Map<Factor, Instant> proved = new EnumMap<>(Factor.class);
            Arrays.stream(parts[3].split(",")).map(one -> one.split("@", 2)).forEach(one -> Factor.ofCode(one[0])
                    .ifPresent(factor -> proved.put(factor, one.length < 2 ? at : Instant.parse(one[1]))));
            return Optional.of(new Note(UUID.fromString(parts[0]), at, UUID.fromString(parts[2]), proved));
        }
    }
}
