package jp.madoguchi.backoffice.office.web;

import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.security.StaffMember;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives controller methods the {@link Staff} at the screen. */
@Component
class StaffArgument implements HandlerMethodArgumentResolver, WebFluxConfigurer {

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Staff.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return exchange.getPrincipal().ofType(Authentication.class)
                .mapNotNull(Authentication::getPrincipal).ofType(StaffMember.class).<Object>map(Staff::of)
                .switchIfEmpty(Mono.error(() -> new Refusal.Unauthenticated("sign-in-needed", "ログインしてください。")));
    }
}
