package jp.madoguchi.backoffice;

import java.time.InstantSource;
import jp.madoguchi.backoffice.office.Area;
import jp.madoguchi.backoffice.office.Areas;
import jp.madoguchi.platform.security.IdentityLogin;
import jp.madoguchi.platform.security.PageSecurity;
import jp.madoguchi.platform.realm.Role;
import jp.madoguchi.platform.security.StaffMember;
import jp.madoguchi.platform.security.TownSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.reactive.function.client.WebClient;
import jp.madoguchi.platform.session.SessionSettings;
import jp.madoguchi.platform.session.SignedInSessions;
import jp.madoguchi.platform.security.SignInWatches;
import jp.madoguchi.platform.security.SignInWatch;

/** Who gets in: staff only, each area by its roles ({@link Area}). What somebody may do with one case is asked in casework's Rights. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class BackofficeSecurity {

    /** Sessions end with their log-in at identity, wherever that ended. */
    @Bean
    SignInWatch signInWatch(TownSettings town, SignedInSessions sessions, InstantSource clock) {
        return SignInWatches.forBackoffice(town, WebClient.builder(), sessions, clock);
    }

    @Bean
    SecurityWebFilterChain pages(ServerHttpSecurity http, TownSettings town, SessionSettings sessions, Areas areas) {
        PageSecurity.on(http, sessions);
        IdentityLogin.forBackoffice(town, sessions).on(http);
        http.authorizeExchange(paths -> {
            paths.pathMatchers("/assets/**").permitAll();
            areas.byPath().forEach(
                    area -> paths.pathMatchers(area.path() + "/**").hasAnyAuthority(authorities(area)));
            paths.anyExchange().hasAuthority(StaffMember.AUTHORITY);
        });
        return http.build();
    }

    private static String[] authorities(Area area) {
        return area.roles().isEmpty()
                ? new String[]{StaffMember.AUTHORITY}
                : area.roles().stream().map(Role::authority).toArray(String[]::new);
    }
}
