package jp.madoguchi.identity.monitoring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import jp.madoguchi.platform.monitoring.ManagementToken;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * The chain of health and meters, on the management port and on that of pages: whether the program lives and is ready is told to
 * everybody, all else to whoever shows the token.
 */
@Configuration(proxyBeanMethods = false)
class ManagementSecurity {

    private static final String[] OPEN = {"/livez", "/readyz", "/actuator/health", "/actuator/health/**"};

    @Bean
    ManagementToken managementToken(@Value("${madoguchi.management.token:}") String token) {
        return ManagementToken.of(token);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain management(HttpSecurity http, ManagementToken token, Environment environment) {
        return http.securityMatcher("/livez", "/readyz", "/actuator", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN).permitAll().anyRequest()
                        .access((person, asked) -> new AuthorizationDecision(
                                token.isShownBy(asked.getRequest().getHeader(HttpHeaders.AUTHORIZATION)))))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache())).csrf(csrf -> csrf.disable())
                .exceptionHandling(failed -> failed.authenticationEntryPoint(
                        (request, response, why) -> refuse(request, response, environment)))
                .build();
    }

    /** The port of pages does not even tell that there is something to ask for. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, Environment environment)
            throws IOException {
        var managed = environment.getProperty("local.management.port", Integer.class);
        if (Objects.equals(managed, request.getLocalPort())) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
