package jp.madoguchi.backoffice.intake;

import java.time.Instant;
import java.util.List;
import jp.madoguchi.backoffice.casework.Stranded.StrandedCase;
import jp.madoguchi.backoffice.casework.Unreached.UnreachedCase;
import jp.madoguchi.platform.queue.Stuck;
import jp.madoguchi.backoffice.office.Office;
import org.jspecify.annotations.Nullable;

/**
 * What hangs between portal, back office and the counters.
 *
 * @param parked the first of what waits, {@link RetryQueue#MOST} at most
 * @param alike all that waits, by its reason
 * @param choice what was typed last, so that a mistake costs nothing
 * @param wrong what to mend in it
 * @param broken how many cases have a broken record
 * @param scanning whether files are scanned before they arrive
 * @param contact when the portal last answered, null if it has not since this program began
 * @param silent whether that is too long ago for all to be well
 */
public record IntakeView(List<Parked> parked, List<ParkedAlike> alike, List<Stuck> stuck, List<StrandedCase> stranded,
        List<Office> offices,
        List<Office> closed, List<UnreachedCase> unreached, IntakeController.Choice choice, List<String> wrong,
        long broken, Scanning scanning, @Nullable Instant contact, boolean silent) {

    /** Whether the portal scans files for viruses. */
    public enum Scanning {
        ON, OFF,
        /** It did not answer. */
        UNKNOWN
    }

    public IntakeView {
        parked = List.copyOf(parked);
        alike = List.copyOf(alike);
        stuck = List.copyOf(stuck);
        stranded = List.copyOf(stranded);
        offices = List.copyOf(offices);
        closed = List.copyOf(closed);
        unreached = List.copyOf(unreached);
        wrong = List.copyOf(wrong);
    }

    /** What arrived but belongs to no office. */
    public List<Parked> unrouted() {
        return parked.stream().filter(Parked::needsOffice).toList();
    }

    public List<Parked> waiting() {
        return parked.stream().filter(one -> !one.needsOffice()).toList();
    }

    /** How many wait in all, those that are not listed too. */
    public long waitingInAll() {
        return alike.stream().mapToLong(ParkedAlike::count).sum();
    }

    public int homeless() {
        return unrouted().size() + stranded.size();
    }
}
