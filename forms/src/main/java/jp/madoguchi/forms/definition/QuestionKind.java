package jp.madoguchi.forms.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.japanese.Era;

import org.jspecify.annotations.Nullable;

/**
 * What a question asks for. Each kind knows its limits; its parts (the fields of a posted form) are named in the
 * comment: a part {@code year} of question {@code birth} is posted as {@code birth.year}; a kind without parts is posted
 * under the bare path.
 */
public sealed interface QuestionKind {

    /** One line, or several; no parts. Length in code points, 1 to 10,000. */
    record Text(int maxLength, boolean multiline, @Nullable String pattern, @Nullable Localized patternMessage)
            implements
                QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.TEXT;
        }

        @Override
        public QuestionKind withTexts(UnaryOperator<Localized> each) {
            return new Text(maxLength, multiline, pattern,
                    patternMessage == null ? null : each.apply(patternMessage));
        }
    }

    /** A number; full-width digits are taken; no parts. */
    record Number(@Nullable BigDecimal min, @Nullable BigDecimal max, int decimals, @Nullable Localized unit)
            implements
                QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.NUMBER;
        }

        @Override
        public QuestionKind withTexts(UnaryOperator<Localized> each) {
            return new Number(min, max, decimals, unit == null ? null : each.apply(unit));
        }
    }

    /**
     * An amount of money in whole yen, shown with separators; 「30,000」 and 「３万円」 are taken; no parts. The answer is a
     * number.
     */
    record Money(long min, long max) implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.NUMBER;
        }

        /** As large as an amount may be; the usual limit. */
        public static final long MOST = 999_999_999_999L;
    }

    /**
     * A date, western or era; parts era ({@code AD M T S H R}), year ({@code 元} or digits), month, day.
     *
     * @param era in which most answers lie, offered first in Japanese; null for western years
     */
    record Date(DateLimit earliest, DateLimit latest, @Nullable Era era) implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.DATE;
        }
    }

    /** A time of day to the minute, {@code 14:30}; full-width digits and 「14時30分」 are taken; no parts. */
    record Time() implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.TIME;
        }
    }

    /** A month of a year; parts era ({@code AD M T S H R}), year ({@code 元} or digits), month. */
    record Month() implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.MONTH;
        }
    }

    /** Yes or no; posted {@code yes} or {@code no}. */
    record YesNo() implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.YES_NO;
        }
    }

    /** One of some options; parts: the bare path holds the code, {@code other} the words where an option asks for them. */
    record ChooseOne(List<Option> options) implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.CHOICES;
        }

        public ChooseOne {
            options = List.copyOf(options);
        }

        @Override
        public QuestionKind withTexts(UnaryOperator<Localized> each) {
            return new ChooseOne(options.stream().map(option -> option.withTexts(each)).toList());
        }
    }

    /** Any number of options, posted as repeated values; {@code other} as above. */
    record ChooseMany(List<Option> options, int min, int max) implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.CHOICES;
        }

        public ChooseMany {
            options = List.copyOf(options);
        }

        @Override
        public QuestionKind withTexts(UnaryOperator<Localized> each) {
            return new ChooseMany(options.stream().map(option -> option.withTexts(each)).toList(), min, max);
        }
    }

    /**
     * One entry of a long list, found by words; parts: the bare path holds the code, {@code words} what is searched for
     * until an entry is chosen. The answer is a choice.
     */
    record ChooseListed(Listing list) implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.CHOICES;
        }
    }

    /** A person's name, kept exactly as typed; parts family, given, family-kana, given-kana (full-width katakana). */
    record PersonName(boolean withKana) implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.PERSON_NAME;
        }
    }

    /** A word in full-width katakana; hiragana and half-width are converted; no parts. */
    record Kana(int maxLength) implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.TEXT;
        }
    }

    /** Parts postal, prefecture-city (都道府県・市区), ward (区 code or name where the city is ours), town, number, building. */
    record Address(boolean withinCity) implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.ADDRESS;
        }
    }

    /** A telephone number in Japan, 10 or 11 digits with a leading 0; display form kept; no parts. */
    record Phone() implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.TEXT;
        }
    }

    /** A mail address, typed twice; parts: bare path and {@code again}. */
    record Mail() implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.TEXT;
        }
    }

    /** Parts bank (4 digits), bank-name, branch (3), branch-name, type (1 ordinary, 2 current, 4 savings), number (up to 7), holder (kana); or yucho-symbol, yucho-number. */
    record BankAccount() implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.BANK_ACCOUNT;
        }
    }

    /** Digits with a check rule; no parts. */
    record CodeNumber(int minDigits, int maxDigits, CheckRule rule) implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.TEXT;
        }
    }

    /** Files; not posted with the page but uploaded one by one. {@code maxBytes} per file, at most 10 MB (10,485,760). */
    record Files(int min, int max, long maxBytes, Set<FileType> types) implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.FILES;
        }

        public Files {
            types = Set.copyOf(types);
        }
    }

    /**
     * A part that somebody else fills in, who is sent a link: the form of another procedure. Not posted with the page.
     *
     * @param procedure whose form is filled in
     * @param by who fills it in, as the applicant calls them: 勤務先
     * @param carries first answers of that form: by its questions, the questions of this form that they come from
     * @param namedBy the question of that form whose answer names who filled it in, or null for its applicant
     * @param day the date question of that form whose answer stands for this one where days are compared, or null
     * @param orFiles the files taken instead, or null where none are
     */
    record FilledByOther(ProcedureId procedure, Localized by, Map<QuestionId, QuestionId> carries,
            @Nullable QuestionId namedBy, @Nullable QuestionId day, @Nullable Files orFiles) implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.FILLED_IN;
        }

        /** What a condition calls the answer that the other person gave. */
        public static final String FORM = "form";
        /** What a condition calls an answer given by files. */
        public static final String FILE = "file";

        public FilledByOther {
            carries = Map.copyOf(carries);
        }

        /** How it may be answered, as conditions call it. */
        public List<String> ways() {
            return orFiles == null ? List.of(FORM) : List.of(FORM, FILE);
        }

        @Override
        public QuestionKind withTexts(UnaryOperator<Localized> each) {
            return new FilledByOther(procedure, each.apply(by), carries, namedBy, day, orFiles);
        }
    }

    /** As what an answer is kept. */
    AnswerShape answerShape();

    /** The same kind with its texts put through an operation; the entries of a long list are names and stay as they are. */
    default QuestionKind withTexts(UnaryOperator<Localized> each) {
        return this;
    }

    /** The limits of the files that may be attached; null where no file is taken. */
    default @Nullable Files filesTaken() {
        return switch (this) {
            case Files files -> files;
            case FilledByOther other -> other.orFiles();
            default -> null;
        };
    }

    /** A statement to agree to; posted {@code yes}. */
    record Agreement(Localized statement) implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.AGREEMENT;
        }

        @Override
        public QuestionKind withTexts(UnaryOperator<Localized> each) {
            return new Agreement(each.apply(statement));
        }
    }

    /** Not a question: an information block in the flow of the page; never has an answer. */
    record Information(Localized text) implements QuestionKind {
        @Override
        public AnswerShape answerShape() {
            return AnswerShape.NONE;
        }

        @Override
        public QuestionKind withTexts(UnaryOperator<Localized> each) {
            return new Information(each.apply(text));
        }
    }

    /** The kinds of file an applicant may attach. */
    enum FileType {
        PDF("application/pdf"), JPEG("image/jpeg"), PNG("image/png"), HEIC("image/heic"), XLSX(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        FileType(String mediaType) {
            this.mediaType = mediaType;
        }

        /** As found from the content of the file, not from its name. */
        public String mediaType() {
            return mediaType;
        }
    }

    /** Check digits for numbers other than My Number, which no field accepts. */
    enum CheckRule {
        NONE, CORPORATE_NUMBER
    }
}
