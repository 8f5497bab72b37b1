package jp.madoguchi.forms.reading;

import static jp.madoguchi.forms.SampleForms.TODAY;
import static jp.madoguchi.forms.SampleForms.posted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.reading.AnswerTable.Column;
import jp.madoguchi.forms.reading.AnswerTable.Filed;

import org.junit.jupiter.api.Test;

class AnswerTableTest {

    private final Procedure older = SampleForms.with("""
            pages:
              - id: p
                title: 頁
                questions:
                  - {id: a, kind: text, max: 50, label: 古い文}
                  - {id: gone, kind: text, max: 50, label: 昔}
            """);
    private final Procedure newer = SampleForms
            .with("""
                    pages:
                      - id: p
                        title: 頁
                        questions:
                          - {id: info, kind: information, label: 案内, text: 案内}
                          - {id: rows, kind: repeat, label: 行, row-title: 子, min: 2, questions: [{id: b, kind: text, max: 9, label: 名}]}
                          - {id: a, kind: text, max: 50, label: 新しい文}
                    """);

    @Test
    void columnsStayTheSameAcrossVersions() {
        var table = AnswerTable.of(List.of(older, newer), List.of(filed(older, "a=甲", "gone=乙"),
                filed(newer, "a==1+1", "rows.r1.b=一", "rows.r2.b=\"二\"")));

        assertThat(table.columns()).containsExactly(new Column("rows.1.b", "子1 名"), new Column("rows.2.b", "子2 名"),
                new Column("a", "新しい文"), new Column("gone", "昔"));
        assertThat(table.rows()).containsExactly(List.of("", "", "甲", "乙"), List.of("一", "\"二\"", "=1+1", ""));
    }

    private static Filed filed(Procedure version, String... fields) {
        return new Filed(version, Filling.begin(version, TODAY).save(new PageId("p"), posted(fields)).filling()
                .effectiveAnswers());
    }
}
