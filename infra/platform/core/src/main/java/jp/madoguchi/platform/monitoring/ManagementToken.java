package jp.madoguchi.platform.monitoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What whoever fetches the meters has to show, as a bearer token (RFC 6750). Of the other secrets it opens nothing, so that it may
 * stand in the settings of the program that watches.
 */
public final class ManagementToken {

    private static final Logger LOG = LoggerFactory.getLogger(ManagementToken.class);
    private static final int SHORTEST = 16;
    private static final String SCHEME = "Bearer ";

    private final byte[] expected;

    private ManagementToken(String token) {
        this.expected = token.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The token as it is set; where none is, the log says so, for then nobody gets at the meters.
     *
     * @param token at least 16 characters, or empty for none
     * @throws IllegalArgumentException if it is shorter
     */
    public static ManagementToken of(String token) {
        var given = token.strip();
        if (given.isEmpty()) {
            LOG.warn("madoguchi.management.token is not set: nobody can fetch the meters of this program");
        } else if (given.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "madoguchi.management.token has less than %d characters".formatted(SHORTEST));
        }
        return new ManagementToken(given);
    }

    /**
     * Whether this header shows the token. How long the answer takes tells nothing of where the two differ.
     *
     * @param authorization value of {@code Authorization}
     */
    public boolean isShownBy(@Nullable String authorization) {
        if (expected.length == 0 || authorization == null
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        var shown = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, shown);
    }
}
