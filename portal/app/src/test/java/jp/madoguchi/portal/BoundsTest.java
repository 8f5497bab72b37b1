package jp.madoguchi.portal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jp.madoguchi.portal.upload.Uploads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What anybody may use of the portal has an end, and an answer that says how to go on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoundsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int DRAFTS = 12;
    private static final int SENT = 4;

    private final PortalServer portal = PortalServer.startWith(Map.of("madoguchi.trusted-proxies", "127.0.0.1",
            "madoguchi.shared-networks", "192.0.2.0/24", "madoguchi.drafts.per-client", "" + DRAFTS,
            "madoguchi.drafts.per-account", "2", "madoguchi.upload.max-files", "2", "madoguchi.upload.max-sent",
            "" + SENT, "madoguchi.connection.head", "1s", "madoguchi.connection.quiet", "1s"));

    @BeforeAll
    void publish() {
        portal.publishSample("jido-teate");
    }

    @AfterAll
    void close() {
        portal.close();
    }

    @Test
    void whoeverOnlyReadsOpensNoSession() {
        var before = portal.count("select count(*) from http_session");
        var pages = List.of("/", "/procedures", "/procedures?q=%E5%85%90%E7%AB%A5", "/procedures/jido-teate",
                "/tracking", "/about/help", "/about/privacy", "/about/terms", "/about/accessibility", "/nowhere",
                "/?lang=en", "/applications/" + UUID.randomUUID() + "/pages/claimant");
        for (int i = 0; i < 100; i++) {
            new Applicant(portal, pages.get(i % pages.size()));
        }
        assertThat(portal.count("select count(*) from http_session")).isEqualTo(before);
    }

    @Test
    void aFormOfAPageThatWasOnlyReadIsTakenFromThatBrowserAlone() {
        var hanako = from("198.51.100.1");
        hanako.open("/procedures/jido-teate");
        var hidden = hanako.hidden("/applications");
        assertThat(from("198.51.100.1").post("/procedures/jido-teate/applications", hidden, Map.of()).statusCode())
                .as("the token of another browser").isEqualTo(403);
        assertThat(hanako.post("/procedures/jido-teate/applications", Map.of("_csrf", "x".repeat(80)), Map.of())
                .statusCode()).isEqualTo(403);
        assertThat(hanako.post("/procedures/jido-teate/applications", hidden, Map.of()).statusCode()).isEqualTo(200);
        assertThat(hanako.path()).startsWith("/applications/");
    }

    @Test
    void applicationsThatOneClientBeginsHaveAnEndAndThoseThatWereBegunGoOn() {
        var first = from("203.0.113.1");
        assertThat(begin(first)).isEqualTo(200);
        var page = first.path();
        var statuses = IntStream.range(0, DRAFTS + 10).parallel().mapToObj(i -> begin(from("203.0.113.1"))).toList();
        assertThat(statuses).containsOnly(200, 429);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(DRAFTS - 1);

        assertThat(begin(first)).isEqualTo(429);
        assertThat(first.header("Retry-After")).matches("[1-9]\\d*");
        assertThat(first.html()).contains("いまは新しい申請をはじめられません", "href=\"/account/procedures/jido-teate\"");
        first.open(page);
        assertThat(first.status()).isEqualTo(200);
        var english = from("203.0.113.1");
        english.open("/?lang=en");
        begin(english);
        assertThat(english.html()).contains("Many applications were started");

        assertThat(begin(from("203.0.113.2"))).as("another client").isEqualTo(200);
        var account = UUID.randomUUID();
        assertThat(IntStream.range(0, 3).mapToObj(i -> {
            var resident = from("203.0.113.1");
            portal.identity().signsIn(account, "神戸 花子", "hanako@example.jp");
            resident.open("/oauth2/authorization/identity");
            return begin(resident);
        })).as("with an account, which has an end of its own").containsExactly(200, 200, 429);
        assertThat(IntStream.range(0, DRAFTS + 5).mapToObj(i -> begin(from("192.0.2.7"))))
                .as("a network that many share").containsOnly(200);
    }

    @Test
    void filesSentForOneApplicationHaveAnEndAlsoWhereTheyAreRemovedAgain() {
        var hanako = from("198.51.100.2");
        hanako.startJidoTeate();
        hanako.fillInJidoTeate();
        for (int i = 0; i < SENT; i++) {
            attach(hanako);
            assertThat(hanako.html()).contains("免許証.pdf");
            hanako.fillIn("_detach", DETACH.matcher(hanako.html()).results().findFirst().orElseThrow().group(1));
            assertThat(hanako.html()).doesNotContain("免許証.pdf");
        }
        attach(hanako);
        assertThat(hanako.html()).contains("送信したファイルが、削除したものを含めて多すぎる", "id=\"f-identity-error\"");
        assertThat(portal.count("select count(*) from attachment where name = '免許証.pdf' and draft_id = "
                + draftOf(hanako))).isEqualTo(SENT);

        portal.bean(Uploads.class).cleanUp(Instant.now().plus(Uploads.KEPT).plusSeconds(60)).block(TIMEOUT);
        assertThat(portal.count("select count(*) from attachment where draft_id = " + draftOf(hanako))).isZero();
        attach(hanako);
        assertThat(hanako.html()).contains("免許証.pdf");
    }

    @Test
    void ofFilesThatArriveAtOnceNoMoreAreKeptThanMay() {
        var hanako = from("198.51.100.3");
        hanako.startJidoTeate();
        hanako.fillInJidoTeate();
        var draft = draftOf(hanako);
        IntStream.range(0, 3 * SENT).parallel().forEach(i -> {
            var tab = hanako.sameBrowser();
            tab.open(hanako.path());
            attach(tab);
        });
        assertThat(portal.count("select count(*) from attachment where draft_id = " + draft)).isLessThanOrEqualTo(2);
    }

    @Test
    void aRequestThatDoesNotArriveIsEnded() throws Exception {
        assertThat(saidTo("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")).startsWith("HTTP/1.1 408 ");
        // Refused before its body has come, and then not waited for.
        assertThat(saidTo("POST /tracking HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 100\r\n\r\nnumber=1")).matches("(?s)HTTP/1.1 (403|408) .*");
        assertThat(new Applicant(portal).status()).isEqualTo(200);
    }

    /** Everything up to the end of the connection. */
    private String saidTo(String begun) throws IOException {
        try (var socket = new Socket("127.0.0.1", Integer.parseInt(portal.address().replaceAll(".*:", "")))) {
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            socket.getOutputStream().write(begun.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static final java.util.regex.Pattern DETACH = java.util.regex.Pattern
            .compile("name=\"_detach\" value=\"([^\"]+)\"");

    private Applicant from(String address) {
        var applicant = new Applicant(portal);
        applicant.forwardedFor(address);
        return applicant;
    }

    private static int begin(Applicant applicant) {
        applicant.open("/procedures/jido-teate");
        return applicant.press("/applications").statusCode();
    }

    private static void attach(Applicant applicant) {
        applicant.attach(new Applicant.Upload("identity", "免許証.pdf", Applicant.PDF), "_attach", "identity");
    }

    private static String draftOf(Applicant applicant) {
        return "'" + applicant.path().split("/")[2] + "'";
    }
}
