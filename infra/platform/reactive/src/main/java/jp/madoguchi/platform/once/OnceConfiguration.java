package jp.madoguchi.platform.once;

import java.time.InstantSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Import into a reactive app with pages, so that its forms count once however often they are sent. */
@Configuration(proxyBeanMethods = false)
public class OnceConfiguration {

    @Bean
    SentForms sentForms(DatabaseClient db, ObjectProvider<InstantSource> clock) {
        return new SentForms(db, clock.getIfAvailable(InstantSource::system));
    }

    @Bean
    OnceFilter onceFilter(SentForms forms) {
        return new OnceFilter(forms);
    }

    @Bean
    SentFormCleanUp sentFormCleanUp(SentForms forms) {
        return new SentFormCleanUp(forms);
    }
}
