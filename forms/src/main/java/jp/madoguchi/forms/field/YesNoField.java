package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.answer.Answer;

import org.jspecify.annotations.Nullable;

record YesNoField() implements Field {

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public boolean chosen() {
        return true;
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        return switch (typed.first("")) {
            case "yes" -> new Answer.YesNo(true);
            case "no" -> new Answer.YesNo(false);
            default -> {
                flaws.add("", "not-an-option", "「{0}」は「はい」か「いいえ」を選んでください。", "Please choose yes or no for “{0}”.");
                yield null;
            }
        };
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.YesNo)) {
            Shapes.wrong(flaws);
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.YesNo(boolean value) ? Typed.of(value ? "yes" : "no") : Typed.NOTHING;
    }
}
