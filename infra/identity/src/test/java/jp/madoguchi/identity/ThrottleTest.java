package jp.madoguchi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Strangers' wrong tries slow strangers, never the owner. */
class ThrottleTest {

    private static final String PASSWORD = "madoguchi-demo";

    private static IdentityServer server;

    @BeforeAll
    static void start() {
        server = new IdentityServer("--madoguchi.trusted-proxies=127.0.0.1,::1");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        server.sql("delete from attempt");
    }

    @ParameterizedTest
    @CsvSource({"resident,hanako@example.jp", "staff,chuo-clerk1"})
    void whateverStrangersTryTheOwnersBrowserGetsIn(String realm, String login) {
        PlainBrowser owner = new PlainBrowser(server.issuer());
        assertThat(logIn(owner, realm, login, PASSWORD, "192.0.2.10").statusCode()).isEqualTo(303);

        // From the owner's own network and from many others.
        for (int i = 0; i < 30; i++) {
            logIn(new PlainBrowser(server.issuer()), realm, login, "wrong-" + i,
                    i % 5 == 0 ? "192.0.2.77" : "203.0." + i + ".1");
        }
        server.sql("update attempt set failures = 100, locked_until = now() + interval '15 minutes' "
                + "where kind = 'account-everywhere'");
        assertThat(logIn(new PlainBrowser(server.issuer()), realm, login, PASSWORD, "198.51.100.1").statusCode())
                .as("a browser nobody knows waits").isEqualTo(429);
        assertThat(logIn(owner, realm, login, PASSWORD, "192.0.2.10").statusCode()).isEqualTo(303);
    }

    @Test
    void theOwnerWithANewBrowserWaitsForNoStrangerElsewhere() {
        for (int i = 0; i < 4; i++) {
            logIn(new PlainBrowser(server.issuer()), "resident", "taro@example.jp", "wrong-" + i, "203.0.113." + i);
        }
        holdWaits("account-network", 3);
        assertThat(logIn(new PlainBrowser(server.issuer()), "resident", "taro@example.jp", PASSWORD, "203.0.113.200")
                .statusCode()).as("another number of the same network").isEqualTo(429);
        assertThat(logIn(new PlainBrowser(server.issuer()), "resident", "taro@example.jp", PASSWORD, "198.51.100.1")
                .statusCode()).isEqualTo(303);
    }

    @Test
    void aKnownBrowserMayNotGuessForEverEither() {
        PlainBrowser thief = new PlainBrowser(server.issuer());
        logIn(thief, "resident", "taro@example.jp", PASSWORD, "198.51.100.1");
        for (int i = 0; i < 5; i++) {
            assertThat(logIn(thief, "resident", "taro@example.jp", "wrong-" + i, "198.51.100.1").statusCode())
                    .isEqualTo(401);
        }
        assertThat(logIn(thief, "resident", "taro@example.jp", "wrong-6", "198.51.100.1").statusCode()).isEqualTo(401);
        holdWaits("known-device", 5);
        assertThat(logIn(thief, "resident", "taro@example.jp", PASSWORD, "198.51.100.1").statusCode()).isEqualTo(429);
    }

    @Test
    void aBrowserIsKnownForItsOwnLoginOnlyAndAForgedCookieIsNone() {
        PlainBrowser hanakos = new PlainBrowser(server.issuer());
        logIn(hanakos, "resident", "hanako@example.jp", PASSWORD, "198.51.100.1");
        for (int i = 0; i < 4; i++) {
            logIn(new PlainBrowser(server.issuer()), "resident", "taro@example.jp", "wrong-" + i, "198.51.100.1");
        }
        holdWaits("account-network", 3);
        assertThat(logIn(hanakos, "resident", "taro@example.jp", PASSWORD, "198.51.100.1").statusCode())
                .isEqualTo(429);
        PlainBrowser forger = new PlainBrowser(server.issuer());
        for (String forged : new String[]{"x", "AAAA", "A".repeat(200), "%%%"}) {
            assertThat(forger.get("/login/resident", "Cookie", "MADOGUCHI_DEVICE_RESIDENT=" + forged).statusCode())
                    .isEqualTo(200);
            assertThat(logIn(forger, "resident", "taro@example.jp", PASSWORD, "198.51.100.1", "Cookie",
                    "MADOGUCHI_DEVICE_RESIDENT=" + forged).statusCode()).isIn(403, 429);
        }
    }

    @Test
    void whoHasNoAccountIsSlowedTheSame() {
        for (String login : new String[]{"taro@example.jp", "nobody@example.jp", "chuo-clerk1"}) {
            forget();
            for (int i = 0; i < 4; i++) {
                assertThat(logIn(new PlainBrowser(server.issuer()), "resident", login, "wrong-" + i, "203.0.113.1")
                        .statusCode()).as(login).isEqualTo(401);
            }
            holdWaits("account-network", 3);
            assertThat(logIn(new PlainBrowser(server.issuer()), "resident", login, "wrong-4", "203.0.113.1")
                    .statusCode()).as(login).isEqualTo(429);
        }
    }

    /** A wait of a second is over before a busy machine has asked again. */
    private static void holdWaits(String kind, int free) {
        assertThat(server.sql("update attempt set locked_until = now() + interval '1 minute' where kind = '" + kind
                + "' and failures > " + free)).isEqualTo(1);
    }

    @Test
    void whatHappensAtTheDoorIsToldWithoutAName() {
        Logger logger = (Logger) LoggerFactory.getLogger("madoguchi.security");
        ListAppender<ILoggingEvent> records = new ListAppender<>();
        records.start();
        logger.addAppender(records);
        try {
            for (int i = 0; i < 5; i++) {
                logIn(new PlainBrowser(server.issuer()), "resident", "taro@example.jp", "wrong-" + i, "203.0.113.9");
                if (i == 3) {
                    holdWaits("account-network", 3);
                }
            }
            logIn(new PlainBrowser(server.issuer()), "resident", "taro@example.jp", PASSWORD, "192.0.2.9");
        } finally {
            logger.detachAppender(records);
        }
        assertThat(records.list).extracting(record -> value(record, "event")).containsExactly("sign-in-refused",
                "sign-in-refused", "sign-in-refused", "sign-in-refused", "sign-in-delayed", "sign-in");
        assertThat(records.list).extracting(record -> value(record, "subject")).as("recognised, not named")
                .containsOnly(value(records.list.getFirst(), "subject"));
        assertThat(records.list).allSatisfy(record -> {
            assertThat(value(record, "subject")).matches("[0-9a-f]{16}");
            assertThat(record.getFormattedMessage() + record.getKeyValuePairs()).doesNotContain("taro", "example",
                    "203.0.113", "192.0.2", "wrong-", PASSWORD);
        });
    }

    private static String value(ILoggingEvent record, String key) {
        return record.getKeyValuePairs().stream().filter(pair -> pair.key.equals(key))
                .map(pair -> String.valueOf(pair.value)).findFirst().orElse("");
    }

    private static HttpResponse<String> logIn(PlainBrowser browser, String realm, String login, String password,
            String from, String... headers) {
        String[] all = java.util.stream.Stream.concat(java.util.stream.Stream.of("X-Forwarded-For", from),
                java.util.stream.Stream.of(headers)).toArray(String[]::new);
        return browser.submitWith("/login/" + realm, Map.of("login", login, "password", password), all);
    }
}
