package jp.madoguchi.backoffice.insight.dashboard;

import jp.madoguchi.forms.ProcedureId;
import org.jspecify.annotations.Nullable;

/**
 * A sum that some page shows.
 *
 * @param bureau one bureau's; empty for all
 * @param procedure one only; null for all
 * @param version one only; 0 for all
 * @param kind one office or device only; empty for all
 */
public record FigureSum(String bureau, @Nullable ProcedureId procedure, int version, String kind) {

    public static FigureSum city(String kind) {
        return new FigureSum("", null, 0, kind);
    }

    public static FigureSum bureau(String bureau, String kind) {
        return new FigureSum(bureau, null, 0, kind);
    }

    public static FigureSum procedure(ProcedureId procedure, String kind) {
        return new FigureSum("", procedure, 0, kind);
    }

    public static FigureSum version(ProcedureId procedure, int version, String kind) {
        return new FigureSum("", procedure, version, kind);
    }
}
