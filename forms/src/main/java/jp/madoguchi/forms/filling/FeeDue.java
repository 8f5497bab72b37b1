package jp.madoguchi.forms.filling;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Fee;
import jp.madoguchi.forms.definition.Procedure;

/**
 * What one application costs.
 *
 * @param known whether every number it rests on has been answered
 */
public record FeeDue(List<Line> lines, boolean known) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    public FeeDue {
        lines = List.copyOf(lines);
    }

    /** @param yen whole yen, fractions dropped; 0 to 10^12 */
    public record Line(Localized label, long yen) {}

    /** In yen. */
    public long total() {
        return lines.stream().mapToLong(Line::yen).sum();
    }

    /** What an application costs that was handed in on that day. */
    public static FeeDue of(Procedure procedure, Answers answers, LocalDate day) {
        return of(procedure.fee(), Visibility.of(procedure, answers, day));
    }

    static FeeDue of(Fee fee, Visibility shown) {
        boolean known = true;
        var lines = new ArrayList<Line>();
        for (var amount : fee.items()) {
            if (!shown.holds(amount.when())) {
                continue;
            }
            var times = amount.times();
            var number = times == null ? BigDecimal.ONE : shown.amount(times);
            known &= number != null;
            var yen = BigDecimal.valueOf(amount.yen()).multiply(number == null ? BigDecimal.ONE : number);
            lines.add(new Line(amount.label(),
                    yen.setScale(0, RoundingMode.DOWN).max(BigDecimal.ZERO).min(MOST).longValue()));
        }
        return new FeeDue(lines, known);
    }
}
