package jp.madoguchi.platform.input;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Import into a reactive app to have everything read strictly that comes in. */
@Configuration(proxyBeanMethods = false)
public class InputConfiguration {

    @Bean
    ReadableAddress readableAddress() {
        return new ReadableAddress();
    }

    @Bean
    WebFluxConfigurer strictForms() {
        return new WebFluxConfigurer() {
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
                configurer.customCodecs().registerWithDefaultConfig(new StrictFormReader());
            }
        };
    }
}
