package jp.madoguchi.identity.failure;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.platform.pagekit.PageBefore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The page of this program that somebody came from before something went wrong. */
@Component
class WayBefore {

    private final String site;

    /** Asked for when needed: the mappings are made from the controllers, those of failures among them. */
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    WayBefore(IdentitySettings settings, ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.site = settings.identity().issuer();
        this.mappings = mappings;
    }

    /** Its path and query, empty where there is none. */
    Optional<String> of(HttpServletRequest request) {
        URI asked;
        try {
            asked = URI.create(site + address(request));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        return PageBefore.of(request.getHeader(HttpHeaders.REFERER), asked, !"POST".equals(method(request)),
                pages());
    }

    private static String method(HttpServletRequest request) {
        // The page of an error is asked for by GET, whatever went wrong (Jakarta Servlet 6.1, 10.9.1).
        return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String first
                ? first
                : request.getMethod();
    }

    private static String address(HttpServletRequest request) {
        boolean forwarded = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
        Object path = forwarded
                ? request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)
                : request.getRequestURI();
        Object query = forwarded
                ? request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING)
                : request.getQueryString();
        return query == null ? String.valueOf(path) : path + "?" + query;
    }

    private List<PathPattern> pages() {
        return mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(mapped -> mapped.getMethodsCondition().getMethods().isEmpty()
                        || mapped.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(WayBefore::patterns).toList();
    }

    private static Stream<PathPattern> patterns(RequestMappingInfo mapped) {
        var condition = mapped.getPathPatternsCondition();
        return condition == null
                ? Stream.empty()
                : condition.getPatterns().stream().filter(pattern -> !pattern.getPatternString().equals("/error"));
    }
}
