package jp.madoguchi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Properties;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;

class MailboxSiteTest {

    @TempDir
    Path folder;

    private SmtpReceiver smtp;
    private MailboxSite site;

    @BeforeEach
    void open() {
        var letters = new LetterBox(folder, InstantSource.system());
        smtp = SmtpReceiver.start(letters, 0);
        site = MailboxSite.start(letters, "127.0.0.1", 0);
    }

    @AfterEach
    void close() {
        smtp.close();
        site.close();
    }

    @Test
    void keepsAndShowsEachLetterWithItsLinks() throws Exception {
        send("hanako@example.jp", "補正のお願い <1>", "花子 様\n.点で始まる行\nhttp://localhost:8080/t?a=1&b=2\n");

        var letter = new LetterBox(folder, InstantSource.system()).newestFirst().getFirst();
        assertThat(letter.subject()).isEqualTo("補正のお願い <1>");
        assertThat(letter.text()).contains("\n.点で始まる行");
        assertThat(letter.links()).containsExactly("http://localhost:8080/t?a=1&b=2");
        assertThat(get("/")).contains("補正のお願い &lt;1&gt;").contains("/messages/" + letter.id());
        assertThat(get("/messages/" + letter.id())).contains("href=\"http://localhost:8080/t?a=1&amp;b=2\"");
        assertThat(get("/api/messages")).contains("\"subject\":\"補正のお願い <1>\"");
        assertThat(get("/messages/..%2fsecret")).contains("そのメールはありません");
    }

    @Test
    void newestComesFirst() throws Exception {
        send("hanako@example.jp", "一通目", "一");
        send("taro@example.jp", "二通目", "二");

        assertThat(get("/").indexOf("二通目")).isPositive().isLessThan(get("/").indexOf("一通目"));
    }

    @Test
    void keepsALetterToManyOnceAndWithItsDots() throws Exception {
        send("hanako@example.jp, taro@example.jp, \"a..b.\"@docomo.example", "みなさまへ", ".\n..\n...三つの点\n.\n");

        var letters = new LetterBox(folder, InstantSource.system()).newestFirst();
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.to()).contains("hanako@example.jp", "taro@example.jp", "docomo.example");
            assertThat(letter.text().lines()).startsWith(".", "..", "...三つの点", ".");
        });
    }

    @Test
    void refusesWhatIsTooLongAndTakesTheNext() throws Exception {
        assertThatThrownBy(() -> send("hanako@example.jp", "長いメール", "a".repeat(KeepLetter.LONGEST_LETTER)))
                .isInstanceOf(MessagingException.class).hasStackTraceContaining("552");
        send("hanako@example.jp", "短いメール", "b");

        assertThat(new LetterBox(folder, InstantSource.system()).newestFirst()).extracting(ReceivedLetter::subject)
                .containsExactly("短いメール");
    }

    @Test
    void saysSoWhenALetterCannotBeKept() throws Exception {
        Files.delete(folder);
        assertThatThrownBy(() -> send("hanako@example.jp", "消えるメール", "c")).isInstanceOf(MessagingException.class)
                .hasStackTraceContaining("451");
        Files.createDirectory(folder);
        send("hanako@example.jp", "残るメール", "d");

        assertThat(get("/api/messages")).contains("残るメール").doesNotContain("消えるメール");
    }

    @Test
    void aSenderThatLeavesLeavesNothing() throws Exception {
        try (var socket = new Socket("127.0.0.1", smtp.port())) {
            socket.getOutputStream().write(("EHLO x\r\nMAIL FROM:<a@example.jp>\r\nRCPT TO:<b@example.jp>\r\nDATA\r\n"
                    + "Subject: half\r\n\r\nhalf").getBytes(StandardCharsets.US_ASCII));
        }
        send("hanako@example.jp", "そのあと", "e");
        assertThat(new LetterBox(folder, InstantSource.system()).newestFirst()).extracting(ReceivedLetter::subject)
                .containsExactly("そのあと");
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        assertThatThrownBy(() -> SmtpReceiver.start(new LetterBox(folder, InstantSource.system()), smtp.port()))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining(Integer.toString(smtp.port()));
    }

    @Test
    void everyPageIsAccessible() throws Exception {
        try (var browser = Browser.launch(); var reader = browser.visitor(Screen.WIDE)) {
            var address = "http://127.0.0.1:" + site.port() + "/";
            reader.page().navigate(address);
            reader.look("mailbox-empty");
            send("hanako@example.jp", "児童手当の申請を受け付けました",
                    "受付番号 1234-5678-9012\n\nhttp://localhost:8080/tracking/" + "x".repeat(120) + "\n");
            reader.page().reload();
            reader.look("mailbox-list");
            reader.page().getByText("児童手当の申請を受け付けました").click();
            reader.look("mailbox-letter");
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + path)).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private void send(String to, String subject, String text) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(smtp.port()));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("no-reply@madoguchi.example");
        message.setRecipients(RecipientType.TO, InternetAddress.parse(to, false));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }
}
