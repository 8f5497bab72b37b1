package jp.madoguchi.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.source.InvalidFile;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.forms.filling.Prefilling;
import jp.madoguchi.forms.filling.Visibility;
import jp.madoguchi.forms.japanese.MyNumber;
import jp.madoguchi.forms.publishing.PublicationChecks;
import jp.madoguchi.forms.publishing.VersionComparison;
import jp.madoguchi.forms.reading.AnswerChange;
import jp.madoguchi.forms.reading.ReadingView;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import tools.jackson.databind.json.JsonMapper;

/** What must hold for every form and for whatever is typed into it. */
class LanguagePropertyTest {

    @Property
    void definitionsSurviveTheWayThroughTheirFile(@ForAll long seed) {
        var procedure = new RandomForms(seed).procedure();
        var json = DefinitionFile.writeJson(procedure);

        assertThat(DefinitionFile.readJson(json)).isEqualTo(procedure);
        assertThat(DefinitionFile.readYaml(json)).isEqualTo(procedure);
        assertThat(DefinitionFile.writeJson(DefinitionFile.readJson(json))).isEqualTo(json);
    }

    @Property
    void nothingTypedThrowsAndNothingHiddenSurvives(@ForAll long seed) {
        var forms = new RandomForms(seed);
        var procedure = forms.procedure();
        var filling = fillIn(forms, procedure);
        var shown = filling.visibility();

        assertThat(filling.followUps()).allMatch(applying -> shown.holds(applying.followUp().when()));
        nothingHidden(shown, List.of(), filling.effectiveAnswers());
        // What is left is stable: hiding again hides nothing more.
        var effective = filling.effectiveAnswers();
        assertThat(new Filling(procedure, effective, Entries.NONE, SampleForms.TODAY).effectiveAnswers().values()
                .entrySet()).containsAll(effective.values().entrySet());
    }

    @Property
    void answersSurviveTheWayThroughJson(@ForAll long seed) {
        var forms = new RandomForms(seed);
        var procedure = forms.procedure();
        var filling = fillIn(forms, procedure);
        var json = AnswersJson.write(filling.answers()).toString();
        var read = AnswersJson.read(procedure, JsonMapper.shared().readTree(json));

        assertThat(read).isEqualTo(filling.answers());
        assertThat(new Filling(procedure, read, filling.pending(), SampleForms.TODAY).checkAll())
                .isEqualTo(filling.checkAll());
        assertThat(AnswerChange.between(procedure, read, filling.answers())).isEmpty();
        assertThat(ReadingView.of(procedure, filling.effectiveAnswers(), Language.EN)).isNotNull();
    }

    @Property
    void whatIsStoredIsNeverAMyNumberNorUnprintable(@ForAll long seed) {
        var forms = new RandomForms(seed);
        var filling = fillIn(forms, forms.procedure());
        var stored = AnswersJson.write(filling.answers()) + filling.pending().toString();

        assertThat(stored).doesNotContain("\uD800\"", "\u202E", "123456789018");
        // Each value by itself: two that stand side by side are no number that somebody typed.
        assertThat(filling.pending().fields().values().stream().flatMap(List::stream)).noneMatch(MyNumber::appearsIn);
    }

    @Property
    void savingTheSameTwiceChangesNothing(@ForAll long seed) {
        var forms = new RandomForms(seed);
        var procedure = forms.procedure();
        var page = procedure.pages().getFirst();
        var filling = Filling.begin(procedure, SampleForms.TODAY);
        var posted = forms.posted(filling, page);
        var once = filling.save(page.id(), posted).filling();
        var again = once.save(page.id(), posted).filling();

        // Questions opened by the first save are cleared by a second post that does not hold them; the rest stays.
        assertThat(again.save(page.id(), posted).filling()).isEqualTo(again);
    }

    @Property
    void theOrderOfQuestionsDoesNotChangeTheVerdict(@ForAll long seed) {
        var forms = new RandomForms(seed);
        var procedure = withoutConditions(forms.procedure());
        var turned = withPages(procedure, procedure.pages().stream()
                .map(page -> new Page(page.id(), page.title(), page.intro(), page.showIf(), page.items().reversed()))
                .toList());
        var filling = Filling.begin(procedure, SampleForms.TODAY);
        var other = Filling.begin(turned, SampleForms.TODAY);
        for (var page : procedure.pages()) {
            var posted = forms.posted(filling, page);
            filling = filling.save(page.id(), posted).filling();
            other = other.save(page.id(), posted).filling();
        }

        assertThat(sorted(other.checkAll())).isEqualTo(sorted(filling.checkAll()));
        assertThat(Map.copyOf(other.effectiveAnswers().values()))
                .isEqualTo(Map.copyOf(filling.effectiveAnswers().values()));
    }

    @Property
    void versionsDifferInWordsExactlyWhereTheirHashesDo(@ForAll long seed, @ForAll boolean same) {
        var one = new RandomForms(seed).procedure();
        var other = new RandomForms(same ? seed : seed + 1).procedure();

        assertThat(VersionComparison.between(one, other).isEmpty())
                .isEqualTo(DefinitionFile.hash(one).equals(DefinitionFile.hash(other)));
        assertThat(VersionComparison.between(one, other)).allSatisfy(
                difference -> assertThat(difference.before()).isNotEqualTo(difference.after()));
        assertThat(PublicationChecks.of(one)).isNotNull();
    }

    @Property
    void whatIsFilledInIsWhatTheFormTakes(@ForAll long seed) {
        var forms = new RandomForms(seed);
        var interview = fillIn(forms, forms.procedure());
        var newer = new RandomForms(seed + 1).procedure();
        var filled = Prefilling.of(newer, Map.of(), interview.effectiveAnswers(), SampleForms.TODAY);
        var begun = new Filling(newer, filled.answers(), Entries.NONE, SampleForms.TODAY);

        assertThat(filled.sources().keySet()).isEqualTo(filled.answers().values().keySet());
        assertThat(begun.checkAll())
                .noneMatch(finding -> filled.sources().containsKey(finding.path().question()));
    }

    @Property
    void aSpoiltFileEndsInProblemsOrInADefinition(@ForAll long seed) {
        var forms = new RandomForms(seed);
        var random = forms.random();
        var text = new StringBuilder(DefinitionFile.writeJson(forms.procedure()));
        for (int i = 0; i < 3; i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "{}[]\",:&*!|\u0000\uD800-?#%x1".charAt(random.nextInt(19)));
                default -> text.setCharAt(at, (char) random.nextInt(0x10000));
            }
        }
        for (var read : List.<java.util.function.Function<String, Procedure>>of(DefinitionFile::readYaml,
                DefinitionFile::readJson)) {
            try {
                assertThat(read.apply(text.toString())).isNotNull();
            } catch (InvalidFile e) {
                assertThat(e.problems()).isNotEmpty();
            }
        }
    }

    private static void nothingHidden(Visibility shown, List<FieldPath.At> within, Answers answers) {
        answers.values().forEach((id, answer) -> {
            var path = new FieldPath(within, id);
            assertThat(shown.shows(path)).isTrue();
            if (answer instanceof Answer.Rows(var rows, var _)) {
                rows.forEach(row -> nothingHidden(shown, path.rows(row.id()), row.answers()));
            }
        });
    }

    private static Filling fillIn(RandomForms forms, Procedure procedure) {
        var filling = Filling.begin(procedure, SampleForms.TODAY);
        for (int round = 0; round < 2; round++) {
            for (var page : procedure.pages()) {
                var saved = filling.save(page.id(), forms.posted(filling, page));
                assertThat(saved.findings()).allSatisfy(finding -> {
                    assertThat(finding.message().ja()).isNotBlank();
                    assertThat(finding.field()).hasSizeLessThan(300);
                });
                filling = saved.filling();
                filling.endingAfter(page.id());
            }
        }
        filling.route();
        return filling;
    }

    private static List<String> sorted(List<Finding> findings) {
        return findings.stream().map(Finding::toString).sorted(Comparator.naturalOrder()).toList();
    }

    private static Procedure withoutConditions(Procedure procedure) {
        var json = DefinitionFile.writeJson(procedure);
        var tree = JsonMapper.shared().readTree(json);
        tree.findParents("show-if")
                .forEach(parent -> ((tools.jackson.databind.node.ObjectNode) parent).remove("show-if"));
        var rest = tree.toString();
        return rest.contains("show-if")
                ? withoutConditions(DefinitionFile.readJson(rest))
                : DefinitionFile.readJson(rest);
    }

    private static Procedure withPages(Procedure p, List<Page> pages) {
        return p.withPages(pages);
    }
}
