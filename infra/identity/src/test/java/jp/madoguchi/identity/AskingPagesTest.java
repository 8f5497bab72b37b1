package jp.madoguchi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever cannot get in or has got no mail is told whom to ask. */
class AskingPagesTest {

    private final IdentityServer server = IdentityServer.shared();
    private final PlainBrowser browser = new PlainBrowser(server.issuer());

    @BeforeEach
    void clear() {
        server.sql("delete from attempt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/login/resident", "/login/staff", "/registration", "/registration/sent",
            "/recovery/resident", "/recovery/staff", "/recovery/resident/sent", "/recovery/staff/sent",
            "/registration/confirm/made-up", "/recovery/link/made-up", "/nowhere"})
    void theCitysPhoneStandsThereOnceInTheReadersLanguage(String path) {
        assertThat(browser.get(path).body()).containsOnlyOnce("tel:05000000000").contains("まどぐち市総合コールセンター", "毎日 8:00");
        browser.get("/?lang=en");
        assertThat(browser.get(path).body()).containsOnlyOnce("tel:05000000000")
                .contains("<dd>Madoguchi City Call Centre", "daily 8:00").doesNotContain("コールセンター", "毎日");
    }

    @Test
    void whereACityHasNoEnglishForItTheJapaneseNameIsMarkedAsSuch() {
        try (var plain = new IdentityServer("--madoguchi.contact.general.name=港町コール",
                "--madoguchi.contact.general.phone=078-331-8181", "--madoguchi.contact.general.hours=平日",
                "--madoguchi.contact.general.hours-en=weekdays")) {
            var reader = new PlainBrowser(plain.issuer());
            reader.get("/?lang=en");
            assertThat(reader.get("/registration").body()).contains("<dd lang=\"ja\">港町コール</dd>", ">weekdays<")
                    .doesNotContain("平日");
        }
    }
}
