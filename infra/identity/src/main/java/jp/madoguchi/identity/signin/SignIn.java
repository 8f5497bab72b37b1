package jp.madoguchi.identity.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.madoguchi.identity.account.Account;

/**
 * One log-in of one browser.
 *
 * @param id
 *            the {@code sid} of ID tokens (OpenID Connect Front-Channel Logout 1.0, 3)
 * @param at
 *            when the password or passkey was given
 * @param factors
 *            how the person proved who they are, as the {@code amr} of RFC 8176 where it has a word for it
 */
public record SignIn(UUID id, Account account, Instant at, List<String> factors) {

    public SignIn {
        factors = List.copyOf(factors);
    }

    /** What a session keeps of it: text, so that the next release can read what this one wrote. */
    static String note(UUID id, Account account, Instant at, List<String> factors) {
        return account.id() + " " + at + " " + id + " " + String.join(",", factors);
    }

    /** A note read back, without the account. */
    record Note(UUID account, Instant at, UUID id, List<String> factors) {

        static Optional<Note> read(Object attribute) {
            if (!(attribute instanceof String text)) {
                return Optional.empty();
            }
            String[] parts = text.split(" ", 4);
            return parts.length < 4
                    ? Optional.empty()
                    : Optional.of(new Note(UUID.fromString(parts[0]), Instant.parse(parts[1]),
                            UUID.fromString(parts[2]), List.of(parts[3].split(","))));
        }
    }
}
