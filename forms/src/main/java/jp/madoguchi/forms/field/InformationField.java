package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.answer.Answer;

import org.jspecify.annotations.Nullable;

/** An information block never has an answer. */
record InformationField() implements Field {

    @Override
    public List<String> parts() {
        return List.of();
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        Shapes.wrong(flaws);
        return null;
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        Shapes.wrong(flaws);
    }

    @Override
    public Typed print(Answer answer) {
        return Typed.NOTHING;
    }
}
