package jp.madoguchi.platform.security;

import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.platform.realm.SecondFactorRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** Who must have two factors, and that an app lets nobody in who must and has not. */
class SecondFactorRuleTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-,clerk,true", "staff,clerk,true", "none,clerk,false", "admin,clerk,false",
            "admin,admin,true", "'approver, admin',approver,true", "resident,clerk,false"})
    void anAppRefusesWhoeverMustAndHasNot(@Nullable String setting, String role, boolean must) {
        ClaimsReader reader = new ClaimsReader(Realm.STAFF, town(setting).identity().secondFactor());
        assertThat(reader.read(token(role, List.of("pwd", "otp", "mfa")))).isInstanceOf(StaffMember.class);
        assertThat(reader.read(token(role, List.of("hwk", "user", "mfa")))).isInstanceOf(StaffMember.class);
        for (List<String> one : List.of(List.of("pwd"), List.<String>of(), List.of("pwd", "otp"))) {
            if (must) {
                assertThatThrownBy(() -> reader.read(token(role, one))).as("%s", one)
                        .isInstanceOfSatisfying(OAuth2AuthenticationException.class, refused -> assertThat(
                                refused.getError().getErrorCode()).isEqualTo(ClaimsReader.SECOND_FACTOR_MISSING));
            } else {
                assertThat(reader.read(token(role, one))).isInstanceOf(StaffMember.class);
            }
        }
    }

    @Test
    void anIdentityThatSaysNothingOfItIsNotBelieved() {
        ClaimsReader reader = new ClaimsReader(Realm.STAFF, new SecondFactorRule(Set.of("staff")));
        assertThatThrownBy(() -> reader.read(token("clerk", null))).isInstanceOf(OAuth2AuthenticationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"everybody", "staff,none", "clerks", "STAFF"})
    void aSettingNobodyUnderstandsStopsTheStart(String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecondFactorRule(Set.of(setting.split(","))));
    }

    private static TownSettings town(@Nullable String setting) {
        Map<String, String> settings = new HashMap<>(Map.of("madoguchi.identity.issuer", "http://localhost:1"));
        if (setting != null) {
            settings.put("madoguchi.identity.second-factor.required-for", setting);
        }
        return new Binder(new MapConfigurationPropertySource(settings)).bind("madoguchi", TownSettings.class).get();
    }

    private static OidcIdToken token(String role, @Nullable List<String> amr) {
        Map<String, Object> claims = new HashMap<>(Map.of("sub", "0190b6a0-0000-7000-8000-000000000002", "iss",
                "http://localhost:1", "realm", "staff", "staff_id", "chuo-clerk1", "name", "中央 一郎", "office", "chuo",
                "office_name", "中央区役所", "roles", List.of(role)));
        if (amr != null) {
            claims.put("amr", amr);
        }
        return new OidcIdToken("token", Instant.EPOCH, Instant.EPOCH.plusSeconds(60), claims);
    }
}
