package jp.madoguchi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.madoguchi.testkit.Doors;
import jp.madoguchi.testkit.LoggedFaults;
import jp.madoguchi.testkit.RawHttp;
import jp.madoguchi.testkit.Templates;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No door of the house of accounts falls over, whatever is thrown at it. */
class DoorsTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SESSION = Pattern.compile("(?i)set-cookie: ([^=]+=[^;]+)");

    private final IdentityServer server = IdentityServer.shared();

    @Test
    void nothingThrownAtADoorIsAFault() {
        var http = new RawHttp(server.issuer());
        var page = http.send("GET", "/login/resident", List.of(), new byte[0]);
        var token = TOKEN.matcher(page.body());
        var session = SESSION.matcher(page.head());
        assertThat(token.find() && session.find()).as(page.head()).isTrue();
        var key = List.of("Cookie: " + session.group(1));
        var values = Map.of("realm", "resident", "token", "x".repeat(43), "id", "x");
        var fields = new java.util.TreeSet<>(Templates.fieldNames());
        // These are put together by the kit's controls.
        fields.addAll(List.of("name", "email", "login", "password", "current", "repeated"));
        var doors = doors().toList();
        assertThat(doors).hasSizeGreaterThan(15);
        try (var log = new LoggedFaults()) {
            assertThat(doors.parallelStream()
                    .flatMap(door -> Doors.batter(http, door, key, token.group(1), values, fields).stream())
                    .toList()).isEmpty();
            assertThat(log.faults()).isEmpty();
        }
    }

    /** Those of Spring's authorization server come with filters of their own. */
    private Stream<Doors.Door> doors() {
        var mappings = Objects.requireNonNull(server.part(DispatcherServlet.class).getHandlerMappings());
        var own = mappings.stream().filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(mapped -> !mapped.getPatternValues().contains("/error")).flatMap(mapped -> mapped
                        .getPatternValues().stream()
                        .flatMap(pattern -> (mapped.getMethodsCondition().getMethods().isEmpty()
                                ? Set.of(RequestMethod.GET)
                                : mapped.getMethodsCondition().getMethods()).stream()
                                .map(method -> new Doors.Door(method.asHttpMethod(), pattern, Set.of()))));
        var asked = Set.of("client_id", "redirect_uri", "scope", "state", "response_type", "code_challenge");
        return Stream.concat(own, Stream.of(
                new Doors.Door(org.springframework.http.HttpMethod.GET, "/oauth2/authorize", asked),
                new Doors.Door(org.springframework.http.HttpMethod.POST, "/oauth2/token", asked)));
    }
}
