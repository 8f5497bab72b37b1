package jp.madoguchi.platform.security;

import jp.madoguchi.platform.realm.Role;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/**
 * A member of staff signed in at the back office.
 *
 * @param staffId the login name, such as {@code chuo-clerk1}
 * @param office the code of the office, such as {@code chuo}
 * @param officeName the office as people call it
 */
public record StaffMember(UUID id, String staffId, String name, String email, String office, String officeName,
        Set<Role> roles, OidcIdToken token) implements SignedInPerson {

    /** The authority every member of staff has. */
    public static final String AUTHORITY = "ROLE_STAFF";

    public StaffMember {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        List<GrantedAuthority> authorities = new java.util.ArrayList<>();
        authorities.add(new SimpleGrantedAuthority(AUTHORITY));
        roles.stream().sorted().forEach(role -> authorities.add(new SimpleGrantedAuthority(role.authority())));
        return List.copyOf(authorities);
    }

    @Override
    public String getEmail() {
        return email;
    }

    @Override
    public String toString() {
        return "StaffMember[" + staffId + "]";
    }
}
