package jp.madoguchi.backoffice.reform;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Entries of a register, for tests. */
final class Entries {

    private Entries() {}

    static InventoryEntry online(String code, int applications, LocalDate since) {
        return entry(code, Way.ONLINE, since, null, applications, true);
    }

    static InventoryEntry counter(String code, int applications) {
        return entry(code, Way.COUNTER, null, null, applications, true);
    }

    static InventoryEntry entry(String code, Way way, @Nullable LocalDate since, @Nullable LocalDate planned,
            int applications, boolean eligible) {
        return new InventoryEntry(code, "手続 " + code, "福祉局", LawRank.LAW, eligible, way, since, planned,
                way == Way.ONLINE ? Set.of() : Set.of(Blocker.ORIGINAL), 2024,
                new ChannelCounts(0, applications, 0, 0), Map.of("nada", applications), null, false);
    }
}
