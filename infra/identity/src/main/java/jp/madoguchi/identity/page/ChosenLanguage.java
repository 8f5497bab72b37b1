package jp.madoguchi.identity.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.platform.pagekit.LanguageChoice;
import jp.madoguchi.platform.text.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Takes the choice of a language, as the apps do. */
@Component
class ChosenLanguage extends OncePerRequestFilter {

    private final IdentitySettings settings;

    ChosenLanguage(IdentitySettings settings) {
        this.settings = settings;
    }

    static String of(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, LanguageChoice.COOKIE);
        return Languages
                .wished(chosen == null ? null : chosen.getValue(), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                .language();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String wish = request.getParameter(LanguageChoice.PARAMETER);
        if (wish == null || !"GET".equals(request.getMethod()) || !LanguageChoice.isOne(wish)) {
            chain.doFilter(request, response);
            return;
        }
        response.addHeader(HttpHeaders.SET_COOKIE, LanguageChoice.remembered(wish, settings.secure()).toString());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION,
                LanguageChoice.cleaned(new ServletServerHttpRequest(request).getURI()));
    }
}
