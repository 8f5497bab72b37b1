package jp.madoguchi.forms.filling;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import jp.madoguchi.forms.definition.Due;

/**
 * Until when this application has to be handed in. Where the day stands in rows, the earliest or the latest of them decides, as the form says.
 *
 * @param lastDay handed in on it, the application is in time
 * @param late whether today is after it
 */
public record DueDay(Due due, LocalDate lastDay, boolean late) {

    /** Those whose day is known by the answers so far. */
    static List<DueDay> of(Filling filling, Predicate<LocalDate> isOpen) {
        var rules = filling.procedure().intake().due();
        if (rules.isEmpty()) {
            return List.of();
        }
        var shown = filling.visibility();
        var days = new ArrayList<DueDay>();
        for (var due : rules) {
            var event = shown.day(due.from(), due.when(), due.lastRow());
            if (event != null) {
                try {
                    var last = due.lastDay(event, isOpen);
                    days.add(new DueDay(due, last, filling.today().isAfter(last)));
                } catch (DateTimeException e) {
                    // Beyond the years that the calendar knows: nothing falls due then.
                    continue;
                }
            }
        }
        return List.copyOf(days);
    }
}
