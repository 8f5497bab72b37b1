package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.source.Part;
import jp.madoguchi.forms.source.LocalizedJson;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A statement to agree to. */
record AgreementField(QuestionKind.Agreement kind) implements QuestionField {

    enum Message implements MessageKey {
        MISSING, NOT_TICKED, AGREED
    }

    private static final Limit.Needed<Localized> STATEMENT = new Limit.Needed<>("statement", Shape.LOCALIZED);
    static final List<Limit<?>> LIMITS = List.of(STATEMENT);

    @Override
    public KindName name() {
        return KindName.AGREEMENT;
    }

    static QuestionKind define(Part part) {
        return new QuestionKind.Agreement(STATEMENT.read(part));
    }

    @Override
    public void write(ObjectNode limits) {
        LocalizedJson.put(limits, "statement", kind.statement());
    }

    @Override
    public Control control() {
        return new Control.Tick(kind.statement());
    }

    @Override
    public boolean takesText() {
        return false;
    }

    @Override
    public List<String> codes() {
        return List.of("yes");
    }

    @Override
    public Localized word(String code) {
        return code.equals("yes") ? Message.AGREED.text() : Localized.ja(code);
    }

    @Override
    public List<Wording> wordings() {
        return List.of(new Wording("同意する文", kind.statement()));
    }

    @Override
    public Localized missing(Localized label) {
        return Message.MISSING.text(label);
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        if (typed.first("").equals("yes")) {
            return new Answer.Agreement();
        }
        flaws.add("", "not-an-option", Message.NOT_TICKED);
        return null;
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Agreement)) {
            AnyField.wrong(flaws);
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Agreement ? Typed.of("yes") : Typed.NOTHING;
    }
}
