package jp.madoguchi.backoffice.insight.rollup;

import io.r2dbc.spi.Readable;
import jp.madoguchi.backoffice.insight.facts.CaseFact;

/**
 * Cases, counted.
 *
 * @param corrected of the closed, those with at least one correction
 * @param handOffs how often the closed ones changed hands, all together
 */
public record CaseCounts(long arrived, long arrivedOnline, long closed, long corrected, long handOffs) {

    static final CaseCounts NONE = new CaseCounts(0, 0, 0, 0, 0);

    static CaseCounts of(CaseFact fact) {
        long arrived = fact.arrived() ? 1 : 0;
        long online = isOnline(fact.channel()) ? arrived : 0;
        return fact.closed()
                ? new CaseCounts(arrived, online, 1, fact.corrections() > 0 ? 1 : 0, fact.handOffs())
                : new CaseCounts(arrived, online, 0, 0, 0);
    }

    static CaseCounts of(Readable row) {
        long arrived = row.get("arrived", Long.class);
        return new CaseCounts(arrived, isOnline(row.get("channel", String.class)) ? arrived : 0,
                row.get("closed", Long.class), row.get("corrected", Long.class), row.get("hand_offs", Long.class));
    }

    private static boolean isOnline(String channel) {
        return channel.equals("online");
    }

    CaseCounts plus(CaseCounts more) {
        return new CaseCounts(arrived + more.arrived, arrivedOnline + more.arrivedOnline, closed + more.closed,
                corrected + more.corrected, handOffs + more.handOffs);
    }
}
