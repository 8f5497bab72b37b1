package jp.madoguchi.platform.security;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.platform.realm.Role;
import jp.madoguchi.platform.session.AttributeForm;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** How it is kept in a session who is signed in: what the ID token said of the person that the app uses, and the token for signing out. */
final class SignedInForm {

    private SignedInForm() {}

    static AttributeForm<SecurityContextImpl, Kept> form() {
        return new AttributeForm<>("signed-in", SecurityContextImpl.class, Kept.class, SignedInForm::keep,
                SignedInForm::revive);
    }

    /**
     * @param realm code of the {@link Realm}; what is null in one has a value in the other
     * @param roles codes; those that a release does not know give no right there
     * @param through the client registration of the sign-in
     */
    record Kept(String realm, UUID id, String name, String email, @Nullable String staffId, @Nullable String office,
            @Nullable String officeName, @Nullable List<String> roles, String through, Token token) {}

    /** @param signIn the {@code sid}; null where identity named none */
    record Token(String value, Instant issued, Instant expires, @Nullable String signIn) {}

    private static Kept keep(SecurityContextImpl context) {
        if (!(context.getAuthentication() instanceof OAuth2AuthenticationToken login)
                || !(login.getPrincipal() instanceof SignedInPerson person)) {
            throw new IllegalArgumentException("only who signed in through identity is kept in a session");
        }
        OidcIdToken full = person.token();
        Token token = new Token(full.getTokenValue(), Objects.requireNonNull(full.getIssuedAt()),
                Objects.requireNonNull(full.getExpiresAt()), full.getClaimAsString("sid"));
        String through = login.getAuthorizedClientRegistrationId();
        return switch (person) {
            case Resident resident -> new Kept(Realm.RESIDENT.code(), resident.id(), resident.name(), resident.email(),
                    null, null, null, null, through, token);
            case StaffMember staff -> new Kept(Realm.STAFF.code(), staff.id(), staff.name(), staff.email(),
                    staff.staffId(), staff.office(), staff.officeName(),
                    staff.roles().stream().map(Role::code).sorted().toList(), through, token);
        };
    }

    private static SecurityContextImpl revive(Kept kept) {
        OidcIdToken token = SignedInPerson.slim(kept.id().toString(), kept.token().value(), kept.token().issued(),
                kept.token().expires(), kept.token().signIn());
        SignedInPerson person = kept.realm().equals(Realm.STAFF.code())
                ? new StaffMember(kept.id(), Objects.requireNonNull(kept.staffId()), kept.name(), kept.email(),
                        Objects.requireNonNull(kept.office()), Objects.requireNonNull(kept.officeName()),
                        known(Objects.requireNonNull(kept.roles())), token)
                : resident(kept, token);
        return new SecurityContextImpl(
                new OAuth2AuthenticationToken(person, person.getAuthorities(), kept.through()));
    }

    private static Resident resident(Kept kept, OidcIdToken token) {
        if (!kept.realm().equals(Realm.RESIDENT.code())) {
            throw new IllegalArgumentException("no such realm");
        }
        return new Resident(kept.id(), kept.name(), kept.email(), token);
    }

    private static Set<Role> known(List<String> codes) {
        Set<Role> roles = new HashSet<>();
        codes.forEach(code -> Role.ofCode(code).ifPresent(roles::add));
        return roles;
    }
}
