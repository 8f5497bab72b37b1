package jp.madoguchi.identity.myaccount;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.factor.Factor;
import jp.madoguchi.identity.factor.SecondFactors;
import jp.madoguchi.identity.signin.RealmContexts;
import jp.madoguchi.identity.signin.SignIn;
import jp.madoguchi.identity.signin.WayBack;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Opens the pages of an account to its owner, and sends everybody else to log in first. */
@Component
class Owner {

    private static final String BACK = "madoguchi.confirm-back.";

    /** How old a proof may be when a page is opened. */
    private static final Duration FRESH_TO_SEE = Duration.ofMinutes(5);

    /** And when its form is sent: time to fill it in. */
    private static final Duration FRESH_TO_SEND = Duration.ofMinutes(15);

    private final RealmContexts contexts;
    private final WayBack wayBack;
    private final SecondFactors factors;
    private final InstantSource clock;

    Owner(RealmContexts contexts, WayBack wayBack, SecondFactors factors, InstantSource clock) {
        this.contexts = contexts;
        this.wayBack = wayBack;
        this.factors = factors;
        this.clock = clock;
    }

    /**
     * The answer for the owner, or the way to the log-in and back.
     *
     * @param back
     *            the page to return to after the log-in
     */
    ResponseEntity<Content> only(Realm realm, String back, HttpServletRequest request,
            Function<SignIn, ResponseEntity<Content>> answer) {
        Optional<SignIn> owner = contexts.current(realm, request);
        if (owner.isEmpty()) {
            wayBack.remember(realm, back, request);
            return see("/login/" + realm.code());
        }
        return answer.apply(owner.get());
    }

    /**
     * As {@link #only}, and only for somebody who has proved lately who they are, with the second factor if there is one
     * (step-up): an unlocked screen is not enough for what is done here.
     *
     * @param back
     *            the page to return to, below the account's own
     */
    ResponseEntity<Content> fresh(Realm realm, String back, HttpServletRequest request,
            Function<SignIn, ResponseEntity<Content>> answer) {
        return only(realm, back, request, me -> {
            if (isFresh(me, "GET".equals(request.getMethod()) ? FRESH_TO_SEE : FRESH_TO_SEND)) {
                return answer.apply(me);
            }
            request.getSession().setAttribute(BACK + realm.code(), new Page(back));
            return see(MyAccountController.path(realm) + "/confirm");
        });
    }

    /** @param path of this server */
    record Page(String path) {
        Page {
            Objects.requireNonNull(path);
        }
    }

    /** Where to go on after the proof, once. */
    static String backFrom(Realm realm, HttpServletRequest request) {
        HttpSession session = request.getSession();
        Object back = session.getAttribute(BACK + realm.code());
        session.removeAttribute(BACK + realm.code());
        return back instanceof Page page ? page.path() : MyAccountController.path(realm);
    }

    private boolean isFresh(SignIn me, Duration window) {
        boolean two = factors.has(me.account().id());
        Instant oldest = clock.instant().minus(window);
        return me.proved().entrySet().stream()
                .anyMatch(one -> (!two || one.getKey() != Factor.PASSWORD) && one.getValue().isAfter(oldest));
    }

    static ResponseEntity<Content> see(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
    }

    static ResponseEntity<Content> html(HttpStatus status, Content page) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_HTML).header("Cache-Control", "no-store")
                .body(page);
    }
}
