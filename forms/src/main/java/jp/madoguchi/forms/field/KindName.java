package jp.madoguchi.forms.field;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.source.Part;

/**
 * The kinds of question by their names: {@code kind} in a definition file, and the word of the people who write forms. With each
 * name stands what reads it from a file and which limits it takes there, and which field is the kind at work.
 */
public enum KindName {

    TEXT("文字", TextField::define, TextField.LIMITS), //
    NUMBER("数", NumberField::define, NumberField.LIMITS), //
    MONEY("金額", MoneyField::define, MoneyField.LIMITS), //
    DATE("日付", DateField::define, DateField.LIMITS), //
    TIME("時刻", _ -> new QuestionKind.Time()), //
    MONTH("年月", _ -> new QuestionKind.Month()), //
    YES_NO("はい・いいえ", _ -> new QuestionKind.YesNo()), //
    CHOOSE_ONE("1つ選ぶ", ChoiceField::one, ChoiceField.OF_ONE), //
    CHOOSE_MANY("いくつか選ぶ", ChoiceField::several, ChoiceField.OF_SEVERAL), //
    CHOOSE_LISTED("長い一覧から探して選ぶ", ListedField::define, ListingFormat.LIMITS), //
    PERSON_NAME("氏名", NameField::define, NameField.LIMITS), //
    KANA("フリガナ", KanaField::define, KanaField.LIMITS), //
    ADDRESS("住所", AddressField::define, AddressField.LIMITS), //
    PHONE("電話番号", _ -> new QuestionKind.Phone()), //
    MAIL("メールアドレス", _ -> new QuestionKind.Mail()), //
    BANK_ACCOUNT("口座", _ -> new QuestionKind.BankAccount()), //
    CODE_NUMBER("番号", CodeField::define, CodeField.LIMITS), //
    FILES("ファイル", FilesField::define, FilesField.LIMITS), //
    FILLED_BY_OTHER("ほかの人が記入", OtherField::define, OtherField.LIMITS), //
    AGREEMENT("同意", AgreementField::define, AgreementField.LIMITS), //
    INFORMATION("案内", InformationField::define, InformationField.LIMITS);

    private final String word;
    private final Function<Part, QuestionKind> definition;
    private final List<Limit<?>> limits;

    KindName(String word, Function<Part, QuestionKind> definition) {
        this(word, definition, List.of());
    }

    KindName(String word, Function<Part, QuestionKind> definition, List<Limit<?>> limits) {
        this.word = word;
        this.definition = definition;
        this.limits = limits;
    }

    /** Reads the limits of a question of this kind from the question's own mapping. */
    public QuestionKind define(Part question) {
        return definition.apply(question);
    }

    /** All that {@link #define} reads. */
    List<Limit<?>> limits() {
        return limits;
    }

    /** As a definition file has it: {@code choose-one}. */
    public String inFile() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As those who write forms call it, in Japanese. */
    public String word() {
        return word;
    }

    /** Of a name in a definition file. */
    public static Optional<KindName> of(String inFile) {
        return Arrays.stream(values()).filter(kind -> kind.inFile().equals(inFile)).findFirst();
    }

    /** All names as definition files have them. */
    public static List<String> all() {
        return Arrays.stream(values()).map(KindName::inFile).sorted().toList();
    }

    /** The kind at work; the compiler asks for a line here when there is a new kind. */
    static QuestionField fieldOf(QuestionKind kind) {
        return switch (kind) {
            case QuestionKind.Text text -> new TextField(text);
            case QuestionKind.Number number -> new NumberField(number);
            case QuestionKind.Money money -> new MoneyField(money);
            case QuestionKind.Date date -> new DateField(date);
            case QuestionKind.Time _ -> new TimeField();
            case QuestionKind.Month _ -> new MonthField();
            case QuestionKind.YesNo _ -> new YesNoField();
            case QuestionKind.ChooseOne one -> new ChoiceField(one.options(), 1, 1, false);
            case QuestionKind.ChooseMany many -> new ChoiceField(many.options(), many.min(), many.max(), true);
            case QuestionKind.ChooseListed listed -> new ListedField(listed.list());
            case QuestionKind.PersonName name -> new NameField(name);
            case QuestionKind.Kana kana -> new KanaField(kana);
            case QuestionKind.Address address -> new AddressField(address);
            case QuestionKind.Phone _ -> new PhoneField();
            case QuestionKind.Mail _ -> new MailField();
            case QuestionKind.BankAccount _ -> new BankField();
            case QuestionKind.CodeNumber code -> new CodeField(code);
            case QuestionKind.Files files -> new FilesField(files);
            case QuestionKind.FilledByOther other -> new OtherField(other);
            case QuestionKind.Agreement agreement -> new AgreementField(agreement);
            case QuestionKind.Information information -> new InformationField(information);
        };
    }
}
