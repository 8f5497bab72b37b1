package jp.madoguchi.identity.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.platform.pagekit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Remembers the language chosen with {@code ?lang=en} in the same cookie as the portal does, and sends the reader back to
 * the page. Without a choice the browser's own languages are heard.
 */
@Component
class LanguageFilter extends OncePerRequestFilter {

    private static final String COOKIE = "MADOGUCHI_LANG";

    private final IdentitySettings settings;

    LanguageFilter(IdentitySettings settings) {
        this.settings = settings;
    }

    static String languageOf(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String chosen = cookies == null
                ? null
                : Arrays.stream(cookies).filter(cookie -> COOKIE.equals(cookie.getName())).map(Cookie::getValue)
                        .findFirst().orElse(null);
        return Words.wished(chosen, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).language();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String wish = request.getParameter("lang");
        if (!"GET".equals(request.getMethod()) || !speaks(wish)) {
            chain.doFilter(request, response);
            return;
        }
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, wish).path("/").httpOnly(true)
                .secure(settings.secure()).sameSite("Lax").maxAge(Duration.ofDays(365)).build().toString());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        // A path that begins with two slashes would be read as another host.
        response.setHeader(HttpHeaders.LOCATION, request.getRequestURI().replaceFirst("^/+", "/"));
    }

    private static boolean speaks(@Nullable String language) {
        return Words.LANGUAGES.stream().anyMatch(known -> known.code().equals(language));
    }
}
