package jp.madoguchi.forms.filling;

import static jp.madoguchi.forms.SampleForms.TODAY;
import static jp.madoguchi.forms.SampleForms.posted;
import static org.assertj.core.api.Assertions.assertThat;

import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Routing;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.publishing.PublicationChecks;
import jp.madoguchi.forms.publishing.Remark;

import org.junit.jupiter.api.Test;

class RoutingTests {

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

        assertThat(filling.office()).isEqualTo("nishi");
        assertThat(filling.save(new PageId("p"), posted("self=yes", "home.prefecture-city=兵庫県神戸市", "home.ward=灘区",
                "home.town=桜口町", "home.number=1")).filling().office()).isEqualTo("nada");
        survivesTheFile(procedure);
    }

    @Test
    void aChoiceInTheFirstRowDecides() {
        var procedure = wishes("{n: nada, k: kita}");
        var filling = Filling.begin(procedure, TODAY);

        assertThat(filling.office()).isEqualTo("center");
        assertThat(filling.save(new PageId("p"), posted("wishes.r1.wish=k", "wishes.r2.wish=n")).filling().office())
                .isEqualTo("kita");
        assertThat(filling.save(new PageId("p"), posted("wishes.r1.wish=o")).filling().office()).isEqualTo("center");
        survivesTheFile(procedure);
    }

    @Test
    void theTableHoldsOnlyOptionsThatThereAre() {
        assertThat(PublicationChecks.of(wishes("{n: nada, x: kita}"))).extracting(Remark::code)
                .contains("no-such-option");
        assertThat(PublicationChecks.of(wishes("{n: nada}"))).extracting(Remark::weight)
                .doesNotContain(Remark.Weight.BLOCKING);
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
