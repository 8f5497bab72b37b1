package jp.madoguchi.platform.problem.webflux;

import jp.madoguchi.platform.problem.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** Import into a reactive app to have every error answered as a {@link Problem}. */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

    /** Before Spring's own handlers, which answer in English. */
    @Bean
    @Order(-2)
    ErrorWebExceptionHandler problemHandler(ObjectProvider<ProblemPage> page, ObjectProvider<JsonMapper> json) {
        return new ProblemHandler(page.getIfAvailable(PlainProblemPage::new), json.getIfAvailable(JsonMapper::new));
    }

    @Bean
    CommitWithin commitWithin() {
        return new CommitWithin();
    }
}
