package jp.madoguchi.platform.pagekit;

import java.net.URI;
import java.time.Duration;

import jp.madoguchi.platform.text.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The language chosen with {@code ?lang=en}: a cookie remembers it for all programs of the town, and the reader goes back to the clean
 * address. Without a choice the browser's own languages are heard.
 */
public final class LanguageChoice {

    /** The name of the cookie. */
    public static final String COOKIE = "MADOGUCHI_LANG";

    /** The name of the parameter. */
    public static final String PARAMETER = "lang";

    private LanguageChoice() {}

    /** Whether a GET with this value of the parameter is a choice; anything else is answered as if it were not there. */
    public static boolean isOne(@Nullable String language) {
        return Languages.speaks(language);
    }

    /** @param secure whether the client came over TLS, so that the cookie stays there */
    public static ResponseCookie remembered(String language, boolean secure) {
        return ResponseCookie.from(COOKIE, language).path("/").maxAge(Duration.ofDays(365)).sameSite("Lax")
                .httpOnly(true)
                .secure(secure).build();
    }

    /** Path and query of an address without the choice. */
    public static String cleaned(URI asked) {
        var clean = UriComponentsBuilder.fromUri(asked).scheme(null).host(null).port(null)
                .replaceQueryParam(PARAMETER).build(true).toUri();
        // A path that begins with two slashes would be read as another host.
        var location = clean.toString().replaceFirst("^/+", "/");
        return location.isEmpty() ? "/" : location;
    }
}
