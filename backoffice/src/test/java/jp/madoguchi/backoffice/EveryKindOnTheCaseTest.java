package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.backoffice.authoring.Publishing;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.Sha256;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import jp.madoguchi.testkit.forms.EveryKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A clerk reads the answer to every kind of question there is. */
class EveryKindOnTheCaseTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final String LEASE = "家主の承諾書.pdf";

    private static TestOffice office;
    private static Browser browser;

    @BeforeAll
    static void open() {
        office = TestOffice.open();
        browser = Browser.launch();
        office.bean(Publishing.class).publish(EveryKind.part(), "test").block();
        office.bean(Publishing.class).publish(EveryKind.form(), "test").block();
    }

    @AfterAll
    static void close() {
        browser.close();
        office.close();
    }

    @Test
    void everyAnswerIsReadAndEveryFileOpens() {
        var submitted = submitted();
        office.portal().offer(submitted);
        var id = await().atMost(TIMEOUT)
                .until(() -> office.bean(CaseService.class).caseOf(submitted.application()).blockOptional(),
                        java.util.Optional::isPresent)
                .orElseThrow();
        try (var clerk = browser.visitor(Screen.WIDE)) {
            var page = clerk.page();
            page.context().addCookies(
                    List.of(new Cookie(TestOffice.WHO, TestOffice.CENTER.staffId()).setUrl(office.address())));
            page.navigate(office.address() + "/cases/" + id);
            clerk.look("backoffice-case-of-every-kind");
            var read = page.locator("section:has(#answers) dl.facts > div").all().stream()
                    .map(line -> squeezed(line.innerText())).toList();
            EveryKind.readings().forEach((label, answer) -> assertThat(read).as(label)
                    .anyMatch(line -> line.startsWith(squeezed(label + answer))));
            EveryKind.rows().forEach(row -> assertThat(clerk).shows(row));
            for (var name : List.of(EveryKind.PICTURES.getFirst(), EveryKind.PICTURES.getLast(), LEASE)) {
                assertThat(page.locator("section:has(#answers)").innerText()).as("once").containsOnlyOnce(name);
                var link = page.locator("section:has(#answers) a.file-link:text-is('" + name + "')")
                        .getAttribute("href");
                assertThat(page.request().get(office.address() + link).text()).as(name).isEqualTo("content of " + name);
            }
        }
    }

    private static Consignment.Submitted submitted() {
        var front = file("pictures", EveryKind.PICTURES.getFirst(), "image/png");
        var plan = file("pictures", EveryKind.PICTURES.getLast(), "application/pdf");
        var lease = file("lease", LEASE, "application/pdf");
        var filledIn = new Answer.FilledIn(EveryKind.part().id(), 1, DefinitionFile.hash(EveryKind.part()).value(),
                "{}", EveryKind.LANDLORD, LocalDate.of(2026, 4, 2), LocalDate.of(2025, 4, 1), ref(lease), List.of());
        var answers = AnswersJson.read(EveryKind.form(), EveryKind.answers())
                .with(new QuestionId("pictures"), new Answer.Files(List.of(ref(front), ref(plan))))
                .with(new QuestionId("lease"), filledIn);
        return new Consignment.Submitted(UUID.randomUUID(), UUID.randomUUID(), Instant.now(),
                ReceiptNumber.random().digits(), EveryKind.form().id().value(), 1,
                DefinitionFile.hash(EveryKind.form()).value(), AnswersJson.write(answers), List.of(front, plan, lease),
                "ja", true, "takako@example.jp");
    }

    private static Consignment.Attachment file(String question, String name, String type) {
        var bytes = TestApplications.bytes("content of " + name);
        var file = new Consignment.Attachment(UUID.randomUUID(), question, name, bytes.length,
                Sha256.hex(bytes), type);
        office.portal().hold(file.id(), bytes);
        return file;
    }

    private static Answer.FileRef ref(Consignment.Attachment file) {
        return new Answer.FileRef(file.id(), file.name(), file.bytes(), file.sha256(), file.mediaType());
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u3000]", "");
    }
}
