package jp.madoguchi.identity.proxy;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import jp.madoguchi.platform.network.TrustedProxies;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the client's address and whether it speaks TLS from {@code X-Forwarded-For} and {@code X-Forwarded-Proto} where a trusted proxy
 * sent them; everything behind this filter sees neither these headers nor their kin. The address of this app itself is a setting, so
 * host and port are not needed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ForwardedFilter extends OncePerRequestFilter {

    private final TrustedProxies proxies;

    ForwardedFilter(@Value("${madoguchi.trusted-proxies:}") List<String> networks) {
        this.proxies = new TrustedProxies(networks);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Seen(request, proxies), response);
    }

    /** The request as it left the client. */
    private static final class Seen extends HttpServletRequestWrapper {

        private final String client;
        private final boolean secure;

        Seen(HttpServletRequest request, TrustedProxies proxies) {
            super(request);
            String peer = request.getRemoteAddr();
            this.client = proxies.clientOf(peer, Collections.list(request.getHeaders("X-Forwarded-For")));
            this.secure = request.isSecure()
                    || proxies.trusts(peer) && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public String getRemoteHost() {
            return client;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getScheme() {
            return secure ? "https" : super.getScheme();
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isHidden(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(
                    Collections.list(super.getHeaderNames()).stream().filter(name -> !isHidden(name)).toList());
        }

        private static boolean isHidden(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return lower.equals("forwarded") || lower.startsWith("x-forwarded-");
        }
    }
}
