package jp.madoguchi.platform.pagekit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

import jp.madoguchi.platform.postal.PostalController;
import jp.madoguchi.platform.problem.ProblemPage;
import jp.madoguchi.platform.security.KeptFormPage;

/** The page kit for a reactive app, which imports this class and brings one {@link Surroundings} bean. */
@Configuration(proxyBeanMethods = false)
@Import({AssetController.class, PostalController.class})
public class PagekitConfiguration {

    @Bean
    PageFrameResolver pageFrameResolver(Surroundings surroundings) {
        return new PageFrameResolver(surroundings);
    }

    /** Error pages in the same look as the page that was asked for. */
    @Bean
    ProblemPage problemPage(PageFrameResolver frames) {
        return (problem, exchange) -> frames.frameOfProblem(exchange).zipWith(frames.waysBack(problem, exchange))
                .map(read -> {
                    var incident = problem.incident();
                    return Layouts.problem(read.getT1().titled(problem.title()), problem.status(), problem.detail(),
                            incident == null ? "" : incident, read.getT2()).render();
                });
    }

    @Bean
    KeptFormPage keptFormPage(PageFrameResolver frames) {
        return (form, exchange) -> frames.frame(exchange).map(frame -> Layouts
                .keptForm(frame.titled(Words.in(frame.language(), "kept.title")), form.target(), form.fields())
                .render());
    }

    @Bean
    HtmlResultHandler htmlResultHandler() {
        return new HtmlResultHandler();
    }

    @Bean
    LanguageFilter languageFilter() {
        return new LanguageFilter(Words.LANGUAGES.stream().map(Words.Language::code).toList());
    }

    @Bean
    WebFluxConfigurer pagekitWebFlux(PageFrameResolver frames) {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(frames);
            }

            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
                configurer.customCodecs().register(new HtmlEncoder());
            }
        };
    }
}
