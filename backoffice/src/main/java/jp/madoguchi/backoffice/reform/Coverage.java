package jp.madoguchi.backoffice.reform;

import jp.madoguchi.forms.city.Ward;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The smart-coverage rate (スマート化カバー率): how much of what the city is asked for in a year can be completed online.
 *
 * @param applications applications of the base year that belong to smart procedures, of all eligible ones
 * @param kinds smart kinds of procedure, of all eligible ones
 */
public record Coverage(Share applications, Share kinds) {

    /**
     * As it stood on a day.
     *
     * @param counted the ways that count as smart
     * @param ward only the applications from this ward; null for the whole city
     */
    static Coverage on(LocalDate day, Collection<InventoryEntry> register, Set<Way> counted, @Nullable Ward ward) {
        return of(register, entry -> entry.smartOn(day, counted), ward);
    }

    /** As it will stand on a day to come if every plan is kept and the base year's volumes stay. */
    static Coverage expectedOn(LocalDate day, Collection<InventoryEntry> register, Set<Way> counted,
            @Nullable Ward ward) {
        return of(register, entry -> entry.expectedSmartOn(day, counted), ward);
    }

    private static Coverage of(Collection<InventoryEntry> register, Predicate<InventoryEntry> smart,
            @Nullable Ward ward) {
        long smartApplications = 0;
        long allApplications = 0;
        long smartKinds = 0;
        long allKinds = 0;
        for (var entry : register) {
            if (!entry.eligible()) {
                continue;
            }
            long applications = entry.applications(ward);
            allApplications += applications;
            allKinds++;
            if (smart.test(entry)) {
                smartApplications += applications;
                smartKinds++;
            }
        }
        return new Coverage(new Share(smartApplications, allApplications), new Share(smartKinds, allKinds));
    }
}
