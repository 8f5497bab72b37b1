package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.Kana;

import org.jspecify.annotations.Nullable;

record KanaField(QuestionKind.Kana kind) implements Field {

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        return new Answer.Text(Kana.katakana(typed.trimmed("")));
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Text(String value))) {
            Shapes.wrong(flaws);
        } else if (!Kana.isKatakana(value)) {
            flaws.add("", "kana", "「{0}」はカタカナで入力してください。", "Please enter “{0}” in katakana.");
        } else {
            Shapes.length("", value, kind.maxLength(), flaws);
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Text(String value) ? Typed.of(value) : Typed.NOTHING;
    }
}
