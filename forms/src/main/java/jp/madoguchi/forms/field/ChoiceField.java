package jp.madoguchi.forms.field;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.japanese.Digits;
import jp.madoguchi.forms.source.Part;
import jp.madoguchi.forms.definition.QuestionKind;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Choosing one (of which {@code many} is false) or several options. */
record ChoiceField(List<Option> options, int min, int max, boolean many) implements QuestionField {

    enum Message implements MessageKey {
        ONLY_ONE, TOO_MANY, TOO_FEW, WORDS_MISSING
    }

    /** In code points, of the words beside その他. */
    private static final int OTHER_LENGTH = 200;

    /** Both are at most as many as there are options. */
    private static final Limit.Maybe<Integer> MIN = new Limit.Maybe<>("min", Shape.atLeast(0));
    private static final Limit.Maybe<Integer> MAX = new Limit.Maybe<>("max", Shape.atLeast(1));
    static final List<Limit<?>> OF_ONE = List.of(OptionFormat.OPTIONS);
    static final List<Limit<?>> OF_SEVERAL = List.of(OptionFormat.OPTIONS, MIN, MAX);

    @Override
    public KindName name() {
        return many ? KindName.CHOOSE_MANY : KindName.CHOOSE_ONE;
    }

    static QuestionKind one(Part part) {
        return new QuestionKind.ChooseOne(OptionFormat.OPTIONS.read(part));
    }

    static QuestionKind several(Part part) {
        var options = OptionFormat.OPTIONS.read(part);
        int most = Math.max(1, options.size());
        return new QuestionKind.ChooseMany(options, part.or(MIN.key(), 0, min -> min.between(0, most)),
                part.or(MAX.key(), most, max -> max.between(1, most)));
    }

    @Override
    public void write(ObjectNode limits) {
        if (many && min != 0) {
            limits.put("min", min);
        }
        if (many && max != options.size()) {
            limits.put("max", max);
        }
        OptionFormat.write(limits, options);
    }

    @Override
    public Control control() {
        return many ? new Control.AnyOf(options) : new Control.OneOf(options);
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
        return options.stream().map(Option::code).toList();
    }

    @Override
    public Localized word(String code) {
        return option(code).map(Option::label).orElse(Localized.ja(code));
    }

    @Override
    public List<Wording> wordings() {
        return options.stream().map(option -> new Wording("選択肢「" + option.code() + "」", option.label())).toList();
    }

    @Override
    public Localized missing(Localized label) {
        return AnyField.Message.NOT_CHOSEN.text(label);
    }

    @Override
    public List<String> parts() {
        return options.stream().anyMatch(Option::asksForWords) ? List.of("", "other") : List.of("");
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        var codes = new LinkedHashSet<String>();
        typed.all("").stream().filter(code -> !Digits.isBlank(code)).forEach(codes::add);
        if (codes.isEmpty()) {
            flaws.add("", "required", AnyField.Message.NOT_CHOSEN);
            return null;
        }
        if (codes.stream().anyMatch(code -> option(code).isEmpty())) {
            flaws.add("", "not-an-option", AnyField.Message.NOT_IN_LIST);
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
            AnyField.wrong(flaws);
            return;
        }
        if (codes.stream().anyMatch(code -> option(code).isEmpty())) {
            flaws.add("", "not-an-option", AnyField.Message.NOT_IN_LIST);
        } else if (codes.size() > max) {
            flaws.add("", "too-many", many ? Message.TOO_MANY : Message.ONLY_ONE, max);
        } else if (codes.size() < min) {
            flaws.add("", "too-few", Message.TOO_FEW, min);
        }
        var asking = options.stream().filter(option -> option.asksForWords() && codes.contains(option.code()))
                .findFirst();
        if (asking.isPresent() && other == null) {
            flaws.add("other", "other-missing", Message.WORDS_MISSING, asking.get().label());
        }
        if (other != null) {
            AnyField.length("other", other, OTHER_LENGTH, flaws);
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
