package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.answer.Answer;

import org.jspecify.annotations.Nullable;

record AgreementField() implements Field {

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
        if (typed.first("").equals("yes")) {
            return new Answer.Agreement();
        }
        flaws.add("", "not-an-option", "「{0}」の内容に同意するときは、印を付けてください。", "Please tick “{0}” if you agree.");
        return null;
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Agreement)) {
            Shapes.wrong(flaws);
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Agreement ? Typed.of("yes") : Typed.NOTHING;
    }
}
