package jp.madoguchi.identity.authorization;

import java.util.ArrayList;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.account.Accounts;
import jp.madoguchi.platform.realm.Role;
import jp.madoguchi.identity.factor.Factor;
import jp.madoguchi.identity.signin.RealmContexts;
import jp.madoguchi.identity.signin.SignIns;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What tokens say about a person. Read from the account when the token is made, so a change of office or role holds from
 * the next log-in.
 */
@Component
class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Accounts accounts;
    private final SignIns signIns;
    private final SigningKeys keys;

    Claims(Accounts accounts, SignIns signIns, SigningKeys keys) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.keys = keys;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().keyId(keys.signingKid());
        Authentication person = context.getPrincipal();
        if (person != null && OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            // Closed between the log-in and now: the code buys nothing.
            Account account = accounts.find(UUID.fromString(person.getName()))
                    .filter(known -> !known.disabled())
                    .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
            UUID signIn = RealmContexts.signInOf(person).filter(id -> signIns.seen(id).isPresent())
                    .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
            context.getClaims().claim("sid", signIn.toString());
            describe(account, context.getClaims());
            Set<Factor> proved = signIns.factors(signIn);
            // An ArrayList, because what is kept of a token is read back with a short list of allowed classes.
            context.getClaims().claim("amr", new ArrayList<>(Factor.amr(proved))).claim("acr", Factor.acr(proved));
            context.getClaims().claim("auth_time", Date.from(RealmContexts.signedInAt(person)));
        }
    }

    private static void describe(Account account, JwtClaimsSet.Builder claims) {
        claims.claim("name", account.name()).claim("email", account.email()).claim("realm", account.realm().code());
        Account.StaffPost post = account.post();
        if (post != null) {
            claims.claim("staff_id", account.login().value()).claim("office", post.office())
                    .claim("office_name", post.officeName())
                    .claim("roles", post.roles().stream().map(Role::code).toList());
        }
    }
}
