package jp.madoguchi.backoffice.insight.dashboard.web;

import jp.madoguchi.backoffice.insight.dashboard.Count;
import jp.madoguchi.backoffice.insight.dashboard.FigureSum;
import jp.madoguchi.backoffice.insight.dashboard.Hidden;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Cell;
import jp.madoguchi.backoffice.insight.rollup.Ratio;

/** Counts and rates as far as they may be told. */
record Told(Hidden hidden) {

    /** @param counts what is told by it: itself, and what would follow from it */
    Cell count(FigureSum sum, long count, Count... counts) {
        return hidden.tells(sum, counts) ? Cell.count(count) : Cell.of(Formats.TOO_FEW);
    }

    /** How many there are, for people to judge a figure by. */
    String n(FigureSum sum, long count, Count of) {
        return hidden.tells(sum, of) ? Formats.n(count) : Formats.TOO_FEW;
    }

    /** Where only the part or the rest is too small that it is, in place of how small; where it must not follow from others, nothing. */
    Cell rate(FigureSum sum, Ratio ratio, Count whole, Count part, Count rest) {
        boolean isBounded = Suppression.isFew(ratio.part()) || Suppression.isFew(ratio.n() - ratio.part());
        return hidden.tells(sum, whole) && (isBounded || hidden.tells(sum, part, rest))
                ? Formats.rate(ratio)
                : Cell.of(Formats.TOO_FEW);
    }

    /** The same where the part is told by itself and stands in no other sum. */
    Cell rate(FigureSum sum, Ratio ratio, Count whole) {
        return hidden.tells(sum, whole) ? Formats.rate(ratio) : Cell.of(Formats.TOO_FEW);
    }
}
