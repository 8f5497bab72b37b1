package jp.madoguchi.forms.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Listing;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.field.QuestionField;
import jp.madoguchi.forms.japanese.Era;

import org.jspecify.annotations.Nullable;

/**
 * Answers as people read them.
 */
final class AnswerWords {

    enum Message implements MessageKey {
        FILLED_IN, ROWS, ORDINARY, CURRENT, SAVINGS
    }

    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    /** Said alike whatever the question is now: the answer may be older than its kind. */
    private static final QuestionKind YES_NO = new QuestionKind.YesNo();
    private static final QuestionKind AGREEMENT = new QuestionKind.Agreement(Localized.ja(""));

    private final Language language;

    AnswerWords(Language language) {
        this.language = language;
    }

    /** Several lines where the answer has them. */
    String say(QuestionKind kind, Answer answer) {
        return switch (answer) {
            case Answer.Text(String value) -> value;
            case Answer.Number(BigDecimal value) -> QuestionField.of(kind).figure(value, language);
            case Answer.Date(LocalDate value) -> day(value);
            case Answer.Time(var value) -> value.toString();
            case Answer.Month(YearMonth value) -> isJapanese()
                    ? Era.yearOf(value.atEndOfMonth()) + value.getMonthValue() + "月（" + value.getYear() + "年）"
                    : ENGLISH_MONTH.format(value);
            case Answer.YesNo(boolean value) -> word(YES_NO, value ? "yes" : "no");
            case Answer.Choices choices when kind instanceof QuestionKind.ChooseListed(var list) ->
                choices.codes().stream().map(code -> entry(list, kind, code)).collect(Collectors.joining("\n"));
            case Answer.Choices choices -> choices(kind, choices);
            case Answer.PersonName name -> name(name);
            case Answer.Address address -> address(address);
            case Answer.BankAccount account -> account(account);
            case Answer.Agreement() -> word(AGREEMENT, "yes");
            case Answer.Files(var files) -> files.stream().map(Answer.FileRef::name).collect(Collectors.joining("\n"));
            case Answer.FilledIn filled -> filledIn(filled);
            case Answer.Rows(var rows, var _) -> say(Message.ROWS, rows.size());
        };
    }

    /** 「令和8年11月20日（2026年）」. */
    String day(LocalDate day) {
        return isJapanese() ? Era.format(day) + "（" + day.getYear() + "年）" : ENGLISH_DATE.format(day);
    }

    private String filledIn(Answer.FilledIn filled) {
        return say(Message.FILLED_IN, filled.by(), day(filled.on()));
    }

    private boolean isJapanese() {
        return language == Language.JA || language == Language.EASY_JA;
    }

    private String choices(QuestionKind kind, Answer.Choices choices) {
        var field = QuestionField.of(kind);
        var asking = field.options().stream().filter(Option::asksForWords).map(Option::code).toList();
        return choices.codes().stream()
                .map(code -> word(kind, code) + (asking.contains(code) ? bracket(choices.other()) : ""))
                .collect(Collectors.joining("\n"));
    }

    /** 「みなと保育園（中央区）」. */
    private String entry(Listing list, QuestionKind kind, String code) {
        return word(kind, code) + bracket(
                list.entry(code).flatMap(list::groupOf).map(group -> group.label().in(language)).orElse(null));
    }

    private String word(QuestionKind kind, String code) {
        return QuestionField.of(kind).word(code).in(language);
    }

    private String say(Message message, Object... values) {
        return message.text(values).in(language);
    }

    private String bracket(@Nullable String words) {
        return words == null ? "" : isJapanese() ? "（" + words + "）" : " (" + words + ")";
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
            case "1" -> say(Message.ORDINARY);
            case "2" -> say(Message.CURRENT);
            default -> say(Message.SAVINGS);
        };
        return account.bankName() + "（" + account.bank() + "）" + account.branchName() + "（" + account.branch() + "）\n"
                + type + " " + account.number() + "\n" + account.holderKana();
    }
}
