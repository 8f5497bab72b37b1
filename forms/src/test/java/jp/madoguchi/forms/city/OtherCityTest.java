package jp.madoguchi.forms.city;

import static jp.madoguchi.forms.SampleForms.TODAY;
import static jp.madoguchi.forms.SampleForms.posted;
import static org.assertj.core.api.Assertions.assertThat;

import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.forms.publishing.OfficeCheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A city of another shape: without wards, with a hall and branches. */
class OtherCityTest {

    private static final String FORM = """
            id: sample
            title: 見本
            summary: 見本の手続き
            kind: other
            who-can-apply: だれでも
            what-is-needed: なし
            purpose: 試験
            legal-basis: {rank: guideline, articles: [見本要綱]}
            standard-period: {business-days: 5, sample: true}
            assurance: mail
            retention-years: 1
            bureau: 見本局
            notices: {issuer: 市長, approved-title: 通知, approved-body: 通知, refused-title: 通知, refused-body: 通知}
            applicant: {name: q}
            routing: {ward-of: home, by-town: {浜町北: center}, otherwise: center}
            pages:
              - id: p
                title: 頁
                questions:
                  - {id: q, kind: person-name, label: 名前}
                  - {id: home, kind: address, label: 住所, within-city: true}
            """;

    @BeforeEach
    void anotherCity() {
        CityInForce.put(CityFile.readYaml(CityFile.sampleText("misaki")));
    }

    @AfterEach
    void theSampleAgain() {
        CityInForce.put(CityFile.sample());
    }

    @ParameterizedTest
    @CsvSource({"浜町二丁目,hama", "港町,hama", "浜町北,center", "山手,yama", "沖之島,shima", "本町,honcho"})
    void anAddressGoesToTheBranchOrTheHall(String town, String office) {
        var filling = filled("home.town=" + town, "home.number=1");

        assertThat(filling.check(new PageId("p"))).extracting(Finding::code).isEmpty();
        assertThat(filling.route().office()).isEqualTo(office);
    }

    @Test
    void anAddressElsewhereIsNotOfTheCity() {
        assertThat(filled("home.prefecture-city=兵庫県神戸市", "home.town=桜口町", "home.number=1")
                .check(new PageId("p"))).extracting(Finding::code).containsExactly("outside-of-city");
    }

    @Test
    void itsOfficesAreThoseThatArePublishedTo() {
        var offices = Map.of("honcho", "市役所", "hama", "浜支所", "yama", "山手支所", "shima", "島支所", "center", "センター");

        assertThat(OfficeCheck.of(DefinitionFile.readYaml(FORM), offices)).isEmpty();
        assertThat(OfficeCheck.of(DefinitionFile.readYaml(FORM), Map.of("center", "センター"))).hasSize(4);
    }

    private static Filling filled(String... home) {
        var typed = new ArrayList<>(List.of(home));
        typed.addAll(List.of("q.family=山田", "q.given=花子", "q.family-kana=ヤマダ", "q.given-kana=ハナコ"));
        return Filling.begin(DefinitionFile.readYaml(FORM), TODAY)
                .save(new PageId("p"), posted(typed.toArray(String[]::new))).filling();
    }
}
