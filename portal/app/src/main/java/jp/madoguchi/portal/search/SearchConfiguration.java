package jp.madoguchi.portal.search;

import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** The city's list of everyday words, read when the portal starts. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    Synonyms synonyms(@Value("${madoguchi.search.synonyms:classpath:search/synonyms.txt}") Resource file)
            throws IOException {
        return Synonyms.read(file);
    }
}
