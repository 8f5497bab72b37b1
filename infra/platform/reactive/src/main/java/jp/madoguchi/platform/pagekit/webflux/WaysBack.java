package jp.madoguchi.platform.pagekit.webflux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jp.madoguchi.platform.pagekit.NavItem;
import jp.madoguchi.platform.pagekit.PageBefore;
import jp.madoguchi.platform.pagekit.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;

/** Where an error page leads: the ways an app knows of, then the page one came from. */
final class WaysBack {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** Asked for when needed: the mappings are made from the beans that draw pages. */
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    WaysBack(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    List<NavItem> after(List<NavItem> known, ServerWebExchange exchange, String language) {
        var ways = new ArrayList<>(known);
        before(exchange).filter(address -> known.stream().noneMatch(way -> way.href().equals(address)))
                .ifPresent(address -> ways.add(new NavItem(Words.in(language, "problem.before"), address)));
        return ways;
    }

    private Optional<String> before(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return PageBefore.of(request.getHeaders().getFirst("Referer"), request.getURI(),
                READING.contains(request.getMethod()), pages());
    }

    private List<PathPattern> pages() {
        return mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(mapped -> mapped.getMethodsCondition().getMethods().isEmpty()
                        || mapped.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapped -> mapped.getPatternsCondition().getPatterns().stream()).toList();
    }
}
