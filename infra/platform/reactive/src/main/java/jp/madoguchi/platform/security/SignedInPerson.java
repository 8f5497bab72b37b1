package jp.madoguchi.platform.security;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Whoever is signed in; inject the exact kind with {@code @AuthenticationPrincipal}. */
public sealed interface SignedInPerson extends OidcUser permits Resident, StaffMember {

    /** The subject identity gave; never changes. */
    UUID id();

    /** The name to greet with. */
    String name();

    /** The proof of sign-in, needed to sign out at identity. */
    OidcIdToken token();

    @Override
    default String getName() {
        return id().toString();
    }

    @Override
    default OidcIdToken getIdToken() {
        return token();
    }

    @Override
    default @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    default Map<String, Object> getClaims() {
        return token().getClaims();
    }

    @Override
    default Map<String, Object> getAttributes() {
        return token().getClaims();
    }

    /** The token with only what signing out, here or from elsewhere, needs: sessions stay small and hold no claim twice. */
    static OidcIdToken slim(OidcIdToken full) {
        Instant issued = Objects.requireNonNullElse(full.getIssuedAt(), Instant.EPOCH);
        Instant expires = Objects.requireNonNullElse(full.getExpiresAt(), issued.plusSeconds(1));
        return slim(Objects.requireNonNull(full.getSubject()), full.getTokenValue(), issued, expires,
                full.getClaimAsString("sid"));
    }

    /** @param signIn the {@code sid}; null where there is none */
    static OidcIdToken slim(String subject, String value, Instant issued, Instant expires, @Nullable String signIn) {
        Map<String, Object> claims = signIn == null ? Map.of("sub", subject) : Map.of("sub", subject, "sid", signIn);
        return new OidcIdToken(value, issued, expires, claims);
    }
}
