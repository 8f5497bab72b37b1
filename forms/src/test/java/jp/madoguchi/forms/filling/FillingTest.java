package jp.madoguchi.forms.filling;

import static jp.madoguchi.forms.SampleForms.TODAY;
import static jp.madoguchi.forms.SampleForms.posted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;

import org.junit.jupiter.api.Test;

class FillingTest {

    private static final PageId P = new PageId("p");
    private static final QuestionId Q = new QuestionId("q");

    @Test
    void whatIsUnderstoodBecomesAnAnswer() {
        var saved = begin("kind: text, max: 5").save(P, posted("q=はい"));

        assertThat(saved.findings()).isEmpty();
        assertThat(saved.filling().answers().get(Q)).contains(new Answer.Text("はい"));
        assertThat(saved.filling().checkAll()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsKeptAsTypedAndToldAgain() {
        var saved = begin("kind: date").save(P, posted("q.era=S", "q.year=64", "q.month=1", "q.day=8"));

        assertThat(saved.findings()).extracting(Finding::code).containsExactly("outside-of-era");
        assertThat(saved.findings().getFirst().field()).isEqualTo("q.year");
        assertThat(saved.filling().answers().get(Q)).isEmpty();
        assertThat(saved.filling().entries(FieldPath.of(Q)).first("q.year")).isEqualTo("64");
        assertThat(saved.filling().checkAll()).extracting(Finding::code).containsExactly("outside-of-era");

        var mended = saved.filling().save(P, posted("q.era=H", "q.year=元", "q.month=1", "q.day=8"));
        assertThat(mended.isClean()).isTrue();
        assertThat(mended.filling().pending()).isEqualTo(Entries.NONE);
    }

    @Test
    void aBadAnswerReplacesTheOldOne() {
        var first = begin("kind: number").save(P, posted("q=5")).filling();

        assertThat(first.save(P, posted("q=五")).filling().effectiveAnswers().get(Q)).isEmpty();
        assertThat(first.save(P, posted("q=")).filling().effectiveAnswers().get(Q)).isEmpty();
    }

    @Test
    void unknownFieldsAreToldAndNotStored() {
        var saved = begin("kind: text, max: 5").save(P, posted("q=x", "other=1", "q.year=2", "a.b.c.d.e=3"));

        assertThat(saved.findings()).extracting(Finding::code).containsOnly("unknown-field");
        assertThat(saved.findings()).extracting(Finding::field).containsExactly("a.b.c.d.e", "other", "q.year");
        assertThat(saved.filling().pending()).isEqualTo(Entries.NONE);
        assertThat(saved.filling().answers().get(Q)).contains(new Answer.Text("x"));
    }

    @Test
    void anUnknownPageChangesNothing() {
        var filling = begin("kind: text, max: 5");
        var saved = filling.save(new PageId("nowhere"), posted("q=x"));

        assertThat(saved.findings()).extracting(Finding::code).containsExactly("unknown-page");
        assertThat(saved.filling()).isEqualTo(filling);
    }

    @Test
    void aMyNumberIsNotStoredAnywhere() {
        var saved = begin("kind: text, max: 50").save(P, posted("q=番号 1234 5678 9018"));

        assertThat(saved.findings()).extracting(Finding::code).containsExactly("my-number");
        assertThat(saved.filling().answers().values()).isEmpty();
        assertThat(saved.filling().pending().toString()).as("what was typed around it").contains("番号 ○○○○")
                .doesNotContain("5678");

        var optional = begin("kind: text, max: 50, required: false").save(P, posted("q=123456789018"));
        assertThat(optional.findings()).extracting(Finding::code).containsExactly("my-number");
    }

    @Test
    void aMyNumberInOnePartLeavesTheOtherPartsToBeConfirmed() {
        var saved = begin("kind: address, required: false").save(P,
                posted("q.prefecture-city=大阪市", "q.town=北", "q.number=1", "q.building=123456789018"));

        assertThat(saved.findings()).extracting(Finding::field).containsExactly("q.building");
        assertThat(saved.filling().pending().toString()).doesNotContain("789");
        assertThat(saved.filling().entries(FieldPath.of(Q)).first("q.town")).isEqualTo("北");
        assertThat(saved.filling().checkAll()).extracting(Finding::code).containsExactly("confirm");
    }

    @Test
    void hiddenAnswersAreDroppedThroughAChain() {
        var procedure = SampleForms.with("""
                pages:
                  - id: p
                    title: 頁
                    questions:
                      - {id: a, kind: yes-no, label: あ}
                      - {id: b, kind: yes-no, label: い, show-if: {question: a, is: "yes"}}
                      - {id: c, kind: text, max: 9, label: う, show-if: {question: b, is: "yes"}}
                """);
        var all = Filling.begin(procedure, TODAY).save(P, posted("a=yes", "b=yes", "c=x"));
        var changed = all.filling().save(P, posted("a=no", "b=yes", "c=x"));

        assertThat(all.filling().effectiveAnswers().values()).hasSize(3);
        assertThat(changed.isClean()).isTrue();
        assertThat(changed.filling().effectiveAnswers().values()).containsOnlyKeys(new QuestionId("a"));
        // Nothing typed is lost: what was hidden is there again when it is asked again.
        assertThat(changed.filling().save(P, posted("a=yes")).filling().effectiveAnswers().values()).hasSize(3);
    }

    @Test
    void aQuestionOpenedByTheAnswersIsAskedForKindly() {
        var procedure = SampleForms.with("""
                pages:
                  - id: p
                    title: 頁
                    questions:
                      - {id: a, kind: yes-no, label: あ}
                      - {id: b, kind: text, max: 9, label: い, show-if: {question: a, is: "yes"}}
                """);
        var opened = Filling.begin(procedure, TODAY).save(P, posted("a=yes"));

        assertThat(opened.findings()).extracting(Finding::code).containsExactly("asked-now");
        assertThat(opened.filling().save(P, posted("a=yes", "b=")).findings()).extracting(Finding::code)
                .containsExactly("required");
    }

    @Test
    void anUntickedBoxIsAnAnswerTakenBack() {
        var many = begin("kind: choose-many, required: false, options: [{code: a, label: あ}]").save(P, posted("q=a"));

        assertThat(many.filling().save(P, Entries.NONE).filling().answers().get(Q)).isEmpty();
    }

    @Test
    void rowsComeAndGo() {
        var filling = Filling.begin(repeating(1, 3), TODAY);
        var rows = FieldPath.parse("rows");
        assertThat(rowIds(filling)).containsExactly("r1");

        var two = filling.addRow(rows).save(P, posted("rows.r1.name=一", "rows.r2.name=二"));
        assertThat(two.isClean()).isTrue();
        var one = two.filling().removeRow(rows, new RowId("r1"));
        assertThat(rowIds(one)).containsExactly("r2");
        // An id means its row for good: what follows a removed row takes the next one.
        assertThat(rowIds(one.removeRow(rows, new RowId("r2")))).containsExactly("r3");
        assertThat(rowIds(one.addRow(rows).addRow(rows).addRow(rows))).containsExactly("r2", "r3", "r4");
        assertThat(one.save(P, posted("rows.r1.name=x", "rows.r2.name=y")).findings()).extracting(Finding::code)
                .containsExactly("unknown-field");
    }

    @Test
    void aRowsPendingFieldsGoWithIt() {
        var filling = Filling.begin(repeating(0, 3), TODAY).addRow(FieldPath.parse("rows"));
        var bad = filling.save(P, posted("rows.r1.name=" + "長".repeat(20))).filling();

        assertThat(bad.pending().fields()).isNotEmpty();
        assertThat(bad.removeRow(FieldPath.parse("rows"), new RowId("r1")).pending()).isEqualTo(Entries.NONE);
    }

    @Test
    void moreRowsThanAllowedAreAFinding() {
        var rows = new java.util.ArrayList<jp.madoguchi.forms.answer.Row>();
        for (int i = 1; i <= 4; i++) {
            rows.add(new jp.madoguchi.forms.answer.Row(new RowId("r" + i),
                    Answers.NONE.with(new QuestionId("name"), new Answer.Text("x"))));
        }
        var filling = new Filling(repeating(0, 3), Answers.NONE.with(new QuestionId("rows"), new Answer.Rows(rows)),
                Entries.NONE, TODAY);

        assertThat(filling.checkAll()).extracting(Finding::code).containsExactly("too-many-rows");
    }

    @Test
    void fourHundredRowsAreSavedInNoTime() {
        var filling = Filling.begin(repeating(400, 400), TODAY);
        var fields = new java.util.TreeMap<String, List<String>>();
        for (int i = 1; i <= 400; i++) {
            fields.put("rows.r" + i + ".name", List.of("子" + i));
        }
        var started = System.nanoTime();
        var saved = filling.save(P, new Entries(fields));

        assertThat(saved.isClean()).isTrue();
        assertThat(System.nanoTime() - started).isLessThan(2_000_000_000L);
    }

    @Test
    void aQuestionInARowSeesItsSiblings() {
        var procedure = SampleForms.with("""
                pages:
                  - id: p
                    title: 頁
                    questions:
                      - id: rows
                        kind: repeat
                        label: 行
                        min: 2
                        max: 2
                        questions:
                          - {id: a, kind: yes-no, label: あ}
                          - {id: b, kind: text, max: 9, label: い, show-if: {question: a, is: "yes"}}
                """);
        var saved = Filling.begin(procedure, TODAY).save(P,
                posted("rows.r1.a=yes", "rows.r1.b=x", "rows.r2.a=no", "rows.r2.b=y"));

        assertThat(saved.isClean()).isTrue();
        var rows = saved.filling().effectiveAnswers().get(new QuestionId("rows"), Answer.Rows.class).orElseThrow();
        assertThat(rows.rows().get(0).answers().values()).hasSize(2);
        assertThat(rows.rows().get(1).answers().values()).hasSize(1);
        assertThat(saved.filling().visibility().shows(FieldPath.parse("rows.r1.b"))).isTrue();
        assertThat(saved.filling().visibility().shows(FieldPath.parse("rows.r2.b"))).isFalse();
    }

    @Test
    void filesAreAttachedAndTakenOff() {
        var filling = begin("kind: files, min: 1, max: 2, max-bytes: 1000, types: [pdf]");
        assertThat(filling.checkAll()).extracting(Finding::code).containsExactly("required");

        var one = filling.attach(FieldPath.of(Q), file("a.pdf", 10, "application/pdf"));
        assertThat(one.isClean()).isTrue();
        assertThat(one.filling().checkAll()).isEmpty();
        assertThat(one.filling().save(P, Entries.NONE).filling().checkAll()).isEmpty();

        assertThat(codes(filling.attach(FieldPath.of(Q), file("a.exe", 10, "application/x-dosexec"))))
                .containsExactly("file-type");
        assertThat(codes(filling.attach(FieldPath.of(Q), file("a.pdf", 1001, "application/pdf"))))
                .containsExactly("file-too-large");
        var two = one.filling().attach(FieldPath.of(Q), file("b.pdf", 10, "application/pdf")).filling();
        assertThat(codes(two.attach(FieldPath.of(Q), file("c.pdf", 10, "application/pdf"))))
                .containsExactly("too-many-files");
        assertThat(codes(filling.attach(FieldPath.of(new QuestionId("no")), file("a.pdf", 1, "application/pdf"))))
                .containsExactly("unknown-field");
        var id = two.answers().get(Q, Answer.Files.class).orElseThrow().files().getFirst().id();
        assertThat(two.detach(FieldPath.of(Q), id).answers().get(Q, Answer.Files.class).orElseThrow().files())
                .hasSize(1);
    }

    @Test
    void conditionsCompareDatesAgesAndRows() {
        var procedure = SampleForms
                .with("""
                        rules:
                          - {id: order, at: until, holds: {value: {answer: until}, is: ">=", than: {answer: since}}, message: 順が逆です。}
                        pages:
                          - id: p
                            title: 頁
                            questions:
                              - {id: since, kind: date, label: から}
                              - {id: until, kind: date, label: まで, required: false}
                              - {id: minor, kind: text, max: 9, label: 親, show-if: {value: {age-of: {answer: since}}, is: "<", than: 18}}
                        """);
        var filling = Filling.begin(procedure, TODAY);

        assertThat(codes(filling.save(P, date("since", 2008, 11, 22)))).containsExactly("asked-now");
        assertThat(codes(filling.save(P, date("since", 2008, 11, 21)))).isEmpty();
        var both = new java.util.TreeMap<>(date("since", 2000, 1, 2).fields());
        both.putAll(date("until", 2000, 1, 1).fields());
        assertThat(codes(filling.save(P, new Entries(both)))).containsExactly("rule-order");
    }

    private static Entries date(String question, int year, int month, int day) {
        return posted(question + ".year=" + year, question + ".month=" + month, question + ".day=" + day);
    }

    private static List<String> codes(Filling.Saved saved) {
        return saved.findings().stream().map(Finding::code).toList();
    }

    private static Filling begin(String question) {
        return Filling.begin(SampleForms.asking(question), TODAY);
    }

    private static jp.madoguchi.forms.definition.Procedure repeating(int min, int max) {
        return SampleForms.with("""
                pages:
                  - id: p
                    title: 頁
                    questions:
                      - id: rows
                        kind: repeat
                        label: 行
                        min: %d
                        max: %d
                        questions:
                          - {id: name, kind: text, max: 9, label: 名}
                """.formatted(min, max));
    }

    private static List<String> rowIds(Filling filling) {
        return filling.answers().get(new QuestionId("rows"), Answer.Rows.class).orElseThrow().rows().stream()
                .map(row -> row.id().value()).toList();
    }

    private static Answer.FileRef file(String name, long bytes, String type) {
        return new Answer.FileRef(UUID.randomUUID(), name, bytes, "0".repeat(64), type);
    }
}
