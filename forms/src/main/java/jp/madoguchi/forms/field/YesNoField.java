package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;

import org.jspecify.annotations.Nullable;

/** Yes or no. */
record YesNoField() implements QuestionField {

    enum Message implements MessageKey {
        NOT_CHOSEN, YES, NO
    }

    @Override
    public KindName name() {
        return KindName.YES_NO;
    }

    @Override
    public Control control() {
        return new Control.YesOrNo();
    }

    @Override
    public boolean takesText() {
        return false;
    }

    @Override
    public List<String> codes() {
        return List.of("yes", "no");
    }

    @Override
    public Localized word(String code) {
        return switch (code) {
            case "yes" -> Message.YES.text();
            case "no" -> Message.NO.text();
            default -> Localized.ja(code);
        };
    }

    @Override
    public Localized missing(Localized label) {
        return AnyField.Message.NOT_CHOSEN.text(label);
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        return switch (typed.first("")) {
            case "yes" -> new Answer.YesNo(true);
            case "no" -> new Answer.YesNo(false);
            default -> {
                flaws.add("", "not-an-option", Message.NOT_CHOSEN);
                yield null;
            }
        };
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.YesNo)) {
            AnyField.wrong(flaws);
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.YesNo(boolean value) ? Typed.of(value ? "yes" : "no") : Typed.NOTHING;
    }
}
