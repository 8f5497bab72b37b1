package jp.madoguchi.identity.signin;

import com.nimbusds.jwt.JWTParser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.account.Accounts;
import jp.madoguchi.identity.account.Realm;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps the log-ins of one browser apart by realm: whoever is both a resident and a member of staff has two, and neither
 * opens the other's door. Which one a request is about follows from the OAuth client that asks.
 */
@Component
public class RealmContexts implements SecurityContextRepository {

    private final Accounts accounts;

    RealmContexts(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Notes the log-in under a fresh session id (against session fixation). The session holds text only: it lives in the
     * database, and the next release must be able to read what this one wrote.
     */
    public void signIn(Account account, Instant now, HttpServletRequest request) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.getSession().setAttribute(attribute(account.realm()), account.id() + " " + now);
    }

    /** Ends the log-in of one realm, and the session with the last one. */
    public void signOut(Realm realm, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(attribute(realm));
            if (session.getAttribute(attribute(realm.other())) == null) {
                session.invalidate();
            }
        }
    }

    /** Which realm a request to the authorization server is about. */
    public static Optional<Realm> realmOf(HttpServletRequest request) {
        return Realm.ofClient(request.getParameter("client_id")).or(() -> ofIdToken(request));
    }

    /** The hint only chooses which log-in to look at; the endpoint checks the token itself. */
    private static Optional<Realm> ofIdToken(HttpServletRequest request) {
        String hint = request.getParameter("id_token_hint");
        if (hint == null) {
            return Optional.empty();
        }
        try {
            List<String> audience = JWTParser.parse(hint).getJWTClaimsSet().getAudience();
            return audience.stream().flatMap(client -> Realm.ofClient(client).stream()).findFirst();
        } catch (ParseException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<SecurityContext> find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : realmOf(request).flatMap(realm -> noted(session, realm)).map(SecurityContextImpl::new);
    }

    /** A log-in ends when the account is closed or its password replaced, wherever that happened. */
    private Optional<Authentication> noted(HttpSession session, Realm realm) {
        if (!(session.getAttribute(attribute(realm)) instanceof String note)) {
            return Optional.empty();
        }
        int space = note.indexOf(' ');
        Instant signedInAt = Instant.parse(note.substring(space + 1));
        return accounts.find(UUID.fromString(note.substring(0, space)))
                .filter(account -> account.realm() == realm && account.honours(signedInAt))
                .map(account -> authentication(account, signedInAt));
    }

    private static Authentication authentication(Account account, Instant signedInAt) {
        SimpleGrantedAuthority role = new SimpleGrantedAuthority("ROLE_" + account.realm().name());
        FactorGrantedAuthority factor = FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(signedInAt).build();
        return UsernamePasswordAuthenticationToken.authenticated(
                new User(account.id().toString(), "", List.of(role)), null, List.of(role, factor));
    }

    /** When the password was given. */
    public static Instant signedInAt(Authentication authentication) {
        return authentication.getAuthorities().stream().filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast).map(FactorGrantedAuthority::getIssuedAt).findFirst()
                .orElse(Instant.EPOCH);
    }

    private static String attribute(Realm realm) {
        return "madoguchi.signed-in." + realm.code();
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return find(holder.getRequest()).orElseGet(SecurityContextImpl::new);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return find(request).isPresent();
    }

    /** Log-ins are noted by {@link #signIn} only. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}
}
