package jp.madoguchi.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.identity.account.Realm;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * Where to go after logging in: on with the authorization request that asked for it, or, if that is lost (a time-out,
 * another browser), to the app itself, which then asks anew.
 */
@Component
public class WayBack {

    private final RequestCache requests;
    private final IdentitySettings settings;

    WayBack(RequestCache requests, IdentitySettings settings) {
        this.requests = requests;
        this.settings = settings;
    }

    /** The address; the session must already be the one of the log-in. */
    public String after(Realm realm, HttpServletRequest request, HttpServletResponse response) {
        return Optional.ofNullable(requests.getRequest(request, response))
                .filter(saved -> realm.clientId().equals(clientOf(saved))).map(SavedRequest::getRedirectUrl)
                .orElseGet(() -> (realm == Realm.STAFF ? settings.backoffice() : settings.portal()).loginStart());
    }

    private static @Nullable String clientOf(SavedRequest saved) {
        String[] values = saved.getParameterValues("client_id");
        return values == null || values.length == 0 ? null : values[0];
    }
}
