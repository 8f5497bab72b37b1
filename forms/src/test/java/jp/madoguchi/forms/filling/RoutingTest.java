package jp.madoguchi.forms.filling;

import static jp.madoguchi.forms.SampleForms.TODAY;
import static jp.madoguchi.forms.SampleForms.posted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Routing;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.publishing.OfficeCheck;
import jp.madoguchi.forms.publishing.PublicationChecks;
import jp.madoguchi.forms.publishing.Remark;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {

    private static final String HEAD = """
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
            """;

    @Test
    void theFirstAddressThatIsAskedAndAnsweredDecides() {
        var procedure = DefinitionFile.readYaml(HEAD + """
                routing: {ward-of: [registered, home], otherwise: center}
                pages:
                  - id: p
                    title: 頁
                    questions:
                      - {id: q, kind: person-name, label: 名前}
                      - {id: self, kind: yes-no, label: 本人}
                      - {id: registered, kind: address, label: 登録地, show-if: {question: self, is: "no"}}
                      - {id: home, kind: address, label: 住所}
                """);
        var filling = Filling.begin(procedure, TODAY).save(new PageId("p"),
                posted("self=no", "home.prefecture-city=兵庫県神戸市", "home.ward=灘区", "home.town=桜口町", "home.number=1",
                        "registered.prefecture-city=兵庫県神戸市", "registered.ward=西区", "registered.town=糀台",
                        "registered.number=5"))
                .filling();

        assertThat(filling.route().office()).isEqualTo("nishi");
        assertThat(filling.save(new PageId("p"), posted("self=yes", "home.prefecture-city=兵庫県神戸市", "home.ward=灘区",
                "home.town=桜口町", "home.number=1")).filling().route().office()).isEqualTo("nada");
        survivesTheFile(procedure);
    }

    @Test
    void aChoiceInTheFirstRowDecides() {
        var procedure = wishes("{n: nada, k: kita}");
        var filling = Filling.begin(procedure, TODAY);

        assertThat(filling.route().office()).isEqualTo("center");
        assertThat(filling.save(new PageId("p"), posted("wishes.r1.wish=k", "wishes.r2.wish=n")).filling().route()
                .office())
                .isEqualTo("kita");
        assertThat(filling.save(new PageId("p"), posted("wishes.r1.wish=o")).filling().route().office())
                .isEqualTo("center");
        survivesTheFile(procedure);
    }

    @Test
    void theTableHoldsOnlyOptionsThatThereAre() {
        assertThat(PublicationChecks.of(wishes("{n: nada, x: kita}"))).extracting(Remark::code)
                .contains("no-such-option");
        assertThat(PublicationChecks.of(wishes("{n: nada}"))).extracting(Remark::weight)
                .doesNotContain(Remark.Weight.BLOCKING);
    }

    /** However the parts of an address are divided among its fields. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"兵庫県神戸市,灘区,桜口町,nada", "兵庫県神戸市灘区,-,桜口町,nada", "神戸市　灘区,-,桜口町,nada",
            "神戸市,-,灘区桜口町,nada", "兵庫県,神戸市灘区,桜口町,nada", "兵庫県,灘区,桜口町,nada", "兵庫県神戸市須磨区,-,横尾九丁目,kitasuma",
            "神戸市,-,須磨区横尾,kitasuma", "兵庫県神戸市,281026,桜口町,nada", "大阪府大阪市,中央区,大手前,center", "大阪府大阪市中央区,-,大手前,center",
            "東京都中央区,-,銀座,center", "兵庫県明石市,-,西区町,center", "兵庫県神戸市,-,桜口町,-", "神戸市,不明,桜口町,-", "兵庫県 神戸市,-,-,-"})
    void anAddressGoesToItsWardOrToAPersonButNeverElsewhere(String city, @Nullable String ward, @Nullable String town,
            @Nullable String office) {
        var procedure = DefinitionFile.readYaml(HEAD + """
                routing: {ward-of: home, by-town: {須磨区/横尾: kitasuma}, otherwise: center}
                pages:
                  - id: p
                    title: 頁
                    questions:
                      - {id: q, kind: person-name, label: 名前}
                      - {id: home, kind: address, label: 住所}
                """);
        var typed = new java.util.ArrayList<>(List.of("home.prefecture-city=" + city, "home.number=1"));
        if (ward != null) {
            typed.add("home.ward=" + ward);
        }
        if (town != null) {
            typed.add("home.town=" + town);
        }
        var filling = Filling.begin(procedure, TODAY).save(new PageId("p"), posted(typed.toArray(String[]::new)))
                .filling();

        // Where an older form took it without the ward, the office has to be found all the same.
        var taken = new Filling(procedure, Answers.NONE.with(new QuestionId("home"),
                new Answer.Address(null, city, ward, town == null ? "" : town, "1", null)), Entries.NONE, TODAY);
        assertThat(taken.route().office()).isEqualTo(office);
        assertThat(taken.route().reason().isEmpty()).isEqualTo(office != null);
        assertThat(filling.check(new PageId("p"))).extracting(Finding::code)
                .matches(codes -> codes.contains("ward") == (office == null), "the ward is asked for where it decides");
    }

    @Test
    void everyOfficeThatIsNamedMustBeThere() {
        var offices = Map.of("center", "センター", "nada", "灘区役所");

        assertThat(OfficeCheck.of(wishes("{n: nada}"), offices)).isEmpty();
        assertThat(OfficeCheck.of(wishes("{n: nadaa, k: kita}"), offices)).extracting(Remark::code, Remark::weight)
                .containsOnly(org.assertj.core.groups.Tuple.tuple("unknown-office", Remark.Weight.BLOCKING)).hasSize(2);
        assertThat(OfficeCheck.of(wishes("{n: nadaa}"), offices).getFirst().remedy()).contains("nada：灘区役所");
        for (var sample : SampleCatalogue.procedures()) {
            assertThat(OfficeCheck.of(sample, Map.of())).as(sample.id().value()).isNotEmpty();
        }
    }

    @Test
    void whatThePortalCannotEnforceIsNotPublished() {
        for (var level : List.of("mail", "account", "id-image", "jpki")) {
            var procedure = DefinitionFile.readYaml(HEAD.replace("assurance: mail", "assurance: " + level)
                    + "routing: {office: center}\n" + """
                            pages:
                              - id: p
                                title: 頁
                                questions:
                                  - {id: q, kind: person-name, label: 名前}
                            """);
            assertThat(PublicationChecks.mayBePublished(procedure)).as(level)
                    .isEqualTo(level.equals("mail") || level.equals("account"));
        }
    }

    private static Procedure wishes(String offices) {
        return DefinitionFile
                .readYaml(HEAD + "routing: {choice-of: wish, offices: " + offices + ", otherwise: center}\n"
                        + """
                                pages:
                                  - id: p
                                    title: 頁
                                    questions:
                                      - {id: q, kind: person-name, label: 名前}
                                      - id: wishes
                                        kind: repeat
                                        label: 希望
                                        min: 2
                                        max: 3
                                        questions:
                                          - id: wish
                                            kind: choose-one
                                            label: 園
                                            options: [{code: n, label: な}, {code: k, label: き}, {code: o, label: ほか}]
                                """);
    }

    private static void survivesTheFile(Procedure procedure) {
        assertThat(procedure.routing()).isNotInstanceOf(Routing.ToOffice.class);
        assertThat(DefinitionFile.readJson(DefinitionFile.writeJson(procedure))).isEqualTo(procedure);
    }
}
