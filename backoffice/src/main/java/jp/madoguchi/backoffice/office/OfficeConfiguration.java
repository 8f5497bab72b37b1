package jp.madoguchi.backoffice.office;

import jp.madoguchi.platform.session.AttributeForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sessions of the back office hold besides what every app's do. */
@Configuration(proxyBeanMethods = false)
class OfficeConfiguration {

    @Bean
    AttributeForm<KeptSearch, KeptSearch> keptSearchForm() {
        return AttributeForm.itself("kept-search", KeptSearch.class);
    }
}
