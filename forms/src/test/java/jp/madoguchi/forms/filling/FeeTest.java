package jp.madoguchi.forms.filling;

import static jp.madoguchi.forms.SampleForms.TODAY;
import static jp.madoguchi.forms.SampleForms.posted;
import static org.assertj.core.api.Assertions.assertThat;

import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;

import org.junit.jupiter.api.Test;

class FeeTest {

    private final Procedure procedure = SampleForms
            .with("""
                    fee:
                      items:
                        - {label: 手数料, yen: 300, times: {answer: copies}}
                        - {label: 急ぎ, yen: 500, when: {question: express, is: "yes"}}
                        - {label: 種類ごと, yen: 1, times: {table: type, amounts: {a: 100, b: 250}, otherwise: 0}}
                        - {label: 人ごと, yen: 10, times: {sum: [{sum-over: people, of: {product: [{answer: days}, 2]}}, 1]}}
                    pages:
                      - id: p
                        title: 頁
                        questions:
                          - {id: copies, kind: number, min: 1, label: 通数}
                          - {id: express, kind: yes-no, label: 急ぎ}
                          - {id: type, kind: choose-many, label: 種類, options: [{code: a, label: あ}, {code: b, label: い}, {code: c, label: う}]}
                          - {id: people, kind: repeat, label: 人, min: 2, max: 2, questions: [{id: days, kind: number, label: 日}]}
                    """);

    @Test
    void feesFollowTheAnswers() {
        var filling = Filling.begin(procedure, TODAY).save(new PageId("p"), posted("copies=3", "express=yes", "type=a",
                "type=b", "type=c", "people.r1.days=4", "people.r2.days=1")).filling();

        assertThat(filling.fee().lines()).extracting(FeeDue.Line::yen).containsExactly(900L, 500L, 350L, 110L);
        assertThat(filling.fee().total()).isEqualTo(1860);
        assertThat(filling.fee().known()).isTrue();
    }

    @Test
    void whatIsNotKnownYetIsSaidSo() {
        var fee = Filling.begin(procedure, TODAY).fee();

        assertThat(fee.known()).isFalse();
        assertThat(fee.lines()).extracting(FeeDue.Line::yen).containsExactly(300L, 1L, 10L);
    }

    @Test
    void formulasSurviveTheWayThroughTheFile() {
        assertThat(DefinitionFile.readJson(DefinitionFile.writeJson(procedure))).isEqualTo(procedure);
    }
}
