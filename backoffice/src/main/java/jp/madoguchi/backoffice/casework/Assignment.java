package jp.madoguchi.backoffice.casework;

import java.time.Instant;

/**
 * Who has the case in hand, and until when unless they keep working on it.
 *
 * @param until end of the lease; activity moves it on
 */
public record Assignment(String staff, String name, Instant until) {

    boolean isBy(String staffId) {
        return staff.equals(staffId);
    }

    boolean hasRunOut(Instant now) {
        return !now.isBefore(until);
    }
}
