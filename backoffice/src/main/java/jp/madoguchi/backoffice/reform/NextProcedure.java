package jp.madoguchi.backoffice.reform;

import jp.madoguchi.forms.city.Ward;
import java.time.LocalDate;
import jp.madoguchi.platform.calendar.EraDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A procedure that is not smart yet, and what it would bring.
 *
 * @param gain points of coverage by applications it would add, as a rate of 0 to 1
 */
public record NextProcedure(InventoryEntry entry, long applications, double gain) {

    /** What stands in the way, in words; "—" for nothing. */
    public String blockerLabels() {
        return entry.blockers().isEmpty()
                ? "—"
                : entry.blockers().stream().sorted().map(Blocker::label).collect(Collectors.joining("、"));
    }

    /** The day it is planned for; "未定" where nothing is planned. */
    public String planned() {
        var day = entry.plannedOnline();
        return day == null ? "未定" : EraDate.written(day);
    }

    /** Most gain first; at equal gain the one with fewer blockers, then by title. */
    static List<NextProcedure> of(Collection<InventoryEntry> register, LocalDate today, Set<Way> counted,
            @Nullable Ward ward) {
        long all = Coverage.on(today, register, counted, ward).applications().whole();
        return register.stream().filter(InventoryEntry::eligible).filter(entry -> !entry.smartOn(today, counted))
                .map(entry -> new NextProcedure(entry, entry.applications(ward),
                        all == 0 ? 0 : (double) entry.applications(ward) / all))
                .sorted(Comparator.comparingLong(NextProcedure::applications).reversed()
                        .thenComparing(next -> next.entry().blockers().size())
                        .thenComparing(next -> next.entry().title()))
                .toList();
    }
}
