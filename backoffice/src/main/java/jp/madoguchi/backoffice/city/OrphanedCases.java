package jp.madoguchi.backoffice.city;

import java.util.Set;

/** An office was to go at which cases are under way, and nobody was named who takes them over. */
public final class OrphanedCases extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<String> offices;

    OrphanedCases(Set<String> offices) {
        super("cases are under way at " + offices);
        this.offices = Set.copyOf(offices);
    }

    /** Ids of those offices. */
    public Set<String> offices() {
        return offices;
    }
}
