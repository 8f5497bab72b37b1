package jp.madoguchi.backoffice.reform;

import jp.madoguchi.forms.city.Ward;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import jp.madoguchi.forms.ProcedureId;
import org.jspecify.annotations.Nullable;

/**
 * One kind of procedure in the city's register, whether it is on this platform, elsewhere online, or still on paper.
 *
 * @param code the register number, unique and stable; what imports recognise a procedure by
 * @param eligible whether it belongs in the denominator of the coverage rate
 * @param way the most advanced way in which it can be completed since {@code waySince}
 * @param waySince since when; null where that was before records began
 * @param plannedOnline when it is planned to be completed online, null where nothing is planned
 * @param baseYear the fiscal year (April to March) of the counts; frozen, later years do not change it
 * @param base applications in the base year by channel
 * @param byWard applications in the base year by the id of the ward of residence; empty where the wards are not told apart
 * @param procedure the procedure on this platform that does it, null where none does
 * @param sample whether the entry is made up
 */
public record InventoryEntry(String code, String title, String bureau, LawRank lawRank, boolean eligible, Way way,
        @Nullable LocalDate waySince, @Nullable LocalDate plannedOnline, Set<Blocker> blockers, int baseYear,
        ChannelCounts base, Map<String, Integer> byWard, @Nullable ProcedureId procedure, boolean sample) {

    public InventoryEntry {
        blockers = Set.copyOf(blockers);
        byWard = Map.copyOf(byWard);
    }

    /** Whether it could be completed in one of these ways on that day. */
    boolean smartOn(LocalDate day, Set<Way> counted) {
        return counted.contains(way) && (waySince == null || !waySince.isAfter(day));
    }

    /** The same for a day to come, taking the plan at its word. */
    boolean expectedSmartOn(LocalDate day, Set<Way> counted) {
        return smartOn(day, counted)
                || counted.contains(Way.ONLINE) && plannedOnline != null && !plannedOnline.isAfter(day);
    }

    /** Applications of the base year, in one ward or (null) in the whole city. */
    long applications(@Nullable Ward ward) {
        return ward == null ? base.total() : byWard.getOrDefault(ward.id(), 0);
    }

    InventoryEntry withWards(Map<String, Integer> counts) {
        return new InventoryEntry(code, title, bureau, lawRank, eligible, way, waySince, plannedOnline, blockers,
                baseYear, base, counts, procedure, sample);
    }
}
