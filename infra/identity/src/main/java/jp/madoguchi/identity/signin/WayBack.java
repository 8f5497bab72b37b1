package jp.madoguchi.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.platform.realm.Realm;
import org.springframework.stereotype.Component;

/**
 * Where to go after logging in: on with the authorization request that asked for it, or, if that is lost (a time-out,
 * another browser), to the app itself, which then asks anew. Kept in the session, one for each realm, so that two tabs at two
 * counters do not get in each other's way.
 */
@Component
public class WayBack {

    /** A longer request is no app of ours. */
    private static final int LONGEST = 4000;

    private final IdentitySettings settings;

    WayBack(IdentitySettings settings) {
        this.settings = settings;
    }

    /** @param address of this server, with its query */
    record Page(String address) {
        Page {
            Objects.requireNonNull(address);
        }
    }

    /** Remembers the authorization request that a log-in interrupts. */
    public void remember(Realm realm, HttpServletRequest request) {
        String query = request.getQueryString();
        if ("GET".equals(request.getMethod()) && query != null && query.length() <= LONGEST) {
            request.getSession().setAttribute(attribute(realm), new Page(request.getRequestURI() + "?" + query));
        }
    }

    /** Remembers a page of this server that needs a log-in first. */
    public void remember(Realm realm, String path, HttpServletRequest request) {
        request.getSession().setAttribute(attribute(realm), new Page(path));
    }

    /** The address to go to, once. */
    public String after(Realm realm, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(attribute(realm)) instanceof Page page) {
            session.removeAttribute(attribute(realm));
            return page.address();
        }
        return (realm == Realm.STAFF ? settings.backoffice() : settings.portal()).loginStart();
    }

    private static String attribute(Realm realm) {
        return "madoguchi.way-back." + realm.code();
    }
}
