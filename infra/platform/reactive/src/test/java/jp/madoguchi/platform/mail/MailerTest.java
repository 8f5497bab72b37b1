package jp.madoguchi.platform.mail;

import java.util.UUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;

/** Mail as a mail server gets it, by the settings of an operator. */
class MailerTest {

    private final GreenMail server = new GreenMail(new ServerSetup[]{
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)});

    MailerTest() {
        server.setUser("portal@city.example", "portal", "a-password");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({"【まどぐち市】申請を受け付けました, まどぐち市 手続き窓口, ja",
            "[Madoguchi City] We received your application, 'Madoguchi City, Applications', en",
            "カタカナ, まどぐち市 手続き窓口, ja", "1234-5678, 'Madoguchi City, Applications', en"})
    void theSenderIsNamedInTheLanguageOfTheMail(String subject, String sender, String language) {
        mailing().withPropertyValues("madoguchi.mail.from-name=まどぐち市 手続き窓口",
                "madoguchi.mail.from-name-en=Madoguchi City, Applications").run(context -> {
                    context.getBean(Mailer.class).send(new Mail("a@example.jp", subject, "神戸市中央区 1-1"),
                            UUID.randomUUID());
                    var received = server.getReceivedMessages()[0];
                    assertThat(received.getFrom()).singleElement().satisfies(from -> {
                        assertThat(((InternetAddress) from).getPersonal()).isEqualTo(sender);
                        assertThat(((InternetAddress) from).getAddress()).isEqualTo("no-reply@city.example");
                    });
                    assertThat(received.getHeader("Content-Language")).containsExactly(language);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.mail.username=portal", "spring.mail.password=a-password"})
    void halfALogInKeepsTheProgramFromStarting(String half) {
        for (var other : new String[]{"spring.application.name=x",
                half.contains("username") ? "spring.mail.password= " : "spring.mail.username="}) {
            mailing().withPropertyValues(half, other).run(context -> assertThat(context).hasFailed().getFailure()
                    .rootCause().hasMessageContaining("set both or neither")
                    .hasMessageNotContaining("a-password"));
        }
    }

    @Test
    void nothingGivenIsNoLogIn() {
        mailing().withPropertyValues("spring.mail.username=", "spring.mail.password=").run(context -> {
            context.getBean(Mailer.class).send(mail(), UUID.randomUUID());
            assertThat(server.getReceivedMessages()).hasSize(1);
        });
    }

    @Test
    void userAndPasswordAreShown() {
        mailing().withPropertyValues("spring.mail.username=portal", "spring.mail.password=a-password")
                .run(context -> {
                    context.getBean(Mailer.class).send(mail(), UUID.randomUUID());
                    assertThat(server.getReceivedMessages()).hasSize(1);
                });
        mailing().withPropertyValues("spring.mail.username=portal", "spring.mail.password=another")
                .run(context -> assertThatThrownBy(() -> context.getBean(Mailer.class).send(mail(), UUID.randomUUID()))
                        .isInstanceOf(MailAuthenticationException.class));
    }

    @Test
    void noMailGoesInTheOpenWhereTlsIsWanted() {
        mailing().withPropertyValues("madoguchi.mail.tls=starttls").run(context -> {
            assertThatThrownBy(() -> context.getBean(Mailer.class).send(mail(), UUID.randomUUID()))
                    .isInstanceOf(MailException.class)
                    .hasStackTraceContaining("STARTTLS");
            assertThat(server.getReceivedMessages()).isEmpty();
        });
    }

    @Test
    void tlsFromTheFirstByteAsksForACertificateThatIsTrusted() {
        var secured = mailing().withPropertyValues("madoguchi.mail.tls=implicit",
                "spring.mail.port=" + server.getSmtps().getPort());
        secured.run(context -> {
            assertThatThrownBy(() -> context.getBean(Mailer.class).send(mail(), UUID.randomUUID()))
                    .hasStackTraceContaining("SSLHandshakeException");
            assertThat(server.getReceivedMessages()).isEmpty();
        });
        secured.withPropertyValues("spring.mail.properties[mail.smtp.ssl.trust]=127.0.0.1")
                .run(context -> assertThatThrownBy(
                        () -> context.getBean(Mailer.class).send(mail(), UUID.randomUUID()))
                        .as("the name is another one's")
                        .isInstanceOf(MailException.class));
    }

    private ApplicationContextRunner mailing() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                .withUserConfiguration(MailConfiguration.class)
                .withPropertyValues("spring.mail.host=127.0.0.1", "spring.mail.port=" + server.getSmtp().getPort(),
                        "madoguchi.mail.from=no-reply@city.example");
    }

    private static Mail mail() {
        return new Mail("a@example.jp", "お知らせ", "本文");
    }
}
