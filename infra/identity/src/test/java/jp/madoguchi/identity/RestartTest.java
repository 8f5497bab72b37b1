package jp.madoguchi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @Test
    void keysLogInsAndClientsSurviveARestart(@TempDir Path folder) throws IOException {
        try (IdentityServer server = new IdentityServer()) {
            App portal = App.portal(server);
            PlainBrowser browser = new PlainBrowser(server.issuer());
            String before = portal.idToken(portal.logIn(browser, "hanako@example.jp", "madoguchi-demo"));
            long accounts = server.count("select count(*) from account");

            server.restart();

            assertThat(portal.claims(before).getSubject()).as("an old token still verifies").isNotBlank();
            String after = portal.idToken(portal.codeIn(PlainBrowser.location(browser.get(portal.authorizeAddress()))));
            assertThat(portal.claims(after).getSubject()).as("still logged in, as the same person")
                    .isEqualTo(portal.claims(before).getSubject());
            assertThat(server.count("select count(*) from signing_key")).isEqualTo(1);
            assertThat(server.count("select count(*) from oauth2_registered_client")).isEqualTo(3);
            assertThat(server.count("select count(*) from account")).isEqualTo(accounts);

            server.sql("update signing_key set retired_at = now(), created_at = now() - interval '1 day'");
            server.restart();
            assertThat(portal.claims(before).getSubject()).as("the retired key is still published").isNotBlank();
            portal.claims(portal.idToken(portal.codeIn(PlainBrowser.location(browser.get(portal.authorizeAddress())))));
            assertThat(server.count("select count(*) from signing_key where retired_at is null")).isEqualTo(1);

            Path roster = Files.writeString(folder.resolve("staff.csv"), """
                    staff_id,name,email,office,office_name,roles
                    chuo-clerk1,中央 一郎,clerk1@city.example.jp,suma,須磨区役所,clerk approver
                    """);
            server.restart("--madoguchi.demo=false", "--madoguchi.identity.staff-roster=" + roster);
            App backoffice = App.backoffice(server);
            assertThat(backoffice.claims(
                    backoffice.idToken(backoffice.logIn(browser, "chuo-clerk1", "madoguchi-demo"))).getClaims())
                    .containsEntry("office", "suma").containsEntry("roles", List.of("clerk", "approver"));
            assertThat(server.count("select count(*) from account where realm = 'staff' and disabled_at is null"))
                    .isEqualTo(1);

            assertThatThrownBy(() -> server.restart(
                    "--madoguchi.identity.key-encryption-key=QkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkI="))
                    .as("another key is noticed at start")
                    .hasStackTraceContaining("is madoguchi.identity.key-encryption-key the one");
        }
    }
}
