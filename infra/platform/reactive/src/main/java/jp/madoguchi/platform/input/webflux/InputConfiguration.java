package jp.madoguchi.platform.input.webflux;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Import into a reactive app to have everything read strictly that comes in. */
@Configuration(proxyBeanMethods = false)
public class InputConfiguration {

    @Bean
    ReadableAddress readableAddress(@Value("${spring.http.codecs.max-in-memory-size:256KB}") DataSize longestForm) {
        return new ReadableAddress(Math.toIntExact(longestForm.toBytes()));
    }
}
