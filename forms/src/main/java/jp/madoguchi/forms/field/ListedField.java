package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Listing;
import jp.madoguchi.forms.japanese.Digits;

import org.jspecify.annotations.Nullable;

/** Choosing one entry of a long list; {@code words} are what is searched for and stay until an entry is chosen. */
record ListedField(Listing list) implements Field {

    @Override
    public List<String> parts() {
        return List.of("", "words");
    }

    @Override
    public String firstPart() {
        return "words";
    }

    @Override
    public boolean chosen() {
        return true;
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        var code = typed.all("").stream().filter(each -> !Digits.isBlank(each)).findFirst().orElse(null);
        if (code == null) {
            flaws.add("words", "not-chosen", "「{0}」は、「探す」を押して、見つかった中から選んでください。",
                    "Please press “Search” for “{0}” and choose from what is found.");
            return null;
        }
        var answer = new Answer.Choices(List.of(code), null);
        check(answer, flaws);
        return answer;
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Choices(List<String> codes, var other)) || codes.size() != 1 || other != null) {
            Shapes.wrong(flaws);
        } else if (list.entry(codes.getFirst()).isEmpty()) {
            flaws.add("words", "not-an-option", "「{0}」は一覧の中から選んでください。", "Please choose “{0}” from the list.");
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Choices(List<String> codes, var _)
                ? new Typed(java.util.Map.of("", codes))
                : Typed.NOTHING;
    }
}
