package jp.madoguchi.portal.upload;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which scanner there is. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScannerSettings.class)
class ScannerConfiguration {

    @Bean
    Scanner scanner(ScannerSettings settings, MeterRegistry meters) {
        var host = settings.host();
        return new MeteredScanner(host == null || host.isBlank() ? new NoScanner() : new ClamavScanner(host, settings),
                meters);
    }
}
