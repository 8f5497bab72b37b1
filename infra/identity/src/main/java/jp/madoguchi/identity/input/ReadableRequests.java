package jp.madoguchi.identity.input;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import jp.madoguchi.platform.input.StrictText;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 400 to an address or a form that cannot be read: broken escapes, bytes that are no UTF-8, U+0000. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ReadableRequests extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isReadable(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static boolean isReadable(HttpServletRequest request) {
        try {
            StrictText.check(request.getRequestURI());
            String query = request.getQueryString();
            if (query != null) {
                StrictText.check(query);
            }
            return request.getParameterMap().entrySet().stream().allMatch(ReadableRequests::isReadable);
        } catch (Refusal.Malformed unreadable) {
            return false;
        } catch (IllegalStateException tomcatCannotReadIt) {
            return false;
        }
    }

    private static boolean isReadable(Map.Entry<String, String[]> field) {
        return field.getKey().indexOf(0) < 0 && Arrays.stream(field.getValue()).allMatch(value -> value.indexOf(0) < 0);
    }
}
