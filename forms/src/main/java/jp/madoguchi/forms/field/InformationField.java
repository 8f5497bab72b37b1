package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.answer.Answer;

/** An information block never has an answer. */
record InformationField(QuestionKind.Information kind) implements NotPosted {

    @Override
    public KindName name() {
        return KindName.INFORMATION;
    }

    @Override
    public boolean hasAnswer() {
        return false;
    }

    @Override
    public List<Wording> wordings() {
        return List.of(new Wording("案内の文", kind.text()));
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        AnyField.wrong(flaws);
    }
}
