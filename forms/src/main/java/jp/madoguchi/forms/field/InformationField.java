package jp.madoguchi.forms.field;

import jp.madoguchi.forms.answer.Answer;

/** An information block never has an answer. */
record InformationField() implements NotPosted {

    @Override
    public void check(Answer answer, Flaws flaws) {
        Shapes.wrong(flaws);
    }
}
