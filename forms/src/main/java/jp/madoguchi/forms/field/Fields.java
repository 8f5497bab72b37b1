package jp.madoguchi.forms.field;

import java.time.LocalDate;
import java.util.List;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;

/**
 * The fields of every kind of question: their posted parts, reading, checking and printing back.
 */
public final class Fields {

    private Fields() {}

    /** The names of the posted parts of a kind; {@code ""} is the bare path; empty for files and information. */
    public static List<String> parts(QuestionKind kind) {
        return field(kind).parts();
    }

    /** The part that takes the focus when an answer is missing. */
    public static String firstPart(QuestionKind kind) {
        return field(kind).firstPart();
    }

    /** Whether an answer is given by choosing rather than by typing. */
    public static boolean isChosen(QuestionKind kind) {
        return field(kind).chosen();
    }

    /** Reads what was typed; any text whatsoever may come in. */
    public static Reading read(Question question, Typed typed, LocalDate today) {
        var field = field(question.kind());
        if (typed.isBlankBeside(field.preset())) {
            return new Reading.Nothing();
        }
        var flaws = new Flaws(question.label(), today);
        var kept = TextGuard.inspect(typed, field.multiline(), flaws);
        if (flaws.isEmpty()) {
            var answer = field.read(kept, flaws);
            if (answer != null && flaws.isEmpty()) {
                field.check(answer, flaws);
            }
            if (answer != null && flaws.isEmpty()) {
                return new Reading.Understood(answer);
            }
        }
        return new Reading.NotUnderstood(flaws.found(), kept);
    }

    /** What is wrong with a stored answer by the limits of its kind. */
    public static List<Flaw> check(Question question, Answer answer, LocalDate today) {
        var flaws = new Flaws(question.label(), today);
        field(question.kind()).check(answer, flaws);
        return flaws.found();
    }

    /** The parts of an answer as a form shows them. */
    public static Typed print(QuestionKind kind, Answer answer) {
        return field(kind).print(answer);
    }

    private static Field field(QuestionKind kind) {
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
            case QuestionKind.Agreement _ -> new AgreementField();
            case QuestionKind.Information _ -> new InformationField();
        };
    }
}
