package jp.madoguchi.forms.field;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.Digits;
import jp.madoguchi.forms.source.Hints;
import jp.madoguchi.forms.source.Part;
import jp.madoguchi.forms.source.LocalizedJson;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Text of one line or several. */
record TextField(QuestionKind.Text kind) implements QuestionField {

    enum Message implements MessageKey {
        OTHER_FORM
    }

    private static final Limit.Needed<Integer> MAX = new Limit.Needed<>("max", Shape.whole(1, TextGuard.MOST));
    private static final Limit.Maybe<Boolean> MULTILINE = new Limit.Maybe<>("multiline", Shape.TRUTH);
    private static final Limit.Maybe<String> PATTERN = new Limit.Maybe<>("pattern",
            new Shape<>(TextField::pattern, node -> node.put("type", "string").put("format", "regex")));
    private static final Limit.Maybe<Localized> PATTERN_MESSAGE = new Limit.Maybe<>("pattern-message", Shape.LOCALIZED);
    static final List<Limit<?>> LIMITS = List.of(MAX, MULTILINE, PATTERN, PATTERN_MESSAGE);

    @Override
    public KindName name() {
        return KindName.TEXT;
    }

    static QuestionKind define(Part part) {
        return new QuestionKind.Text(MAX.read(part), MULTILINE.read(part, false), PATTERN.read(part),
                PATTERN_MESSAGE.read(part));
    }

    private static String pattern(Part part) {
        try {
            return Pattern.compile(part.text()).pattern();
        } catch (PatternSyntaxException e) {
            part.wrong(Hints.noPattern(e.getDescription()));
            return "";
        }
    }

    @Override
    public void write(ObjectNode limits) {
        limits.put("max", kind.maxLength());
        if (kind.multiline()) {
            limits.put("multiline", true);
        }
        if (kind.pattern() != null) {
            limits.put("pattern", kind.pattern());
        }
        LocalizedJson.put(limits, "pattern-message", kind.patternMessage());
    }

    @Override
    public Control control() {
        return kind.multiline() ? new Control.Lines(kind.maxLength()) : Control.Line.text(kind.maxLength());
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
    public List<Wording> wordings() {
        var message = kind.patternMessage();
        return message == null ? List.of() : List.of(new Wording("形が違うときのメッセージ", message));
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public boolean multiline() {
        return kind.multiline();
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        return new Answer.Text(typed.first(""));
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Text(String value))) {
            AnyField.wrong(flaws);
            return;
        }
        AnyField.length("", value, kind.maxLength(), flaws);
        var pattern = kind.pattern();
        if (pattern != null && flaws.isEmpty() && !SafePattern.matches(pattern, Digits.trim(value))) {
            flaws.add("", "pattern", Objects.requireNonNullElseGet(kind.patternMessage(), Message.OTHER_FORM::text));
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Text(String value) ? Typed.of(value) : Typed.NOTHING;
    }
}
