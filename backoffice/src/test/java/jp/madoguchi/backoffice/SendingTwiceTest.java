package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.CaseRecords;
import jp.madoguchi.testkit.AtOnce;
import jp.madoguchi.testkit.Templates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Whatever a clerk sends three times, or eight times in the same moment, stands in the record once. */
class SendingTwiceTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final int HANDS = 8;

    private static TestOffice office;

    @BeforeAll
    static void open() {
        office = TestOffice.open();
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void aNoteIsOne() {
        isOne("/note", "kind", "FACT", "note", "電話で住所を確かめました。");
    }

    @Test
    void aMessageIsOne() {
        isOne("/message", "message", "来週お送りします。", "seen", "0");
    }

    private static void isOne(String form, String... fields) {
        var id = opened();
        var clerk = new Desk(office, TestOffice.CLERK1);
        var path = "/cases/" + id + form;
        var page = clerk.open("/cases/" + id).body();
        var before = events(id);
        for (int time = 0; time < 3; time++) {
            clerk.back(page);
            assertThat(clerk.press(path, fields).statusCode()).isEqualTo(200);
        }
        assertThat(events(id)).isEqualTo(before + 1);

        var anew = clerk.open("/cases/" + id).body();
        assertThat(AtOnce.by(HANDS, () -> {
            var hand = new Desk(clerk);
            hand.back(anew);
            return hand.press(path, fields).statusCode();
        })).containsOnly(200);
        assertThat(events(id)).as("on a new page the same words are meant anew").isEqualTo(before + 2);
        assertThat(office.bean(CaseRecords.class).verify(id).block()).extracting(CaseRecords.Verdict::trouble)
                .isEqualTo("");
    }

    @Test
    void whatWasRefusedMayBeSentAgainAndOtherWordsAreAnotherNote() {
        var id = opened();
        var clerk = new Desk(office, TestOffice.CLERK1);
        var path = "/cases/" + id + "/note";
        var page = clerk.open("/cases/" + id).body();
        var before = events(id);
        assertThat(clerk.press(path, "kind", "FACT", "note", "").statusCode()).isEqualTo(422);
        clerk.back(page);
        assertThat(clerk.press(path, "kind", "FACT", "note", "一つ目").statusCode()).isEqualTo(200);
        clerk.back(page);
        assertThat(clerk.press(path, "kind", "FACT", "note", "二つ目").statusCode()).isEqualTo(200);
        assertThat(events(id)).isEqualTo(before + 2);

        var other = new Desk(office, TestOffice.CLERK2);
        other.open("/cases/" + id);
        var ofOther = other.open("/cases/" + id).body().replaceAll("name=\"_once\" value=\"[^\"]*\"",
                once(page, path));
        other.back(ofOther);
        assertThat(other.press(path, "kind", "FACT", "note", "二つ目").statusCode()).isEqualTo(200);
        assertThat(events(id)).as("a key of somebody else").isEqualTo(before + 3);
    }

    private static String once(String page, String path) {
        var form = page.substring(page.indexOf("action=\"" + path + "\""));
        int at = form.indexOf("name=\"_once\"");
        return form.substring(at, form.indexOf('>', at));
    }

    @Test
    void aClaimPressedEightTimesIsTheClaimOfOne() {
        var id = opened();
        var clerk = new Desk(office, TestOffice.CLERK1);
        var page = clerk.open("/cases/" + id).body();
        var before = events(id);
        assertThat(AtOnce.by(HANDS, () -> {
            var hand = new Desk(clerk);
            hand.back(page);
            return hand.press("/cases/" + id + "/claim").statusCode();
        })).containsOnly(200);
        assertThat(events(id)).isEqualTo(before + 1);
    }

    /** They only put a file up to be looked at; what publishes or imports it is the form on the page that follows. */
    private static final Set<String> UPLOADS = Set.of("procedures/file.jte", "reform/import.jte");

    @Test
    void everyFormHasAKey() {
        var forms = Templates.postForms();
        assertThat(forms).hasSizeGreaterThan(25);
        assertThat(forms).filteredOn(form -> !form.text().contains("${Parts.csrf(frame)}"))
                .allSatisfy(form -> assertThat(form.text()).contains("multipart/form-data"))
                .extracting(Templates.Form::template).containsExactlyInAnyOrderElementsOf(UPLOADS);
    }

    private static long events(UUID id) {
        return Objects.requireNonNull(office.bean(DatabaseClient.class)
                .sql("select count(*) as n from case_event where case_id = :id").bind("id", id)
                .map(row -> row.get("n", Long.class)).one().block(TIMEOUT));
    }

    private static UUID opened() {
        var submitted = TestApplications.childAllowance();
        office.portal().offer(submitted);
        return await().atMost(TIMEOUT)
                .until(() -> office.bean(CaseService.class).caseOf(submitted.application()).blockOptional(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }
}
