package jp.madoguchi.backoffice.insight.dashboard;

/**
 * A sum that some page shows.
 *
 * @param bureau one bureau's; empty for all
 * @param procedure one only; empty for all
 * @param version one only; 0 for all
 * @param kind one office or device only; empty for all
 */
public record FigureSum(String bureau, String procedure, int version, String kind) {

    public static FigureSum city(String kind) {
        return new FigureSum("", "", 0, kind);
    }

    public static FigureSum bureau(String bureau, String kind) {
        return new FigureSum(bureau, "", 0, kind);
    }

    public static FigureSum procedure(String procedure, String kind) {
        return new FigureSum("", procedure, 0, kind);
    }

    public static FigureSum version(String procedure, int version, String kind) {
        return new FigureSum("", procedure, version, kind);
    }
}
