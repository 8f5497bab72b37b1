package jp.madoguchi.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class RequiredSettingsTest {

    private final RequiredSettings required = new RequiredSettings().address("madoguchi.portal.base-url")
            .secret("madoguchi.store.secret-key", "sample-of-the-local-town")
            .own("madoguchi.city.name", "まどぐち市")
            .secretUnlessOff("spring.flyway.enabled", "spring.flyway.password", "portal_owner");

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThatThrownBy(() -> required.check(environment(Map.of())))
                .hasMessageContaining("madoguchi.portal.base-url (MADOGUCHI_PORTAL_BASE_URL) is not set")
                .hasMessageContaining("madoguchi.store.secret-key").hasMessageContaining("madoguchi.city.name")
                .hasMessageContaining("spring.flyway.password");
    }

    @Test
    void aCityOfItsOwnStarts() {
        assertThatCode(
                () -> required.check(environment(Map.of("madoguchi.portal.base-url", "https://apply.city.example.jp",
                        "madoguchi.store.secret-key", "7fJ2-a-secret-of-its-own", "madoguchi.city.name", "みなと市",
                        "spring.flyway.enabled", "false"))))
                .doesNotThrowAnyException();
    }

    @Test
    void whatAFileSaysNeedsNotBeSaidAgain() {
        var names = new RequiredSettings().ownUnlessSet("madoguchi.city.file", "madoguchi.city.name", "まどぐち市");

        assertThatCode(() -> names.check(environment(Map.of("madoguchi.city.file", "city.yaml"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> names.check(environment(Map.of("madoguchi.city.file", ""))))
                .hasMessageContaining("madoguchi.city.name");
    }

    @Test
    void theLocalTownIsAskedForNothing() {
        assertThatCode(() -> required.check(environment(Map.of("madoguchi.demo", "true")))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"madoguchi.portal.base-url, http://apply.city.example.jp, without TLS",
            "madoguchi.portal.base-url, https://localhost:8080, own machine",
            "madoguchi.portal.base-url, apply.city.example.jp, no address",
            "madoguchi.store.secret-key, sample-of-the-local-town, everybody knows",
            "madoguchi.store.secret-key, short, fewer than 16", "madoguchi.city.name, まどぐち市, sample city"})
    void aSampleIsToldWithoutItsValue(String name, String value, String told) {
        assertThatThrownBy(() -> required.check(environment(Map.of(name, value)))).satisfies(thrown -> assertThat(
                String.valueOf(thrown.getMessage()).lines().filter(line -> line.startsWith(name))).singleElement()
                .satisfies(line -> assertThat(line).contains(told).doesNotContain(value)));
    }

    private static StandardEnvironment environment(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", settings));
        return environment;
    }
}
