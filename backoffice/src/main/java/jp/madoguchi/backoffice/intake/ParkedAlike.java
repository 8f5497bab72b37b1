package jp.madoguchi.backoffice.intake;

import java.time.Instant;

/**
 * Consignments that wait for the same reason.
 *
 * @param type kind of consignment, as it is kept
 * @param since when the first of them was parked
 */
public record ParkedAlike(String type, String reason, long count, Instant since) {

    /** The kind in words. */
    public String kind() {
        return Parked.kind(type);
    }
}
