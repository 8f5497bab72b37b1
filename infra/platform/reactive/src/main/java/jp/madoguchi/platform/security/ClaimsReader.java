package jp.madoguchi.platform.security;

import jp.madoguchi.platform.realm.Role;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.platform.realm.SecondFactorRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import reactor.core.publisher.Mono;

/** Makes the person out of the ID token's claims and turns away people of the other realm. */
final class ClaimsReader implements ReactiveOAuth2UserService<OidcUserRequest, OidcUser> {

    static final String WRONG_REALM = "wrong_realm";
    static final String UNUSABLE_CLAIMS = "unusable_claims";

    static final String SECOND_FACTOR_MISSING = "second_factor_missing";

    private final Realm realm;
    private final SecondFactorRule secondFactor;

    ClaimsReader(Realm realm, SecondFactorRule secondFactor) {
        this.realm = realm;
        this.secondFactor = secondFactor;
    }

    @Override
    public Mono<OidcUser> loadUser(OidcUserRequest request) {
        return Mono.fromSupplier(() -> read(request.getIdToken()));
    }

    SignedInPerson read(OidcIdToken token) {
        String claimed = token.getClaimAsString("realm");
        if (!realm.code().equals(claimed)) {
            throw refused(WRONG_REALM);
        }
        if (secondFactor.asks(realm.code(), claimed(token, "roles"))
                && !claimed(token, "amr").contains(SecondFactorRule.TWO_FACTORS)) {
            throw refused(SECOND_FACTOR_MISSING);
        }
        return switch (realm) {
            case RESIDENT -> new Resident(subject(token), required(token, "name"), required(token, "email"),
                    SignedInPerson.slim(token));
            case STAFF -> new StaffMember(subject(token), required(token, "staff_id"), required(token, "name"),
                    optional(token, "email"), required(token, "office"), required(token, "office_name"), roles(token),
                    SignedInPerson.slim(token));
        };
    }

    private static UUID subject(OidcIdToken token) {
        try {
            return UUID.fromString(token.getSubject());
        } catch (IllegalArgumentException notUuid) {
            throw refused(UNUSABLE_CLAIMS);
        }
    }

    /** Roles this release does not know give no right here, and no error either. */
    private static Set<Role> roles(OidcIdToken token) {
        Set<Role> roles = new HashSet<>();
        claimed(token, "roles").forEach(claim -> Role.ofCode(claim).ifPresent(roles::add));
        return roles;
    }

    private static List<String> claimed(OidcIdToken token, String claim) {
        List<String> values = token.getClaimAsStringList(claim);
        return values == null ? List.of() : values;
    }

    private static String required(OidcIdToken token, String claim) {
        String value = token.getClaimAsString(claim);
        if (value == null || value.isBlank()) {
            throw refused(UNUSABLE_CLAIMS);
        }
        return value;
    }

    private static String optional(OidcIdToken token, String claim) {
        String value = token.getClaimAsString(claim);
        return value == null ? "" : value;
    }

    private static OAuth2AuthenticationException refused(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code));
    }
}
