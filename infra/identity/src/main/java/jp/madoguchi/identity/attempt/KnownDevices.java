package jp.madoguchi.identity.attempt;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.identity.account.LoginName;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.seal.Seal;
import jp.madoguchi.platform.token.SecretToken;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Knows the browsers in which an account's owner has logged in, by a sealed cookie (OWASP: Slow Down Online Guessing Attacks
 * with Device Cookies). Their tries are counted by themselves, so that strangers' tries never lock the owner out. The cookie
 * opens nothing, and an own count keeps a stolen one from being a way to guess.
 */
@Component
public class KnownDevices {

    private static final Duration REMEMBERED = Duration.ofDays(180);

    private final Seal seal;
    private final InstantSource clock;
    private final IdentitySettings settings;

    KnownDevices(Seal seal, InstantSource clock, IdentitySettings settings) {
        this.seal = seal;
        this.clock = clock;
        this.settings = settings;
    }

    /** The name under which this browser's tries for the login are counted, or empty if its owner never logged in here. */
    public Optional<String> known(Realm realm, LoginName login, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> name(realm).equals(cookie.getName())).map(Cookie::getValue).findFirst()
                .flatMap(value -> nonce(realm, login, value));
    }

    private Optional<String> nonce(Realm realm, LoginName login, String value) {
        try {
            String[] parts = seal.open(Base64.getUrlDecoder().decode(value), label(realm)).split("\n", 3);
            boolean good = parts.length == 3 && parts[2].equals(login.value())
                    && Instant.parse(parts[1]).plus(REMEMBERED).isAfter(clock.instant());
            return good ? Optional.of(parts[0]) : Optional.empty();
        } catch (IllegalStateException | IllegalArgumentException | DateTimeException | NegativeArraySizeException
                | java.nio.BufferUnderflowException forged) {
            return Optional.empty();
        }
    }

    /** The cookie for a browser in which the owner of the login has just proved to be that. */
    public String cookie(Realm realm, LoginName login) {
        String sealed = Base64.getUrlEncoder().withoutPadding().encodeToString(
                seal.seal(SecretToken.create().value() + "\n" + clock.instant() + "\n" + login.value(), label(realm)));
        return ResponseCookie.from(name(realm), sealed).path("/").httpOnly(true).secure(settings.secure())
                .sameSite("Lax").maxAge(REMEMBERED).build().toString();
    }

    private static String name(Realm realm) {
        return "MADOGUCHI_DEVICE_" + realm.name();
    }

    private static String label(Realm realm) {
        return "device:" + realm.code();
    }
}
