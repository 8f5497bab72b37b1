package jp.madoguchi.forms.field;

import java.util.List;
import java.util.Objects;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.Digits;

import org.jspecify.annotations.Nullable;

record TextField(QuestionKind.Text kind) implements Field {

    private static final Localized OTHER_FORM = Localized.of("決められた形で入力してください。",
            "Please use the form that is asked for.");

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public boolean multiline() {
        return kind.multiline();
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        return new Answer.Text(typed.first(""));
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Text(String value))) {
            Shapes.wrong(flaws);
            return;
        }
        Shapes.length("", value, kind.maxLength(), flaws);
        var pattern = kind.pattern();
        if (pattern != null && flaws.isEmpty() && !SafePattern.matches(pattern, Digits.trim(value))) {
            flaws.add("", "pattern", Objects.requireNonNullElse(kind.patternMessage(), OTHER_FORM));
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Text(String value) ? Typed.of(value) : Typed.NOTHING;
    }
}
