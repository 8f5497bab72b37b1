package jp.madoguchi.backoffice.insight.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.madoguchi.forms.ProcedureId;
import org.jspecify.annotations.Nullable;

/**
 * The finest part of which figures are kept.
 *
 * @param bureau whose procedure it is; empty where that is not known
 * @param version of the procedure
 * @param kind what else it is counted by: the office of cases, the device of runs of filling in
 */
record FigurePart(String bureau, ProcedureId procedure, int version, String kind) {

    /** Every sum that some page shows of which this is a part; those of the same parts count as one. */
    List<FigureSum> sums() {
        return Stream.of("", kind).flatMap(of -> way(of).stream()).distinct().toList();
    }

    /** How a sum is taken apart. */
    enum Step {
        /** City, bureau, procedure, version: the next finer one. */
        INTO_FINER,
        /** Offices or devices. */
        INTO_KINDS
    }

    /** One sum is, among others, made of another. */
    record Split(FigureSum whole, Step step, FigureSum part) {
        StepFrom stepFrom() {
            return new StepFrom(whole, step);
        }
    }

    record StepFrom(FigureSum whole, Step step) {}

    /** Each step by which one comes from the whole city to this part. */
    List<Split> splits() {
        var splits = new ArrayList<Split>();
        for (var of : kind.isEmpty() ? List.of("") : List.of("", kind)) {
            var way = way(of);
            for (int i = 1; i < way.size(); i++) {
                splits.add(new Split(way.get(i - 1), Step.INTO_FINER, way.get(i)));
            }
        }
        if (!kind.isEmpty()) {
            var over = way("");
            var within = way(kind);
            for (int i = 0; i < over.size(); i++) {
                splits.add(new Split(over.get(i), Step.INTO_KINDS, within.get(i)));
            }
        }
        return splits;
    }

    private List<FigureSum> way(String of) {
        return Stream.of(FigureSum.city(of), FigureSum.bureau(bureau, of), FigureSum.procedure(procedure, of),
                FigureSum.version(procedure, version, of)).distinct().toList();
    }

    /** The fourth corner of a rectangle of which this is the first; null where the three make none. */
    @Nullable
    FigurePart opposite(FigurePart second, FigurePart third) {
        if (isSame(second) && kind.equals(third.kind)) {
            return new FigurePart(third.bureau, third.procedure, third.version, second.kind);
        }
        return isSame(third) && kind.equals(second.kind)
                ? new FigurePart(second.bureau, second.procedure, second.version, third.kind)
                : null;
    }

    private boolean isSame(FigurePart other) {
        return procedure.equals(other.procedure) && version == other.version;
    }
}
