package jp.madoguchi.identity.monitoring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import jp.madoguchi.platform.monitoring.AccessLog;
import jp.madoguchi.platform.monitoring.RequestId;
import jp.madoguchi.platform.monitoring.Route;
import jp.madoguchi.platform.network.TrustedProxies;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives every request its id, which all lines of the log about it bear, and writes its line of the access log. Stands before all others,
 * since it has to see who sent the request, not whom a proxy names.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter extends OncePerRequestFilter {

    private final TrustedProxies proxies;

    RequestIdFilter(@Value("${madoguchi.trusted-proxies:}") List<String> networks) {
        this.proxies = new TrustedProxies(networks);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long began = System.nanoTime();
        var id = RequestId.of(proxies.trusts(request.getRemoteAddr()), request.getHeader(RequestId.HEADER),
                request.getHeader(RequestId.TRACE_HEADER));
        response.setHeader(RequestId.HEADER, id.value());
        boolean failed = true;
        try (var _ = MDC.putCloseable(RequestId.LOG_KEY, id.value())) {
            chain.doFilter(request, response);
            failed = false;
        } finally {
            if (AccessLog.isOn() && !AccessLog.isProbe(request.getRequestURI())) {
                tell(id, request, response, failed, (System.nanoTime() - began) / 1_000_000);
            }
        }
    }

    /** What fails here is answered with a page by the server, after this filter. */
    private static void tell(RequestId id, HttpServletRequest request, HttpServletResponse response, boolean failed,
            long millis) {
        var template = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        AccessLog.tell(id, request.getMethod(), Route.of(template, request.getRequestURI()),
                failed ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus(), millis,
                length == null ? -1 : Long.parseLong(length));
    }
}
