package jp.madoguchi.portal.catalogue;

import java.util.Optional;
import java.util.function.LongFunction;

import jp.madoguchi.exchange.ProcedureFigures;
import jp.madoguchi.exchange.ProcedureFigures.Spread;
import jp.madoguchi.portal.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * How long others took, in words.
 *
 * @param filling empty where too few have handed in
 * @param working empty where too few cases have ended
 */
public record TimeTaken(String filling, String working) {

    private static final int MINUTE = 60;

    public static TimeTaken of(Optional<ProcedureFigures> figures, Wording wording) {
        return new TimeTaken(
                words(figures.map(ProcedureFigures::filling).orElse(null), "procedure.filling", wording,
                        seconds -> wording.text("procedure.minutes", Math.max(1, (seconds + MINUTE - 1) / MINUTE))),
                words(figures.map(ProcedureFigures::working).orElse(null), "procedure.working", wording,
                        days -> wording.text("procedure.business-days", Math.max(1, days))));
    }

    private static String words(@Nullable Spread spread, String key, Wording wording, LongFunction<String> unit) {
        return spread == null
                ? ""
                : wording.text(key, unit.apply(spread.median()), unit.apply(spread.p90()), spread.n());
    }
}
