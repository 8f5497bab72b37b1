package jp.madoguchi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Properties;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
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
        message.setRecipients(RecipientType.TO, to);
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }
}
