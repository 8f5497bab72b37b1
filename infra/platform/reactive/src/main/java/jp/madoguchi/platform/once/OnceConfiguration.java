package jp.madoguchi.platform.once;

import java.time.Duration;
import java.time.InstantSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Import into a reactive app with pages, so that its forms count once however often they are sent. */
@Configuration(proxyBeanMethods = false)
public class OnceConfiguration {

    /** So long after a program stopped in the middle of its work the next sending hears of it. */
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration RENEWED_EVERY = Duration.ofSeconds(4);

    @Bean
    SentForms sentForms(DatabaseClient db, ObjectProvider<InstantSource> clock) {
        return new SentForms(db, clock.getIfAvailable(InstantSource::system), LEASE);
    }

    @Bean
    OnceFilter onceFilter(SentForms forms) {
        return new OnceFilter(forms, new Lease(forms, RENEWED_EVERY));
    }

    @Bean
    SentFormCleanUp sentFormCleanUp(SentForms forms) {
        return new SentFormCleanUp(forms);
    }
}
