package jp.madoguchi.forms.definition;

import java.util.List;

/**
 * The ground of the procedure.
 *
 * @param rank a programme under a guideline (要綱) is not a disposition, so no appeal instruction belongs to it
 * @param articles as printed: 「児童手当法第7条第1項」
 */
public record LegalBasis(Rank rank, List<String> articles) {

    public LegalBasis {
        articles = List.copyOf(articles);
    }

    public enum Rank {
        /** 法令. */
        LAW,
        /** 条例. */
        ORDINANCE,
        /** 要綱. */
        GUIDELINE
    }
}
