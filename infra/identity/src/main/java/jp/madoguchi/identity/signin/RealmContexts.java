package jp.madoguchi.identity.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.identity.account.Accounts;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.factor.Factor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
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
    private final SignIns signIns;
    private final IdentitySettings settings;
    private final InstantSource clock;

    RealmContexts(Accounts accounts, SignIns signIns, IdentitySettings settings, InstantSource clock) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Notes the log-in under a fresh session id (against session fixation).
     *
     * @param factors
     *            how the person proved who they are
     */
    void signIn(Account account, Collection<Factor> factors, HttpServletRequest request) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        current(account.realm(), request).ifPresent(before -> signIns.end(before.id(), before.account().id(),
                "signed-in-again"));
        UUID id = signIns.open(account, DeviceName.of(request.getHeader("User-Agent")), factors);
        request.getSession().setAttribute(attribute(account.realm()),
                SignIn.Note.of(id, account, clock.instant(), factors));
    }

    /** Notes that the person of a log-in has just proved this (again). */
    public void prove(SignIn signIn, Factor factor, HttpServletRequest request) {
        HttpSession session = request.getSession();
        SignIn.Note.in(session.getAttribute(attribute(signIn.account().realm()))).ifPresent(note -> {
            session.setAttribute(attribute(signIn.account().realm()), note.with(factor, clock.instant()));
            signIns.proved(note.id(), factor);
        });
    }

    /** Ends the log-in of one realm, and the session with the last one. */
    public void signOut(Realm realm, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            SignIn.Note.in(session.getAttribute(attribute(realm)))
                    .ifPresent(note -> signIns.end(note.id(), note.account(), "signed-out"));
            session.removeAttribute(attribute(realm));
            if (session.getAttribute(attribute(realm.other())) == null) {
                session.invalidate();
            }
        }
    }

    /** Who is logged in at that counter, for the pages of this server. */
    public Optional<SignIn> current(Realm realm, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : noted(session, realm);
    }

    /** Which realm a request to the authorization server is about. */
    public static Optional<Realm> realmOf(HttpServletRequest request) {
        return Realm.ofClient(request.getParameter("client_id")).or(() -> ofIdToken(request));
    }

    /**
     * Ends the log-in of an ID token that the log-out endpoint has checked, also where this server's own session for it has
     * gone before.
     */
    public void signOutOfToken(HttpServletRequest request) {
        hint(request).ifPresent(claims -> {
            if (claims.getClaim("sid") instanceof String signIn) {
                signIns.end(UUID.fromString(signIn), UUID.fromString(claims.getSubject()), "signed-out");
            }
        });
    }

    /** The hint only chooses which log-in to look at; the endpoint checks the token itself. */
    private static Optional<Realm> ofIdToken(HttpServletRequest request) {
        return hint(request).flatMap(claims -> claims.getAudience().stream()
                .flatMap(client -> Realm.ofClient(client).stream()).findFirst());
    }

    private static Optional<JWTClaimsSet> hint(HttpServletRequest request) {
        String hint = request.getParameter("id_token_hint");
        try {
            return hint == null ? Optional.empty() : Optional.of(JWTParser.parse(hint).getJWTClaimsSet());
        } catch (ParseException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<SecurityContext> find(HttpServletRequest request) {
        return realmOf(request).flatMap(realm -> current(realm, request)).filter(this::mayEnterAgain)
                .map(RealmContexts::authentication).map(SecurityContextImpl::new);
    }

    /**
     * Staff have one app, so a log-in serves for one entry: when the back office has locked its screen, its next request
     * must not be let in by what this server still remembers.
     */
    private boolean mayEnterAgain(SignIn signIn) {
        return signIn.account().realm() == Realm.RESIDENT
                || signIn.at().plus(settings.identity().staffReentry()).isAfter(clock.instant());
    }

    /** A log-in counts until it is ended, from here or from anywhere else. */
    private Optional<SignIn> noted(HttpSession session, Realm realm) {
        return SignIn.Note.in(session.getAttribute(attribute(realm))).flatMap(note -> {
            Optional<Instant> seen = signIns.seen(note.id()).filter(at -> realm == Realm.RESIDENT
                    || at.plus(settings.identity().staffIdle()).isAfter(clock.instant()));
            if (seen.isEmpty()) {
                return Optional.empty();
            }
            signIns.touch(note.id());
            return accounts.find(note.account()).filter(account -> account.realm() == realm && !account.disabled())
                    .map(account -> new SignIn(note.id(), account, note.at(), note.factors()));
        });
    }

    private static Authentication authentication(SignIn signIn) {
        Account account = signIn.account();
        List<GrantedAuthority> authorities = new ArrayList<>();
        SimpleGrantedAuthority role = new SimpleGrantedAuthority("ROLE_" + account.realm().name());
        authorities.add(role);
        signIn.proved().forEach((factor, at) -> authorities.add(
                FactorGrantedAuthority.withAuthority(factor.authority()).issuedAt(at).build()));
        UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(
                new User(account.id().toString(), "", List.of(role)), null, authorities);
        token.setDetails(signIn.id().toString());
        return token;
    }

    /** When the person last proved who they are. */
    public static Instant signedInAt(Authentication authentication) {
        return authentication.getAuthorities().stream().filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast).map(FactorGrantedAuthority::getIssuedAt)
                .max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    /** The log-in behind an authentication, empty for that of a program. */
    public static Optional<UUID> signInOf(Authentication authentication) {
        return authentication.getDetails() instanceof String id ? Optional.of(UUID.fromString(id)) : Optional.empty();
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
