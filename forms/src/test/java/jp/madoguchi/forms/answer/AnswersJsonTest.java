package jp.madoguchi.forms.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.definition.Procedure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

class AnswersJsonTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Procedure procedure = SampleForms.with("""
            pages:
              - id: p
                title: 頁
                questions:
                  - {id: text, kind: text, max: 9, label: 問い}
                  - {id: number, kind: number, label: 問い}
                  - {id: date, kind: date, label: 問い}
                  - {id: time, kind: time, label: 問い}
                  - {id: month, kind: month, label: 問い}
                  - {id: yes, kind: yes-no, label: 問い}
                  - {id: one, kind: choose-one, label: 問い, options: [{code: a, label: あ}]}
                  - {id: name, kind: person-name, label: 問い}
                  - {id: address, kind: address, label: 問い}
                  - {id: bank, kind: bank-account, label: 問い}
                  - {id: agreed, kind: agreement, label: 問い, statement: はい}
                  - {id: files, kind: files, label: 問い}
                  - {id: letter, kind: filled-by-other, procedure: letter, by: 医師, label: 問い, or-files: {max: 1}}
                  - {id: info, kind: information, label: 問い, text: 案内}
                  - id: rows
                    kind: repeat
                    label: 行
                    questions:
                      - {id: inner, kind: text, max: 9, label: 問い}
            """);

    @Test
    void everyKindSurvivesTheWayThroughJson() {
        var answers = Answers.NONE.with(id("text"), new Answer.Text("𠮷")).with(id("number"), number("12.5"))
                .with(id("date"), new Answer.Date(LocalDate.of(2026, 11, 20)))
                .with(id("time"), new Answer.Time(java.time.LocalTime.of(9, 0)))
                .with(id("month"), new Answer.Month(java.time.YearMonth.of(2026, 4)))
                .with(id("yes"), new Answer.YesNo(false)).with(id("one"), new Answer.Choices(List.of("a"), "他"))
                .with(id("name"), new Answer.PersonName("髙橋", "太郎", "タカハシ", null))
                .with(id("address"), new Answer.Address(null, "兵庫県神戸市", "中央区", "加納町", "1", null))
                .with(id("bank"), new Answer.BankAccount("0009", "銀行", "500", "支店", "1", "0000001", "ｺｳﾍﾞ"))
                .with(id("agreed"), new Answer.Agreement())
                .with(id("files"),
                        new Answer.Files(List.of(new Answer.FileRef(UUID.randomUUID(), "a.pdf", 1, "ab", "x/y"))))
                .with(id("letter"),
                        new Answer.FilledIn(new ProcedureId("letter"), 2, "cd".repeat(32), "{\"a\":1.50}", "医師",
                                LocalDate.of(2026, 11, 20), null,
                                new Answer.FileRef(UUID.randomUUID(), "b.pdf", 1, "ab", "x/y"), List.of()))
                .with(id("rows"), new Answer.Rows(List.of(
                        new Row(new RowId("r7"), Answers.NONE.with(id("inner"), new Answer.Text("内"))))));
        var json = AnswersJson.write(answers);

        assertThat(AnswersJson.read(procedure, json)).isEqualTo(answers);
        assertThat(AnswersJson.read(procedure, MAPPER.readTree(json.toString()))).isEqualTo(answers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "1", "{\"nobody\":1}", "{\"text\":1}", "{\"text\":null}",
            "{\"number\":\"1\"}",
            "{\"number\":1e999}", "{\"date\":\"2023-02-30\"}", "{\"time\":\"25:00\"}", "{\"month\":\"2026-13\"}",
            "{\"yes\":\"yes\"}", "{\"one\":\"a\"}", "{\"one\":{\"codes\":\"a\"}}", "{\"one\":{\"codes\":[1]}}",
            "{\"one\":{\"codes\":[],\"x\":1}}", "{\"name\":{\"family\":\"a\"}}", "{\"agreed\":false}",
            "{\"info\":\"x\"}",
            "{\"files\":[{\"id\":\"x\",\"name\":\"a\",\"bytes\":1,\"sha256\":\"a\",\"mediaType\":\"b\"}]}",
            "{\"letter\":{}}", "{\"letter\":{\"procedure\":\"letter\",\"version\":0}}",
            "{\"letter\":{\"procedure\":\"letter\",\"version\":1,\"contentHash\":\"a\",\"answers\":\"{}\",\"by\":\"x\",\"on\":\"2026-11-20\",\"files\":[]}}",
            "{\"rows\":[{\"row\":\"R 1\",\"answers\":{}}]}", "{\"rows\":[{\"row\":\"r1\"}]}",
            "{\"rows\":[{\"row\":\"r1\",\"answers\":{}},{\"row\":\"r1\",\"answers\":{}}]}",
            "{\"rows\":[{\"row\":\"r1\",\"answers\":{\"text\":\"x\"}}]}", "{\"inner\":\"x\"}"})
    void documentsOfAnotherShapeAreRefused(String json) {
        assertThatThrownBy(() -> AnswersJson.read(procedure, MAPPER.readTree(json)))
                .isInstanceOf(AnswersFormatException.class).hasMessageStartingWith("answers");
    }

    private static QuestionId id(String id) {
        return new QuestionId(id);
    }

    private static Answer number(String value) {
        return new Answer.Number(new BigDecimal(value));
    }
}
