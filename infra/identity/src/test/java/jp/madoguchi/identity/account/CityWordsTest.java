package jp.madoguchi.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.identity.IdentitySettings.Client;
import jp.madoguchi.identity.IdentitySettings.Clients;
import jp.madoguchi.identity.IdentitySettings.Identity;
import jp.madoguchi.identity.IdentitySettings.Site;
import jp.madoguchi.platform.pagekit.Contact;
import jp.madoguchi.platform.pagekit.Contacts;
import jp.madoguchi.platform.city.CitySettings;
import jp.madoguchi.forms.city.CityFile;
import jp.madoguchi.forms.city.CityInForce;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import jp.madoguchi.platform.realm.SecondFactorRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CityWordsTest {

    private static final Client CLIENT = new Client("a-secret-for-tests-only");

    private final CityWords words = new CityWords(
            new IdentitySettings(new Site("https://shinsei.city.minatomachi.lg.jp"),
                    new Site("https://office.city.minatomachi.lg.jp"),
                    new Identity("https://login.city.minatomachi.lg.jp", null, Duration.ofDays(90), List.of(), null,
                            Duration.ofMinutes(1), Duration.ofMinutes(10), new SecondFactorRule(Set.of())),
                    new Clients(CLIENT, CLIENT, CLIENT), false));

    @BeforeEach
    void anotherCity() {
        var contacts = new Contacts(desk("港町コール", "078-331-8181"), List.of(desk("税の窓口", "078-222-3333")));
        CityInForce.put(new CitySettings(null, "港町市", "Minatomachi City", "みなとネット申請", "Minato Net", null, null)
                .first(contacts));
    }

    @AfterEach
    void theSampleAgain() {
        CityInForce.put(CityFile.sample());
    }

    private static Contact desk(String name, String phone) {
        return new Contact(name, phone, "", "", List.of(), "Minato Call", "", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"minatomachi-city", "MinatoMachi2026!", "minatomachi-shi", "港町市役所2026", "みなとネット申請！",
            "minato-net-99",
            "shinsei.city.minatomachi.lg.jp", "0783318181", "078-331-8181", "０７８３３１８１８１", "0782223333", "港町コール港町コール",
            "hanako minatomachi"})
    void whatTheCityTellsEverybodyIsFound(String password) {
        assertThat(words.make(Passwords.same(password), "hanako@example.org")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minatomachi no neko", "港町の猫は三匹", "0783318194", "3318197402", "call me tomorrow",
            "correct horse battery"})
    void wordsOfOnesOwnBesideThemAreFine(String password) {
        assertThat(words.make(password, "hanako@example.org")).isFalse();
    }
}
