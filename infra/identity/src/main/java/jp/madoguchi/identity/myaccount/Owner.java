package jp.madoguchi.identity.myaccount;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import jp.madoguchi.identity.account.Realm;
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

    private final RealmContexts contexts;
    private final WayBack wayBack;

    Owner(RealmContexts contexts, WayBack wayBack) {
        this.contexts = contexts;
        this.wayBack = wayBack;
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

    static ResponseEntity<Content> see(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
    }

    static ResponseEntity<Content> html(HttpStatus status, Content page) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_HTML).header("Cache-Control", "no-store")
                .body(page);
    }
}
