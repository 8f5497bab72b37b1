package jp.madoguchi.platform.session;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.session.config.annotation.web.server.EnableSpringWebSession;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;

/**
 * Import to keep web sessions in PostgreSQL; the app sets {@code madoguchi.session.cookie-name} and its Flyway locations hold
 * {@code classpath:db/platform}.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringWebSession
@EnableConfigurationProperties(SessionSettings.class)
public class SessionConfiguration {

    @Bean
    PostgresSessions sessionRepository(DatabaseClient db, SessionSettings settings,
            ObjectProvider<AttributeForm<?, ?>> forms, ObjectProvider<InstantSource> clock) {
        return new PostgresSessions(db, new SessionJson(forms.stream().toList()), settings,
                clock.getIfAvailable(InstantSource::system));
    }

    @Bean
    SessionCleanUp sessionCleanUp(PostgresSessions sessions) {
        return new SessionCleanUp(sessions);
    }

    @Bean
    WebSessionIdResolver webSessionIdResolver(SessionSettings settings) {
        CookieWebSessionIdResolver cookies = new CookieWebSessionIdResolver();
        cookies.setCookieName(settings.cookieName());
        cookies.addCookieInitializer(cookie -> {
            cookie.httpOnly(true).sameSite("Lax").path("/");
            if (settings.secure()) {
                cookie.secure(true);
            }
        });
        return cookies;
    }
}
