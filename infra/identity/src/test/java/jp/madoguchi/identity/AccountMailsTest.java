package jp.madoguchi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import jp.madoguchi.testkit.Letter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the mails and pages on a changed password and a deleted account say. */
class AccountMailsTest {

    private static final String LOGIN = "mails@example.jp";
    private static final String PASSWORD = "madoguchi-demo";
    private static final String NEW = "冬はつとめて 雪の降りたる";

    private final IdentityServer server = IdentityServer.shared();
    private final PlainBrowser browser = new PlainBrowser(server.issuer());

    @BeforeEach
    void open() {
        server.sql("delete from attempt");
        server.mailbox().empty();
        server.sql("insert into account (realm, login, email, name, password_hash, credentials_changed_at, created_at) "
                + "select realm, '" + LOGIN + "', '" + LOGIN + "', name, password_hash, now(), now() "
                + "from account where login = 'taro@example.jp'");
    }

    @AfterEach
    void close() {
        server.sql("delete from account where login = '" + LOGIN + "'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ja | パスワードの変更 | 再設定 | 利用者登録の削除 | まどぐち市総合コールセンター（見本） | 受付番号 | 電話か窓口 | 合言葉を決めた申請は
            en | [Password change] | reset | [Account deletion] | Madoguchi City Call Centre (sample) | receipt number | by phone or at the counter | If you chose a secret word
            ja-x-easy | パスワードを 変（か）える | 再設定 | を けす | まどぐち市総合コールセンター（見本） | 受付番号 | 電話（でんわ）で 聞（き）いて | 合言葉（あいことば）を きめた 手続（てつづ）き
            """)
    void eachMailIsCalledWhatItIsAbout(String language, String change, String never, String deletion, String desk,
            String number, String ways, String word) {
        browser.get("/?lang=" + language);
        assertThat(browser.submit("/login/resident", Map.of("login", LOGIN, "password", PASSWORD)).statusCode())
                .isEqualTo(303);
        browser.submit("/account/resident/password", Map.of("current", PASSWORD, "password", NEW));
        Letter changed = next();
        assertThat(changed.subject()).contains(change).doesNotContain(never);
        assertThat(changed.text()).contains(desk, "050-0000-0000").doesNotContain(never);
        if (language.equals("en")) {
            assertThat(changed.subject() + changed.text())
                    .doesNotContainPattern("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
        }

        server.mailbox().empty();
        assertThat(browser.get("/account/resident/close").body()).contains(number, ways, word, "tel:05000000000");
        assertThat(browser.submit("/account/resident/close", Map.of("current", NEW)).body()).contains(number, ways,
                word);
        Letter deleted = next();
        assertThat(deleted.subject()).contains(deletion);
        assertThat(deleted.text()).contains(number, ways, word, desk);
    }

    private Letter next() {
        return server.mailbox().awaitLetter(letter -> letter.to().contains(LOGIN), Duration.ofSeconds(10));
    }
}
