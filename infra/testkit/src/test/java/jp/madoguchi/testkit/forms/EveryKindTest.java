package jp.madoguchi.testkit.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.publishing.PublicationChecks;
import jp.madoguchi.forms.publishing.Remark;
import org.junit.jupiter.api.Test;

class EveryKindTest {

    @Test
    void asksForEveryKindThereIs() {
        assertThat(EveryKind.asked()).isEqualTo(EveryKind.kinds());
    }

    @Test
    void mayBePublished() {
        assertThat(Stream.of(EveryKind.form(), EveryKind.part()).flatMap(form -> PublicationChecks.of(form).stream()))
                .filteredOn(remark -> remark.weight() == Remark.Weight.BLOCKING).isEmpty();
    }

    @Test
    void hasAnAnswerAndAReadingForEveryQuestion() {
        var answers = AnswersJson.read(EveryKind.form(), EveryKind.answers());
        assertThat(AnswersJson.write(answers).toString()).isEqualTo(EveryKind.answers().toString());
        assertThat(EveryKind.questions()).filteredOn(question -> !(question.kind() instanceof QuestionKind.Information))
                .extracting(question -> question.label().ja())
                .allSatisfy(label -> assertThat(label.equals("働く人のお名前") || EveryKind.readings().containsKey(label))
                        .as(label).isTrue());
    }
}
