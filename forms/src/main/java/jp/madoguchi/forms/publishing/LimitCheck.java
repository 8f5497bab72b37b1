package jp.madoguchi.forms.publishing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;

import jp.madoguchi.forms.definition.DateLimit;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.publishing.Remarks.Place;

/**
 * Whether the limits of a question leave any answer possible, and whether what they refuse is explained.
 */
final class LimitCheck {

    /** Four years hold every length of month and a leap day. */
    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2028, 1, 1);

    private LimitCheck() {}

    static void run(QuestionKind kind, Place place, Remarks remarks) {
        switch (kind) {
            case QuestionKind.Number number -> {
                var min = number.min();
                var max = number.max();
                if (min != null && max != null && min.compareTo(max) > 0) {
                    crossed(place, "いちばん小さい数（min）" + min.toPlainString() + "が、いちばん大きい数（max）" + max.toPlainString()
                            + "より大きいため、どの数も入れられません。", "min と max を直してください。", remarks);
                }
            }
            case QuestionKind.ChooseMany many when many.min() > many.max() -> crossed(place,
                    "選ぶ数の min " + many.min() + "が max " + many.max() + "より大きいため、どう選んでも通りません。", "min と max を直してください。",
                    remarks);
            case QuestionKind.Date date when isCrossed(date.earliest(), date.latest()) -> crossed(place,
                    "いちばん早い日（earliest）がいちばん遅い日（latest）よりあとになるため、入れられる日付がありません。",
                    "earliest と latest を直してください。-P14D は14日前、P14D は14日後です。", remarks);
            case QuestionKind.Text text when text.pattern() != null && text.patternMessage() == null ->
                remarks.advise(place, "no-pattern-message", "形（pattern）が決まっていますが、合わないときに見せる文がありません。",
                        "pattern-message に、どう書けばよいかを例と一緒に書いてください。");
            default -> {
                // No limits that could contradict each other.
            }
        }
    }

    private static void crossed(Place place, String message, String remedy, Remarks remarks) {
        remarks.block(place, "limits-crossed", message, remedy);
    }

    /** A fixed day and a period from today are never compared: which comes first changes with the day. */
    private static boolean isCrossed(DateLimit earliest, DateLimit latest) {
        if (earliest instanceof DateLimit.Fixed(var first) && latest instanceof DateLimit.Fixed(var last)) {
            return first.isAfter(last);
        }
        return earliest instanceof DateLimit.FromToday(var first) && latest instanceof DateLimit.FromToday(var last)
                && !first.equals(last) && FROM.datesUntil(UNTIL).anyMatch(today -> isAfter(today, first, last));
    }

    private static boolean isAfter(LocalDate today, Period first, Period last) {
        try {
            return today.plus(first).isAfter(today.plus(last));
        } catch (DateTimeException | ArithmeticException e) {
            // Beyond the years that the calendar knows; such a limit limits nothing.
            return false;
        }
    }
}
