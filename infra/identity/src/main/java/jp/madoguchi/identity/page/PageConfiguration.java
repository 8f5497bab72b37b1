package jp.madoguchi.identity.page;

import java.util.List;
import jp.madoguchi.platform.pagekit.AssetController;
import jp.madoguchi.platform.pagekit.HtmlMessageConverter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers return pages, and serves the page kit's style sheet and script. */
@Configuration(proxyBeanMethods = false)
@Import(AssetController.class)
class PageConfiguration implements WebMvcConfigurer {

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(converters -> converters.addFirst(new HtmlMessageConverter()));
    }
}
