package jp.madoguchi.forms.reading;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Listing;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.Era;

import org.jspecify.annotations.Nullable;

/**
 * Answers as people read them.
 */
final class AnswerWords {

    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private final Language language;

    AnswerWords(Language language) {
        this.language = language;
    }

    /** Several lines where the answer has them. */
    String say(QuestionKind kind, Answer answer) {
        return switch (answer) {
            case Answer.Text(String value) -> value;
            case Answer.Number(BigDecimal value) -> number(kind, value);
            case Answer.Date(LocalDate value) -> isJapanese()
                    ? Era.format(value) + "（" + value.getYear() + "年）"
                    : ENGLISH_DATE.format(value);
            case Answer.Time(var value) -> value.toString();
            case Answer.Month(YearMonth value) -> isJapanese()
                    ? Era.yearOf(value.atEndOfMonth()) + value.getMonthValue() + "月（" + value.getYear() + "年）"
                    : ENGLISH_MONTH.format(value);
            case Answer.YesNo(boolean value) -> isJapanese() ? (value ? "はい" : "いいえ") : (value ? "Yes" : "No");
            case Answer.Choices choices when kind instanceof QuestionKind.ChooseListed(var list) ->
                choices.codes().stream().map(code -> entry(list, code)).collect(Collectors.joining("\n"));
            case Answer.Choices choices -> choices(options(kind), choices);
            case Answer.PersonName name -> name(name);
            case Answer.Address address -> address(address);
            case Answer.BankAccount account -> account(account);
            case Answer.Agreement() -> isJapanese() ? "同意する" : "Agreed";
            case Answer.Files(var files) -> files.stream().map(Answer.FileRef::name).collect(Collectors.joining("\n"));
            case Answer.FilledIn filled -> filledIn(filled);
            case Answer.Rows(var rows, var _) -> isJapanese() ? rows.size() + "件" : String.valueOf(rows.size());
        };
    }

    private String filledIn(Answer.FilledIn filled) {
        return isJapanese()
                ? filled.by() + "が" + say(new QuestionKind.YesNo(), new Answer.Date(filled.on())) + "に記入"
                : "Filled in by " + filled.by() + " on " + ENGLISH_DATE.format(filled.on());
    }

    private boolean isJapanese() {
        return language == Language.JA || language == Language.EASY_JA;
    }

    private String number(QuestionKind kind, BigDecimal value) {
        var format = NumberFormat.getInstance(Locale.JAPAN);
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        var text = format.format(value);
        if (kind instanceof QuestionKind.Money) {
            return isJapanese() ? text + "円" : text + " yen";
        }
        Localized unit = kind instanceof QuestionKind.Number number ? number.unit() : null;
        return unit == null ? text : text + (isJapanese() ? "" : " ") + unit.in(language);
    }

    private String choices(List<Option> options, Answer.Choices choices) {
        var lines = choices.codes().stream()
                .map(code -> options.stream().filter(option -> option.code().equals(code)).findFirst()
                        .map(option -> option.label().in(language)
                                + (option.asksForWords() ? bracket(choices.other()) : ""))
                        .orElse(code));
        return lines.collect(Collectors.joining("\n"));
    }

    /** 「みなと保育園（中央区）」. */
    private String entry(Listing list, String code) {
        return list.entry(code)
                .map(entry -> entry.label().in(language)
                        + bracket(list.groupOf(entry).map(group -> group.label().in(language)).orElse(null)))
                .orElse(code);
    }

    private String bracket(@Nullable String words) {
        return words == null ? "" : isJapanese() ? "（" + words + "）" : " (" + words + ")";
    }

    private static List<Option> options(QuestionKind kind) {
        return switch (kind) {
            case QuestionKind.ChooseOne(var options) -> options;
            case QuestionKind.ChooseMany many -> many.options();
            default -> List.of();
        };
    }

    private static String name(Answer.PersonName name) {
        var family = name.familyKana();
        var given = name.givenKana();
        if (family == null && given == null) {
            return name.full();
        }
        var kana = (family == null ? "" : family) + (family == null || given == null ? "" : "\u3000")
                + (given == null ? "" : given);
        return name.full() + "\n" + kana;
    }

    private static String address(Answer.Address address) {
        var text = new StringBuilder();
        var postal = address.postal();
        if (postal != null) {
            text.append('〒')
                    .append(postal.length() == 7 ? postal.substring(0, 3) + "-" + postal.substring(3) : postal)
                    .append('\n');
        }
        text.append(address.prefectureCity());
        if (address.ward() != null) {
            text.append(address.ward());
        }
        text.append(address.town()).append(address.number());
        if (address.building() != null) {
            text.append('\n').append(address.building());
        }
        return text.toString();
    }

    private String account(Answer.BankAccount account) {
        var type = switch (account.type()) {
            case "1" -> isJapanese() ? "普通" : "Ordinary";
            case "2" -> isJapanese() ? "当座" : "Current";
            default -> isJapanese() ? "貯蓄" : "Savings";
        };
        return account.bankName() + "（" + account.bank() + "）" + account.branchName() + "（" + account.branch() + "）\n"
                + type + " " + account.number() + "\n" + account.holderKana();
    }
}
