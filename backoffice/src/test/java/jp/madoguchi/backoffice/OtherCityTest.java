package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import jp.madoguchi.backoffice.office.Office;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.CityFile;
import jp.madoguchi.forms.city.CityInForce;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** The back office of a city without wards, with a hall and three branches. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherCityTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private TestOffice office;

    @BeforeAll
    void open() {
        office = TestOffice.open("madoguchi.city.file=sample:misaki");
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
    }

    @AfterAll
    void close() {
        office.close();
        CityInForce.put(CityFile.sample());
    }

    @Test
    void itsOfficesAreThoseOfItsFileAndNoOthers() {
        assertThat(office.bean(Offices.class).all().map(Office::code).collectList().block(TIMEOUT))
                .containsExactly("honcho", "hama", "yama", "shima", "center");
        assertThat(office.bean(Offices.class).closed().collectList().block(TIMEOUT)).isEmpty();
        assertThat(new Desk(office, TestOffice.ADMIN).open("/city").body()).contains("みさき市", "浜支所", "区はありません")
                .doesNotContain("灘区");
    }

    @ParameterizedTest
    @CsvSource({"みさき市,浜町二丁目,hama", "千葉県みさき市,沖之島,shima", "みさき市,本町,honcho"})
    void whatAResidentHandsInBecomesACaseOfTheRightOffice(String city, String town, String at) {
        var submitted = TestApplications.submitted("jido-teate", TestApplications.hanako().with(
                new QuestionId("claimant-address"), new Answer.Address(null, city, null, town, "1", null)));

        office.portal().offer(submitted);
        await().atMost(TIMEOUT).until(() -> office.portal().acknowledged().contains(submitted.id()));

        assertThat(office.bean(DatabaseClient.class).sql("select office from case_file where application_id = :id")
                .bind("id", submitted.application()).map(row -> row.get("office", String.class)).one().block(TIMEOUT))
                .isEqualTo(at);
    }

    @Test
    void theRegisterHasNoColumnsForWards() {
        var page = new Desk(office, TestOffice.REFORM);

        assertThat(page.open("/reform/entries/new").statusCode()).isEqualTo(200);
        assertThat(page.open("/reform/export.csv").body()).doesNotContain("区）");
        assertThat(City.inForce().hasWards()).isFalse();
    }
}
