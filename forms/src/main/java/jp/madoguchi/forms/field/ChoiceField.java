package jp.madoguchi.forms.field;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.japanese.Digits;

import org.jspecify.annotations.Nullable;

/** Choosing one (of which {@code many} is false) or several options. */
record ChoiceField(List<Option> options, int min, int max, boolean many) implements Field {

    /** In code points, of the words beside その他. */
    private static final int OTHER_LENGTH = 200;

    @Override
    public List<String> parts() {
        return options.stream().anyMatch(Option::asksForWords) ? List.of("", "other") : List.of("");
    }

    @Override
    public boolean chosen() {
        return true;
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        var codes = new LinkedHashSet<String>();
        typed.all("").stream().filter(code -> !Digits.isBlank(code)).forEach(codes::add);
        if (codes.isEmpty()) {
            flaws.add("", "required", "「{0}」を選んでください。", "Please choose “{0}”.");
            return null;
        }
        if (codes.stream().anyMatch(code -> option(code).isEmpty())) {
            flaws.add("", "not-an-option", "「{0}」は一覧の中から選んでください。", "Please choose “{0}” from the list.");
            return null;
        }
        // In the form's order, so that two equal choices are equal answers.
        var ordered = options.stream().map(Option::code).filter(codes::contains).toList();
        var asksForWords = options.stream().anyMatch(option -> option.asksForWords() && codes.contains(option.code()));
        var other = typed.first("other");
        return new Answer.Choices(ordered, asksForWords && !Digits.isBlank(other) ? other : null);
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Choices(List<String> codes, String other))) {
            Shapes.wrong(flaws);
            return;
        }
        if (codes.stream().anyMatch(code -> option(code).isEmpty())) {
            flaws.add("", "not-an-option", "「{0}」は一覧の中から選んでください。", "Please choose “{0}” from the list.");
        } else if (codes.size() > max) {
            if (many) {
                flaws.add("", "too-many", "「{0}」は%dつまで選べます。".formatted(max),
                        "Please choose at most %d of “{0}”.".formatted(max));
            } else {
                flaws.add("", "too-many", "「{0}」は1つだけ選んでください。", "Please choose only one of “{0}”.");
            }
        } else if (codes.size() < min) {
            flaws.add("", "too-few", "「{0}」は%dつ以上選んでください。".formatted(min),
                    "Please choose at least %d of “{0}”.".formatted(min));
        }
        var asking = options.stream().filter(option -> option.asksForWords() && codes.contains(option.code()))
                .findFirst();
        if (asking.isPresent() && other == null) {
            flaws.add("other", "other-missing", "「{0}」で「%s」を選んだときは、その内容を入力してください。".formatted(asking.get().label().ja()),
                    "Please say what you mean by “%s” in “{0}”."
                            .formatted(asking.get().label().in(jp.madoguchi.forms.Language.EN)));
        }
        if (other != null) {
            Shapes.length("other", other, OTHER_LENGTH, flaws);
        }
    }

    @Override
    public Typed print(Answer answer) {
        if (!(answer instanceof Answer.Choices(List<String> codes, String other))) {
            return Typed.NOTHING;
        }
        var parts = new LinkedHashMap<String, List<String>>();
        parts.put("", codes);
        if (other != null) {
            parts.put("other", List.of(other));
        }
        return new Typed(parts);
    }

    private Optional<Option> option(String code) {
        return options.stream().filter(option -> option.code().equals(code)).findFirst();
    }
}
