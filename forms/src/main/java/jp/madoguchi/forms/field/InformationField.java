package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.source.Part;
import jp.madoguchi.forms.source.LocalizedJson;
import tools.jackson.databind.node.ObjectNode;

/** An information block never has an answer. */
record InformationField(QuestionKind.Information kind) implements NotPosted {

    private static final Limit.Needed<Localized> TEXT = new Limit.Needed<>("text", Shape.LOCALIZED);
    static final List<Limit<?>> LIMITS = List.of(TEXT);

    @Override
    public KindName name() {
        return KindName.INFORMATION;
    }

    static QuestionKind define(Part part) {
        return new QuestionKind.Information(TEXT.read(part));
    }

    @Override
    public void write(ObjectNode limits) {
        LocalizedJson.put(limits, "text", kind.text());
    }

    @Override
    public Control control() {
        return new Control.Paragraph(kind.text());
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
