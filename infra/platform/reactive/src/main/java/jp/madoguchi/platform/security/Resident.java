package jp.madoguchi.platform.security;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/**
 * A resident signed in at the portal.
 *
 * @param email confirmed by identity
 */
public record Resident(UUID id, String name, String email, OidcIdToken token) implements SignedInPerson {

    /** The one authority residents have. */
    public static final String AUTHORITY = "ROLE_RESIDENT";

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority(AUTHORITY));
    }

    @Override
    public String getEmail() {
        return email;
    }

    @Override
    public String toString() {
        return "Resident[" + id + "]";
    }
}
