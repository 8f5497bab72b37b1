package jp.madoguchi.forms.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;

import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.publishing.PublicationChecks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a notice names under 記. */
class NoticeWordsTest {

    private static final Procedure NAMED = DefinitionFile.readJson(
            DefinitionFile.writeJson(SampleForms.fromCatalogue("jido-teate")).replace("　月額 {allowance-amount}", ""));
    private static final QuestionId CHILDREN = new QuestionId("children");

    @Test
    void everyChildIsNamedAndOneWithoutABirthdayIsNot() {
        var answers = Answers.NONE.with(CHILDREN, new Answer.Rows(List.of(
                child("r1", new Answer.PersonName("𠮷野", "花", "ヨシノ", "ハナ"), LocalDate.of(2026, 11, 5)),
                child("r2", new Answer.PersonName("髙橋", "一郎", null, null), LocalDate.of(2019, 5, 1)),
                new Row(new RowId("r3"), Answers.NONE.with(new QuestionId("child-name"),
                        new Answer.PersonName("神戸", "次郎", null, null)))),
                3));
        assertThat(said(NAMED, answers)).containsExactly("𠮷野　花（令和8年11月5日生まれ）", "髙橋　一郎（令和元年5月1日生まれ）",
                "令和8年12月分から");
        assertThat(said(NAMED, Answers.NONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // event | arrived | births (s: college age, supported; n: not supported) | from | amounts
            "2026-11-05|2026-11-10|2026-11-05|令和8年12月|15,000円",
            // Moved at the end of a month and claimed within 15 days: from the month after the event.
            "2026-11-28|2026-12-13|2019-05-01|令和8年12月|10,000円",
            "2026-11-28|2026-12-15|2019-05-01|令和9年1月|10,000円",
            // The fifteenth day is a Sunday: the next open day still counts.
            "2026-11-28|2026-12-14|2019-05-01|令和8年12月|10,000円",
            "2026-11-05|2026-11-10|2019-05-01 2021-05-01 2026-11-05|令和8年12月|10,000円 10,000円 30,000円",
            // A student counts for the order and gets nothing; one who earns their living does not count.
            "2026-11-05|2026-11-10|s2006-05-01 2021-05-01 2026-11-05|令和8年12月|- 10,000円 30,000円",
            "2026-11-05|2026-11-10|n2006-05-01 2021-05-01 2026-11-05|令和8年12月|- 10,000円 15,000円",
            // Through the month in which three is reached: on the day before the birthday.
            "2026-11-05|2026-11-10|2023-12-15|令和8年12月|15,000円",
            "2026-11-05|2026-11-10|2023-12-01|令和8年12月|10,000円",
            "2026-11-05|2026-11-10|2023-11-30|令和8年12月|10,000円",
            // Until 31 March after reaching 18; born on 1 April means the older year.
            "2027-02-05|2027-02-10|2009-04-01|令和9年3月|10,000円",
            "2027-03-05|2027-03-10|s2009-04-01 2020-01-01|令和9年4月|- 10,000円",
            "2027-03-05|2027-03-10|2009-04-02|令和9年4月|10,000円",
            // Two born on one day stand in the order of their rows.
            "2026-11-05|2026-11-10|2019-05-01 2026-11-05 2026-11-05|令和8年12月|10,000円 15,000円 30,000円"})
    void theAllowanceIsThatOfTheLawInTheMonthInWhichItBegins(LocalDate event, LocalDate arrived, String births,
            String from, String amounts) {
        var rows = new ArrayList<Row>();
        for (var birth : births.split(" ")) {
            var day = LocalDate.parse(birth.replaceAll("[sn]", ""));
            var row = child("r" + (rows.size() + 1), new Answer.PersonName("神戸", String.valueOf(rows.size() + 1), null,
                    null), day);
            rows.add(Character.isDigit(birth.charAt(0))
                    ? row
                    : new Row(row.id(), row.answers().with(new QuestionId("child-supported"),
                            new Answer.YesNo(birth.startsWith("s")))));
        }
        var answers = Answers.NONE.with(CHILDREN, new Answer.Rows(rows)).with(new QuestionId("event-date"),
                new Answer.Date(event));
        var said = NoticeWords.of(SampleForms.fromCatalogue("jido-teate"), answers, arrived, NoticeWordsTest::isOpen);

        assertThat(said.getLast().text()).isEqualTo(from + "分から");
        assertThat(said.getFirst().text().lines().map(line -> line.replaceAll(".*月額 ", ""))).containsExactly(
                Arrays.stream(amounts.split(" ")).filter(amount -> !amount.equals("-")).toArray(String[]::new));
    }

    @Test
    void whereAnAnswerIsMissingNoAmountIsSaid() {
        var known = child("r1", new Answer.PersonName("神戸", "花", null, null), LocalDate.of(2019, 5, 1));
        var unknown = new Row(new RowId("r2"), Answers.NONE.with(new QuestionId("child-name"),
                new Answer.PersonName("神戸", "次郎", null, null)));
        var student = child("r3", new Answer.PersonName("神戸", "三郎", null, null), LocalDate.of(2006, 5, 1));
        var since = Answers.NONE.with(new QuestionId("event-date"), new Answer.Date(LocalDate.of(2026, 11, 5)));
        for (var rows : List.of(List.of(known, unknown), List.of(known, student))) {
            assertThat(said(SampleForms.fromCatalogue("jido-teate"), since.with(CHILDREN, new Answer.Rows(rows))))
                    .containsExactly("令和8年12月分から");
        }
        assertThat(said(SampleForms.fromCatalogue("jido-teate"), Answers.NONE.with(CHILDREN,
                new Answer.Rows(List.of(unknown))))).isEmpty();
    }

    /** A claim for a birth is not asked for the day of the event: it is the child's birthday. */
    @ParameterizedTest
    @CsvSource({"2026-11-20,2026-11-26,令和8年12月", "2026-10-31,2026-11-15,令和8年11月",
            // The fifteenth day is a Sunday: the next open day still counts.
            "2026-10-31,2026-11-16,令和8年11月", "2026-10-31,2026-11-17,令和8年12月",
            "2026-11-13,2026-12-01,令和9年1月"})
    void whereNoOtherEventIsAskedForTheYoungestBirthCounts(LocalDate birth, LocalDate arrived, String from) {
        var claim = Answers.NONE.with(CHILDREN, new Answer.Rows(List.of(
                child("r1", new Answer.PersonName("神戸", "葵", null, null), LocalDate.of(2023, 5, 1)),
                child("r2", new Answer.PersonName("神戸", "湊", null, null), birth))));
        var said = NoticeWords.of(SampleForms.fromCatalogue("jido-teate"), claim, arrived, NoticeWordsTest::isOpen);
        assertThat(said.getFirst().text()).contains("神戸　湊").contains("月額 15,000円");
        assertThat(said.getLast().text()).isEqualTo(from + "分から");
    }

    @Test
    void aCalculationThatLeadsNowhereStopsPublication() {
        var form = DefinitionFile.writeJson(SampleForms.fromCatalogue("jido-teate"));
        for (var wrong : List.of(form.replace("\"birth\":\"child-birth\"", "\"birth\":\"child-name\""),
                form.replace("\"children\":\"children\"", "\"children\":\"pension\""),
                form.replaceAll(",\"child-allowance\":\\{[^}]*}", ""))) {
            assertThat(wrong).isNotEqualTo(form);
            assertThat(PublicationChecks.mayBePublished(DefinitionFile.readJson(wrong))).isFalse();
        }
    }

    private static boolean isOpen(LocalDate day) {
        return day.getDayOfWeek().getValue() < 6;
    }

    private static List<String> said(Procedure procedure, Answers answers) {
        return NoticeWords.of(procedure, answers, LocalDate.of(2026, 11, 10), NoticeWordsTest::isOpen).stream()
                .flatMap(said -> said.text().lines()).toList();
    }

    private static Row child(String row, Answer.PersonName name, LocalDate birth) {
        return new Row(new RowId(row), Answers.NONE.with(new QuestionId("child-name"), name)
                .with(new QuestionId("child-birth"), new Answer.Date(birth)));
    }
}
