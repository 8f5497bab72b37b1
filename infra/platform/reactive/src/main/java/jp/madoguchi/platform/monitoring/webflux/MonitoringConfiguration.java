package jp.madoguchi.platform.monitoring.webflux;

import jp.madoguchi.platform.monitoring.ManagementToken;
import jp.madoguchi.platform.network.TrustedProxies;
import jp.madoguchi.platform.trace.Tracing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Import into a reactive app whose {@code management.server.port} is one of its own. */
@Configuration(proxyBeanMethods = false)
public class MonitoringConfiguration {

    @Bean
    ManagementToken managementToken(@Value("${madoguchi.management.token:}") String token) {
        return ManagementToken.of(token);
    }

    @Bean
    HttpHandlerDecoratorFactory notedHandling(TrustedProxies proxies, Tracing tracing) {
        return new NotedHandling(proxies, tracing);
    }

    @Bean
    Tracing tracing(@Value("${madoguchi.tracing.endpoint:}") String endpoint,
            @Value("${madoguchi.tracing.ratio:0.1}") double ratio,
            @Value("${spring.application.name}") String program) {
        return Tracing.to(endpoint, ratio, program);
    }

    @Bean
    NoteFilter noteFilter() {
        return new NoteFilter();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain management(ServerHttpSecurity http, ManagementToken token, Environment environment) {
        return new ManagementSecurity(token, environment).chain(http);
    }
}
