package jp.madoguchi.forms.block;

import java.util.List;
import java.util.function.UnaryOperator;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.definition.QuestionKind;

/**
 * The texts within the kind of a question, each put through an operation.
 */
final class KindTexts {

    private KindTexts() {}

    static QuestionKind map(QuestionKind kind, UnaryOperator<Localized> text) {
        return switch (kind) {
            case QuestionKind.Text field -> new QuestionKind.Text(field.maxLength(), field.multiline(), field.pattern(),
                    field.patternMessage() == null ? null : text.apply(field.patternMessage()));
            case QuestionKind.Number number -> new QuestionKind.Number(number.min(), number.max(), number.decimals(),
                    number.unit() == null ? null : text.apply(number.unit()));
            case QuestionKind.ChooseOne(var options) -> new QuestionKind.ChooseOne(options(options, text));
            case QuestionKind.ChooseMany many ->
                new QuestionKind.ChooseMany(options(many.options(), text), many.min(), many.max());
            case QuestionKind.FilledByOther other -> new QuestionKind.FilledByOther(other.procedure(),
                    text.apply(other.by()), other.carries(), other.namedBy(), other.day(), other.orFiles());
            case QuestionKind.Agreement(var statement) -> new QuestionKind.Agreement(text.apply(statement));
            case QuestionKind.Information(var words) -> new QuestionKind.Information(text.apply(words));
            default -> kind;
        };
    }

    private static List<Option> options(List<Option> options, UnaryOperator<Localized> text) {
        return options.stream()
                .map(option -> new Option(option.code(), text.apply(option.label()), option.asksForWords())).toList();
    }
}
