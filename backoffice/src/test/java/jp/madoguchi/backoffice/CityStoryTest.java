package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import jp.madoguchi.backoffice.office.Office;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.Sha256;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.CityFile;
import jp.madoguchi.forms.city.CityInForce;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.r2dbc.core.DatabaseClient;

/** An administrator changes the city: looked at first, refused where cases would be orphaned, then in force everywhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CityStoryTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private TestOffice office;

    @BeforeAll
    void open() {
        office = TestOffice.open();
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
    }

    @AfterAll
    void close() {
        office.close();
        CityInForce.put(CityFile.sample());
    }

    @Test
    void anOfficeGoesOnlyWhenItsCasesAreTakenOver() {
        var submitted = TestApplications.submitted("jido-teate", TestApplications.hanako().with(
                new QuestionId("claimant-address"), new Answer.Address(null, "神戸市", "西区", "糀台", "5", null)));
        office.portal().offer(submitted);
        await().atMost(TIMEOUT).until(() -> office.portal().acknowledged().contains(submitted.id()));
        var admin = new Desk(office, TestOffice.ADMIN);
        assertThat(admin.open("/city").body()).contains("まどぐち市", "西区役所", "初めの設定");
        var file = CityFile.writeYaml(City.inForce());
        assertThat(admin.open("/city/file").body()).contains("西区役所");
        assertThat(admin.open("/city/file.yaml").body()).isEqualTo(file);
        admin.open("/city/file");

        var broken = admin.press("/city/file", "seen", "1", "content", file.replace("281000", "281001"), "step",
                "keep");
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.body()).contains("1行目：", "全国地方公共団体コード", "281001");

        // The ward of 西区 is served by another office from now on.
        var wanted = CityFile.readYaml(file.replace("name: まどぐち市\n", "name: 港町市\n")
                .replace("id: nishi\n    name: 西区役所", "id: shin-nishi\n    name: 新西区役所"));
        var changed = CityFile.writeYaml(wanted).replaceFirst("mark: ま西", "mark: ま新西");
        var looked = admin.press("/city/file", "seen", "1", "content", changed, "step", "check");
        assertThat(looked.body()).contains("「まどぐち市」→「港町市」", "「nishi」をなくします", "「shin-nishi」を加えます",
                "西区役所の申請 1 件を引き継ぐ窓口");
        assertThat(City.inForce().name()).isEqualTo("まどぐち市");

        // Only what was looked at is kept.
        var other = admin.press("/city/file", "seen", "1", "content", changed.replace("港町市", "湊町市"), "shown",
                Sha256.hex(changed), "step", "keep", "taker-nishi", "shin-nishi");
        assertThat(other.body()).contains("「まどぐち市」→「湊町市」", "この内容で保存する");
        assertThat(City.inForce().name()).isEqualTo("まどぐち市");

        var orphaned = admin.press("/city/file", "seen", "1", "content", changed, "shown", Sha256.hex(changed), "step",
                "keep");
        assertThat(orphaned.statusCode()).isEqualTo(422);
        assertThat(orphaned.body()).contains("引き継ぐ窓口を選んでください");
        assertThat(office.bean(Offices.class).open("nishi").map(Office::code).block(TIMEOUT)).isEqualTo("nishi");

        var kept = admin.press("/city/file", "seen", "1", "content", changed, "shown", Sha256.hex(changed), "step",
                "keep", "taker-nishi",
                "shin-nishi");
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body()).contains("進行中の申請 1 件", "港町市", "管理 守");
        assertThat(office.bean(DatabaseClient.class).sql("select office from case_file where application_id = :id")
                .bind("id", submitted.application()).map(row -> row.get("office", String.class)).one().block(TIMEOUT))
                .isEqualTo("shin-nishi");
        assertThat(office.bean(Offices.class).open("nishi").blockOptional(TIMEOUT)).isEmpty();
        await().atMost(TIMEOUT).until(() -> City.inForce().name().equals("港町市"));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(office.portal().city()).isEqualTo(City.inForce()));

        var late = admin.press("/city/file", "seen", "1", "content", file, "shown", Sha256.hex(file), "step", "keep",
                "taker-shin-nishi", "nishi");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("ほかの人が市の設定を変更しました");

        CityInForce.put(CityFile.sample());
        office.restart();
        assertThat(City.inForce().name()).as("what was kept is there after a restart").isEqualTo("港町市");
    }
}
