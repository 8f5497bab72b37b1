package jp.madoguchi.platform.security;

import jp.madoguchi.platform.session.AttributeForm;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** Import to have {@link TownSettings}, {@link PageHeaders} and {@link AttemptLimiter}; the chains are composed by the app. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TownSettings.class)
public class SecurityPartsConfiguration {

    @Bean
    PageHeaders pageHeaders(TownSettings town) {
        return new PageHeaders(town.identity().issuer());
    }

    /** A request is measured once, as a whole; each filter and each decision by itself would cost more than it tells. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** The page comes from the page kit, or from the app itself. */
    @Bean
    KeptFormFilter keptFormFilter(ObjectProvider<KeptFormPage> page) {
        return new KeptFormFilter(page);
    }

    @Bean
    AttributeForm<?, ?> signedInForm() {
        return SignedInForm.form();
    }

    @Bean
    AttributeForm<?, ?> keptFormForm() {
        return AttributeForm.itself("kept-form", KeptForm.class);
    }

    @Bean
    AttemptLimiter attemptLimiter(DatabaseClient db) {
        return new AttemptLimiter(db);
    }

    @Bean
    AttemptCleanUp attemptCleanUp(AttemptLimiter limiter) {
        return new AttemptCleanUp(limiter);
    }
}
