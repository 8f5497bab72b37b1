package jp.madoguchi.identity.connection;

import java.util.List;
import jp.madoguchi.identity.attempt.ClientAddress;
import jp.madoguchi.platform.network.TrustedProxies;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionSettings.class)
class ConnectionConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedServer(ConnectionSettings settings,
            ClientAddress addresses, @Value("${madoguchi.trusted-proxies:}") List<String> networks) {
        TrustedProxies proxies = new TrustedProxies(networks);
        return factory -> {
            factory.setProtocol(BoundedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof BoundedProtocol bounded) {
                    bounded.bound(settings,
                            address -> !proxies.trusts(address) && addresses.keyOf(address).isPresent());
                }
            });
        };
    }
}
