package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.Kana;
import jp.madoguchi.forms.source.Part;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A reading in full-width katakana. */
record KanaField(QuestionKind.Kana kind) implements QuestionField {

    enum Message implements MessageKey {
        NOT_KATAKANA
    }

    /** In code points. */
    private static final int USUAL = 100;

    private static final Limit.Maybe<Integer> MAX = new Limit.Maybe<>("max", Shape.whole(1, TextGuard.MOST));
    static final List<Limit<?>> LIMITS = List.of(MAX);

    @Override
    public KindName name() {
        return KindName.KANA;
    }

    static QuestionKind define(Part part) {
        return new QuestionKind.Kana(MAX.read(part, USUAL));
    }

    @Override
    public void write(ObjectNode limits) {
        if (kind.maxLength() != USUAL) {
            limits.put("max", kind.maxLength());
        }
    }

    @Override
    public Control control() {
        return Control.Line.text(kind.maxLength());
    }

    @Override
    public boolean takesText() {
        return true;
    }

    @Override
    public boolean isOneLine() {
        return true;
    }

    @Override
    public Compared comparedAs() {
        return Compared.TEXT;
    }

    @Override
    public boolean tellsApart() {
        return true;
    }

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
            AnyField.wrong(flaws);
        } else if (!Kana.isKatakana(value)) {
            flaws.add("", "kana", Message.NOT_KATAKANA);
        } else {
            AnyField.length("", value, kind.maxLength(), flaws);
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Text(String value) ? Typed.of(value) : Typed.NOTHING;
    }
}
