package jp.madoguchi.identity.attempt;

import jp.madoguchi.platform.attempt.jdbc.JdbcAttempts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class AttemptConfiguration {

    @Bean
    JdbcAttempts attempts(JdbcClient jdbc) {
        return new JdbcAttempts(jdbc);
    }
}
