package jp.madoguchi.forms.field;

import jp.madoguchi.forms.source.InvalidFile;
import static jp.madoguchi.forms.SampleForms.TODAY;
import static jp.madoguchi.forms.SampleForms.posted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.definition.Listing;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.forms.publishing.CarryOver;
import jp.madoguchi.forms.publishing.PublicationChecks;
import jp.madoguchi.forms.publishing.VersionComparison;
import jp.madoguchi.forms.reading.ReadingView;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One of many: found by words, chosen by code. */
class ListedFieldTest {

    private static final PageId P = new PageId("p");
    private static final QuestionId Q = new QuestionId("q");
    private static final String LIST = """
            kind: choose-listed, groups: [{code: nada, label: {ja: 灘区, en: Nada}}, {code: chuo, label: 中央区}], list: [\
            {code: nada-1, group: nada, label: {ja: さくらぐち保育園, en: Sakuraguchi}, words: サクラグチ}, \
            {code: nada-2, group: nada, label: 水道筋こども園, words: [すいどうすじ, 駅前]}, \
            {code: chuo-1, group: chuo, label: ﾐﾅﾄ保育園}]""";

    private static final Procedure FORM = SampleForms.asking(LIST);

    @ParameterizedTest
    @ValueSource(strings = {"さくらぐち", "サクラグチ", "ｻｸﾗｸﾞﾁ", "sakura", "ＳＡＫＵＲＡ", "灘区　さくら", "保育園 なだ区", "NADA-1"})
    void isFoundHoweverItIsTyped(String typed) {
        var found = list(FORM).search(typed.replace("なだ区", "灘区"), 20);
        assertThat(found.entries()).extracting(Listing.Entry::code).containsExactly("nada-1");
    }

    @Test
    void aNameThatBeginsWithTheWordsComesFirst() {
        var wards = list(
                SampleForms.asking(LIST.replace("{code: nada, label", "{code: east, label: 東灘区}, {code: nada, label")
                        .replace("list: [", "list: [{code: east-1, group: east, label: 御影保育園}, ")));
        assertThat(wards.search("灘区", 20).entries()).extracting(Listing.Entry::code).containsExactly("nada-1", "nada-2",
                "east-1");
    }

    @Test
    void showsOnlySoManyAndSaysHowManyThereAre() {
        var many = new Listing(List.of(), IntStream.range(0, Listing.MOST)
                .mapToObj(i -> new Listing.Entry("c" + i, jp.madoguchi.forms.Localized.ja("園" + i), null, List.of()))
                .toList());

        var found = many.search("園", 20);
        assertThat(found.entries()).hasSize(20);
        assertThat(found.total()).isEqualTo(5_000);
        assertThat(many.search(" 　", 20)).isEqualTo(Listing.Found.NOTHING);
        assertThat(many.search("x".repeat(100_000), 20).total()).isZero();
        assertThatThrownBy(() -> new Listing(List.of(), IntStream.rangeClosed(0, Listing.MOST)
                .mapToObj(i -> new Listing.Entry("c" + i, jp.madoguchi.forms.Localized.ja("園"), null, List.of()))
                .toList()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wordsStayUntilAnEntryIsChosen() {
        var typed = Filling.begin(FORM, TODAY).save(P, posted("q.words=さくら"));
        assertThat(typed.findings()).extracting(Finding::code).containsExactly("not-chosen");
        assertThat(typed.findings().getFirst().field()).isEqualTo("q.words");
        assertThat(typed.filling().entries(FieldPath.of(Q)).first("q.words")).isEqualTo("さくら");

        var chosen = typed.filling().save(P, posted("q.words=さくら", "q=nada-1"));
        assertThat(chosen.isClean()).isTrue();
        assertThat(chosen.filling().answers().get(Q)).contains(new Answer.Choices(List.of("nada-1"), null));
        assertThat(chosen.filling().pending().fields()).isEmpty();
        assertThat(AnswersJson.read(FORM, AnswersJson.write(chosen.filling().answers())))
                .isEqualTo(chosen.filling().answers());
        assertThat(ReadingView.of(FORM, chosen.filling().answers(), Language.JA).sections().getFirst().lines()
                .getFirst().value()).isEqualTo("さくらぐち保育園（灘区）");
        assertThat(ReadingView.of(FORM, chosen.filling().answers(), Language.EN).sections().getFirst().lines()
                .getFirst().value()).isEqualTo("Sakuraguchi (Nada)");
    }

    @Test
    void whatIsNotInTheListIsRefused() {
        var saved = Filling.begin(FORM, TODAY).save(P, posted("q=nada-9"));
        assertThat(saved.findings()).extracting(Finding::code).containsExactly("not-an-option");
        assertThat(saved.filling().answers().get(Q)).isEmpty();
        assertThat(Filling.begin(FORM, TODAY).save(P, posted("q=", "q.words=")).findings()).extracting(Finding::code)
                .containsExactly("required");
    }

    @Test
    void theFileSaysWhatIsWrongInAList() {
        assertThatThrownBy(() -> SampleForms
                .asking("kind: choose-listed, list: [{code: a, label: x}, {code: a, label: y, group: g}]"))
                .isInstanceOfSatisfying(InvalidFile.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(InvalidFile.Problem::reason)
                                .contains("list に code「a」が二つあります。どちらかを別の code にしてください。",
                                        "「g」という code のグループは groups にありません。groups に書き足すか、code を直してください。"));
        assertThatThrownBy(() -> SampleForms.asking("kind: choose-listed, list: ["
                + IntStream.rangeClosed(0, 5_000).mapToObj(i -> "{code: c" + i + ", label: x}")
                        .collect(Collectors.joining(","))
                + "]")).hasMessageContaining("5000 件まで");
        assertThat(DefinitionFile.readJson(DefinitionFile.writeJson(FORM))).isEqualTo(FORM);
    }

    @Test
    void aNewerListAsksToLookAgainOnlyAtEntriesThatChanged() {
        var filling = Filling.begin(FORM, TODAY).save(P, posted("q=nada-2")).filling();
        var more = SampleForms.asking(LIST.replace("ﾐﾅﾄ保育園", "みなとの森保育園"));
        assertThat(CarryOver.of(filling, more, Set.of(), Language.JA).lookAgain()).isEmpty();
        var renamed = SampleForms.asking(LIST.replace("水道筋こども園", "水道筋保育園"));
        assertThat(CarryOver.of(filling, renamed, Set.of(), Language.JA).lookAgain()).containsExactly(FieldPath.of(Q));
        assertThat(VersionComparison.between(FORM, renamed)).singleElement()
                .satisfies(difference -> assertThat(difference.sentence()).contains("水道筋こども園").contains("水道筋保育園"));
    }

    @Test
    void publicationChecksKnowTheEntries() {
        var twice = SampleForms.asking(LIST.replace("水道筋こども園", "さくらぐち保育園"));
        assertThat(PublicationChecks.of(twice)).extracting(remark -> remark.code()).contains("duplicate-option");
        assertThat(PublicationChecks.of(FORM)).extracting(remark -> remark.code()).doesNotContain("duplicate-option",
                "missing-translation");
    }

    private static Listing list(Procedure procedure) {
        var question = (Question) procedure.item(Q).orElseThrow();
        return ((QuestionKind.ChooseListed) question.kind()).list();
    }
}
