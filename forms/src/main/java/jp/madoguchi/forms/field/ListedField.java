package jp.madoguchi.forms.field;

import java.util.List;
import java.util.Map;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Listing;
import jp.madoguchi.forms.japanese.Digits;
import jp.madoguchi.forms.source.Part;
import jp.madoguchi.forms.definition.QuestionKind;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Choosing one entry of a long list; {@code words} are what is searched for and stay until an entry is chosen. */
record ListedField(Listing list) implements QuestionField {

    enum Message implements MessageKey {
        NOT_CHOSEN
    }

    @Override
    public KindName name() {
        return KindName.CHOOSE_LISTED;
    }

    static QuestionKind define(Part part) {
        return new QuestionKind.ChooseListed(ListingFormat.read(part));
    }

    @Override
    public void write(ObjectNode limits) {
        ListingFormat.write(limits, list);
    }

    @Override
    public Control control() {
        return new Control.Search(list);
    }

    @Override
    public boolean takesText() {
        return false;
    }

    @Override
    public boolean chooses() {
        return true;
    }

    @Override
    public List<String> codes() {
        return list.entries().stream().map(Listing.Entry::code).toList();
    }

    @Override
    public Localized word(String code) {
        return list.entry(code).map(Listing.Entry::label).orElse(Localized.ja(code));
    }

    @Override
    public List<Wording> wordings() {
        // The entries of a long list are names, which may stay Japanese.
        return list.groups().stream().map(group -> new Wording("見出し「" + group.code() + "」", group.label())).toList();
    }

    @Override
    public Localized missing(Localized label) {
        return AnyField.Message.NOT_CHOSEN.text(label);
    }

    @Override
    public List<String> parts() {
        return List.of("", "words");
    }

    @Override
    public String firstPart() {
        return "words";
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        var code = typed.all("").stream().filter(each -> !Digits.isBlank(each)).findFirst().orElse(null);
        if (code == null) {
            flaws.add("words", "not-chosen", Message.NOT_CHOSEN);
            return null;
        }
        var answer = new Answer.Choices(List.of(code), null);
        check(answer, flaws);
        return answer;
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Choices(List<String> codes, var other)) || codes.size() != 1 || other != null) {
            AnyField.wrong(flaws);
        } else if (list.entry(codes.getFirst()).isEmpty()) {
            flaws.add("words", "not-an-option", AnyField.Message.NOT_IN_LIST);
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Choices(List<String> codes, var _)
                ? new Typed(Map.of("", codes))
                : Typed.NOTHING;
    }
}
