package jp.madoguchi.platform.security;

import java.time.InstantSource;
import jp.madoguchi.platform.problem.webflux.ProblemConfiguration;
import jp.madoguchi.platform.session.SessionConfiguration;
import jp.madoguchi.platform.session.SessionSettings;
import jp.madoguchi.platform.session.SignedInSessions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** An app of a few lines, composed as the real ones are. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableWebFluxSecurity
@Import({ProblemConfiguration.class, SessionConfiguration.class, SecurityPartsConfiguration.class})
class TinyPortal {

    @Bean
    @Order(1)
    SecurityWebFilterChain exchange(ServerHttpSecurity http, TownSettings town) {
        return ExchangeSecurity.chain(http, town);
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain pages(ServerHttpSecurity http, TownSettings town, SessionSettings sessions) {
        PageSecurity.on(http, sessions);
        IdentityLogin.forPortal(town, sessions).on(http);
        return http.authorizeExchange(paths -> paths.pathMatchers("/", "/form", "/upload", "/token")
                .permitAll()
                .pathMatchers(HttpMethod.GET, "/staff")
                .hasRole("STAFF")
                .anyExchange()
                .authenticated()).build();
    }

    @Bean
    SignInWatch signInWatch(TownSettings town, SignedInSessions sessions, ObjectProvider<ClosedAccounts> rooms) {
        return SignInWatches.forPortal(town, WebClient.builder(), sessions, rooms, InstantSource.system());
    }

    @Bean
    KeptFormPage keptFormPage() {
        return (form, exchange) -> csrfToken(exchange)
                .map(token -> token + " " + form.target() + " " + form.fields());
    }

    private static Mono<String> csrfToken(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
        return token.map(CsrfToken::getToken);
    }

    @RestController
    static class Pages {

        @PostMapping("/me/name")
        Mono<String> rename(ServerWebExchange exchange) {
            return exchange.getFormData().map(fields -> "renamed " + fields.getFirst("name"));
        }

        @GetMapping("/me")
        Mono<String> me(@AuthenticationPrincipal Resident resident) {
            return Mono.just(resident.name() + " " + resident.email());
        }

        @GetMapping("/token")
        Mono<String> token(ServerWebExchange exchange) {
            return csrfToken(exchange);
        }

        @PostMapping("/form")
        Mono<String> form() {
            return Mono.just("taken");
        }

        @PostMapping(path = "/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
        Mono<String> upload(@RequestPart("file") String file) {
            return Mono.just("taken " + file);
        }

        @GetMapping("/exchange/ping")
        Mono<String> ping() {
            return Mono.just("pong");
        }
    }
}
