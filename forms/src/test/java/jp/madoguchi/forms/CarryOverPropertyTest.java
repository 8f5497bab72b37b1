package jp.madoguchi.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.publishing.CarryOver;
import jp.madoguchi.forms.publishing.DraftEffects;
import jp.madoguchi.forms.reading.ReadingView;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import tools.jackson.databind.json.JsonMapper;

/** What must hold for any draft of any form that is taken over into any other. */
class CarryOverPropertyTest {

    @Property
    void aDraftCanBeReadAndGoneOnWithInTheOtherForm(@ForAll long seed) {
        var filling = drafted(seed);
        var newer = new RandomForms(seed + 1).procedure();

        var carried = over(filling, newer).filling();

        assertThat(carried.checkAll()).isNotNull();
        assertThat(
                AnswersJson.read(newer, JsonMapper.shared().readTree(AnswersJson.write(carried.answers()).toString())))
                .isEqualTo(carried.answers());
    }

    @Property
    void theSameFormChangesNothingAndAsksForNothing(@ForAll long seed) {
        var filling = drafted(seed);
        var carried = over(filling, filling.procedure());

        assertThat(carried.filling().answers()).isEqualTo(filling.answers());
        assertThat(carried.filling().pending().fields()).allSatisfy(
                (field, values) -> assertThat(filling.pending().all(field)).isEqualTo(values));
        assertThat(carried.lookAgain()).isEmpty();
        assertThat(DraftEffects.between(filling.procedure(), filling.procedure())).isEmpty();
    }

    @Property
    void takingOverTwiceIsTakingOverOnce(@ForAll long seed) {
        var newer = new RandomForms(seed + 1).procedure();
        var once = over(drafted(seed), newer);

        assertThat(over(once.filling(), newer).filling()).isEqualTo(once.filling());
    }

    @Property
    void noAnswerIsLost(@ForAll long seed) {
        var filling = drafted(seed);
        var newer = new RandomForms(seed + 1).procedure();
        var carried = over(filling, newer);
        var left = new HashSet<String>();
        carried.left().forEach(one -> left.add(one.path().toString()));
        var pending = carried.filling().pending().fields().keySet();

        for (var section : ReadingView.of(filling.procedure(), filling.answers(), Language.JA).sections()) {
            for (var line : section.lines()) {
                var was = filling.answer(line.path());
                if (was.isEmpty() || was.get() instanceof Answer.Agreement) {
                    continue;
                }
                assertThat(carried.filling().answer(line.path()).isPresent() || left.contains(line.path().toString())
                        || pending.stream().anyMatch(field -> field.equals(line.path().toString())
                                || field.startsWith(line.path() + ".")))
                        .as("%s: %s in %s", line.path(), was, carried).isTrue();
            }
        }
    }

    @Property
    void noTypedWordIsLost(@ForAll long seed) {
        var filling = drafted(seed);
        var newer = new RandomForms(seed + 1).procedure();
        var carried = over(filling, newer);

        filling.pending().fields().forEach((field, values) -> values.stream()
                .filter(value -> !value.isBlank())
                .forEach(value -> assertThat(carried.filling().pending().all(field).contains(value)
                        || carried.left().stream().anyMatch(left -> left.words().contains(value))
                        || isOfNoQuestion(filling, field))
                        .as("%s=%s in %s", field, value, carried).isTrue()));
    }

    private static boolean isOfNoQuestion(Filling filling, String field) {
        var names = List.of(field.split("\\.", -1));
        for (int length = 1; length <= Math.min(names.size(), 5); length += 2) {
            try {
                if (filling.question(FieldPath.parse(String.join(".", names.subList(0, length)))).isPresent()) {
                    return false;
                }
            } catch (IllegalArgumentException noPath) {
                return true;
            }
        }
        return true;
    }

    @Property
    void aPagePostedLateLeavesAllOtherPagesAlone(@ForAll long seed) {
        var forms = new RandomForms(seed);
        var older = forms.procedure();
        var newer = new RandomForms(seed + 1).procedure();
        var now = over(fillIn(forms, older), newer).filling();
        var page = older.pages().getFirst();
        var mine = new HashSet<QuestionId>();
        page.items().forEach(item -> mine.add(item.id()));

        var late = CarryOver.late(now, older, page, forms.posted(now, page), false, Language.JA).carried().filling();

        assertThat(without(late.answers(), mine)).isEqualTo(without(now.answers(), mine));
        assertThat(AnswersJson.read(newer, JsonMapper.shared().readTree(AnswersJson.write(late.answers()).toString())))
                .isEqualTo(late.answers());
    }

    private static Answers without(Answers answers, Set<QuestionId> ids) {
        var rest = answers;
        for (var id : ids) {
            rest = rest.without(id);
        }
        return rest;
    }

    private static CarryOver over(Filling filling, Procedure newer) {
        return CarryOver.of(filling, newer, Set.copyOf(filling.procedure().pages().stream().map(page -> page.id())
                .toList()), Language.JA);
    }

    private static Filling drafted(long seed) {
        var forms = new RandomForms(seed);
        return fillIn(forms, forms.procedure());
    }

    private static Filling fillIn(RandomForms forms, Procedure procedure) {
        var filling = new Filling(procedure, Answers.NONE, Entries.NONE, SampleForms.TODAY);
        for (var page : procedure.pages()) {
            filling = filling.save(page.id(), forms.posted(filling, page)).filling();
        }
        return filling;
    }
}
