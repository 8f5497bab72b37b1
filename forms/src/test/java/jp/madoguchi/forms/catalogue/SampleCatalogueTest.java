package jp.madoguchi.forms.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;

import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.ProfilePart;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.filling.Filling;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleCatalogueTest {

    static java.util.List<Procedure> procedures() {
        return SampleCatalogue.procedures();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void everyProcedureSurvivesTheWayThroughCanonicalJson(Procedure procedure) {
        var json = DefinitionFile.writeJson(procedure);

        assertThat(DefinitionFile.readJson(json)).isEqualTo(procedure);
        assertThat(DefinitionFile.readYaml(json)).as("JSON is YAML").isEqualTo(procedure);
        assertThat(DefinitionFile.hash(DefinitionFile.readJson(json))).isEqualTo(DefinitionFile.hash(procedure));
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void anEmptyApplicationCannotBeSubmittedAndSaysWhy(Procedure procedure) {
        var filling = Filling.begin(procedure, LocalDate.of(2026, 11, 20));

        assertThat(filling.checkAll()).isNotEmpty().allSatisfy(
                finding -> assertThat(finding.message().ja()).contains("「").endsWith("。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"juminhyo", "jido-teate", "kokuho-dattai"})
    void theMostUsedSpeakEasyJapaneseThroughout(String id) {
        var procedure = SampleForms.fromCatalogue(id);
        assertThat(procedure.languages()).contains(Language.EASY_JA);

        var texts = new ArrayDeque<JsonNode>();
        texts.add(JsonMapper.shared().readTree(DefinitionFile.writeJson(procedure)));
        while (!texts.isEmpty()) {
            var node = texts.poll();
            if (node.has("en")) {
                assertThat(node.has("ja-x-easy")).as(node.path("ja").asString()).isTrue();
            }
            node.forEach(texts::add);
        }
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void everyStopHasAHeadingOfItsOwnAndSaysHowToGoOn(Procedure procedure) {
        assertThat(procedure.endings()).allSatisfy(ending -> {
            assertThat(ending.title()).as(ending.id()).isNotNull();
            assertThat(ending.instead().ja()).as(ending.id()).contains("ください");
        }).extracting(ending -> ending.title()).doesNotHaveDuplicates();
    }

    /** Whoever is asked for a day of birth has one that lies in an era, and nobody of three weeks notifies anything. */
    @ParameterizedTest
    @MethodSource("procedures")
    void aNotifierOfThreeWeeksIsAskedToLookAgain(Procedure procedure) {
        var today = LocalDate.of(2026, 11, 20);
        var births = procedure.pages().stream().flatMap(page -> page.items().stream()
                .filter(Question.class::isInstance).map(Question.class::cast)
                .filter(question -> question.prefill() != null
                        && question.prefill().profile() == ProfilePart.BIRTH)
                .map(question -> java.util.Map.entry(page.id(), question))).toList();
        for (var birth : births) {
            var id = birth.getValue().id();
            assertThat(((QuestionKind.Date) birth.getValue().kind()).era()).as(id.value()).isNotNull();
            for (var young : new LocalDate[]{today.minusDays(21), today.minusYears(6)}) {
                var answers = new Answers(java.util.Map.of(id, new Answer.Date(young)));
                assertThat(codes(procedure, birth.getKey(), id, answers, today)).as(id + " " + young)
                        .anyMatch(code -> code.startsWith("rule-"));
            }
            var grown = new Answers(java.util.Map.of(id, new Answer.Date(today.minusYears(40))));
            assertThat(codes(procedure, birth.getKey(), id, grown, today)).as(id.value()).isEmpty();
        }
    }

    private static java.util.List<String> codes(Procedure procedure, PageId page, QuestionId question, Answers answers,
            LocalDate today) {
        // What hides the question is answered by showing it.
        var shown = procedure.withPages(procedure.pages().stream().filter(each -> each.id().equals(page)).map(
                each -> new Page(each.id(), each.title(), each.intro(), Condition.ALWAYS, each.items().stream()
                        .filter(item -> item.id().equals(question))
                        .map(Question.class::cast).<jp.madoguchi.forms.definition.Item>map(
                                item -> new Question(item.id(), item.kind(),
                                        item.label(), item.hint(), item.help(), item.required(), Condition.ALWAYS,
                                        item.sensitivity(), item.purpose(), item.copiedFrom(), item.prefill(), null))
                        .toList()))
                .toList());
        return new Filling(shown, answers, jp.madoguchi.forms.filling.Entries.NONE, today).check(page).stream()
                .map(finding -> finding.code()).toList();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void everyPageOfAnApplicationCountsItsStepsWithoutWandering(Procedure procedure) {
        var filling = Filling.begin(procedure, LocalDate.of(2026, 11, 20));
        for (var page : filling.visiblePages()) {
            var count = filling.count(page.id());
            assertThat(count.number()).isPositive();
            assertThat(count.least()).isLessThanOrEqualTo(count.most());
            assertThat(count.most()).isLessThanOrEqualTo(procedure.pages().size());
        }
    }
}
