package jp.madoguchi.platform.pagekit.webflux;

import jp.madoguchi.platform.pagekit.AssetController;
import jp.madoguchi.platform.pagekit.Words;
import jp.madoguchi.platform.text.Languages;
import jp.madoguchi.platform.pagekit.Layouts;
import jp.madoguchi.platform.pagekit.SiteChrome;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import jp.madoguchi.platform.problem.Problem;
import jp.madoguchi.platform.problem.webflux.ProblemPage;
import jp.madoguchi.platform.problem.RefusalTexts;
import jp.madoguchi.platform.security.KeptFormPage;

/** The page kit for a reactive app, which imports this class and brings one {@link SiteChrome} bean. */
@Configuration(proxyBeanMethods = false)
@Import({AssetController.class, PostalController.class})
public class PagekitConfiguration {

    @Bean
    PageFrameResolver pageFrameResolver(SiteChrome chrome) {
        Words.preload();
        return new PageFrameResolver(chrome);
    }

    /** Error pages in the same look as the page that was asked for. */
    @Bean
    ProblemPage problemPage(PageFrameResolver frames, ObjectProvider<RequestMappingHandlerMapping> mappings) {
        var ways = new WaysBack(mappings);
        var texts = new RefusalTexts(
                Languages.OFFERED.stream().map(Languages.Language::code).collect(Collectors.toUnmodifiableSet()));
        return (problem, exchange) -> frames.frameOfProblem(exchange)
                .zipWhen(frame -> frames.waysBack(problem, frame.language(), exchange))
                .map(read -> {
                    var language = read.getT1().language();
                    var incident = problem.incident();
                    var told = texts.find(problem, language);
                    return Layouts.problem(read.getT1().titled(title(problem, language)), problem.status(),
                            told.orElse(problem.detail()), told.isPresent() || language.equals("ja"),
                            incident == null ? "" : incident, ways.after(read.getT2(), exchange, language))
                            .render();
                });
    }

    /** Readers of other languages are told the kind of problem in their own, whether or not the rest is translated. */
    private static String title(Problem problem, String language) {
        return language.equals("ja") ? problem.title() : Words.in(language, switch (problem.status()) {
            case 401, 403, 404, 409, 410, 413, 415, 422, 429 -> "problem." + problem.status();
            case 502, 503, 504 -> "problem.503";
            default -> problem.status() < 500 ? "problem.400" : "problem.500";
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
        return new LanguageFilter();
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
