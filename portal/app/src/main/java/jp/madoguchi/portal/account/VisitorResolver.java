package jp.madoguchi.portal.account;

import java.util.Optional;

import jp.madoguchi.platform.security.Resident;
import jp.madoguchi.platform.token.SecretToken;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Gives controller methods their {@link Visitor}.
 */
@Configuration(proxyBeanMethods = false)
class VisitorResolver implements HandlerMethodArgumentResolver, WebFluxConfigurer {

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visitor.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        var key = VisitorKey.presented(exchange).map(SecretToken::hash).orElse(null);
        return exchange.getPrincipal()
                .map(principal -> principal instanceof Authentication login
                        && login.getPrincipal() instanceof Resident resident
                                ? Optional.of(resident)
                                : Optional.<Resident>empty())
                .defaultIfEmpty(Optional.empty())
                .map(resident -> new Visitor(resident.map(Resident::id).orElse(null), key,
                        resident.map(Resident::email).orElse(null)));
    }
}
