package jp.madoguchi.forms.filling;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import jp.madoguchi.forms.definition.FollowUp;
import jp.madoguchi.forms.definition.Procedure;

import org.jspecify.annotations.Nullable;

/**
 * A follow-up that applies with the answers of an interview.
 *
 * @param due its last day by the calendar, not moved for closed offices; null where it has none or it is not known yet
 */
public record Applying(FollowUp followUp, @Nullable LocalDate due) {

    /** Soonest first; those without a day after them, in the order of the file. */
    static List<Applying> of(Procedure procedure, Visibility shown) {
        var bundle = procedure.bundle();
        return bundle == null
                ? List.of()
                : bundle.followUps().stream().filter(followUp -> shown.holds(followUp.when()))
                        .map(followUp -> new Applying(followUp, shown.day(followUp.due())))
                        .sorted(Comparator.comparing(Applying::due, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList();
    }
}
