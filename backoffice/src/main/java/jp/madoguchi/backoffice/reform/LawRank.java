package jp.madoguchi.backoffice.reform;

import java.util.Optional;
import java.util.stream.Stream;

/** What a procedure rests on. */
public enum LawRank {

    LAW("法令"), ORDINANCE("条例・規則"), GUIDELINE("要綱");

    private final String label;

    LawRank(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Optional<LawRank> labelled(String label) {
        return Stream.of(values()).filter(rank -> rank.label.equals(label)).findFirst();
    }
}
