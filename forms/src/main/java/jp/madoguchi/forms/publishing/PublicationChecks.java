package jp.madoguchi.forms.publishing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jp.madoguchi.forms.block.Blocks;
import jp.madoguchi.forms.definition.Procedure;

/**
 * Everything that is checked before a version is published.
 */
public final class PublicationChecks {

    private PublicationChecks() {}

    /** All remarks, those that block first; empty where nothing is to be said. */
    public static List<Remark> of(Procedure procedure) {
        return of(procedure, Blocks.shipped());
    }

    /** The same beside other blocks than those that come with the house. */
    public static List<Remark> of(Procedure procedure, Blocks blocks) {
        var remarks = new Remarks(procedure);
        SizeCheck.run(procedure, remarks);
        if (!remarks.all().isEmpty()) {
            // What is too large by far is not looked at more closely.
            return List.copyOf(remarks.all());
        }
        new ReferenceCheck(procedure, remarks).run();
        new ReachCheck(procedure, remarks).run();
        new TextCheck(procedure, remarks).run();
        LawCheck.run(procedure, remarks);
        AssuranceCheck.run(procedure, remarks);
        FormCheck.run(procedure, remarks);
        PrefillCheck.run(procedure, remarks);
        CopyCheck.run(procedure, blocks, remarks);
        var sorted = new ArrayList<>(remarks.all());
        sorted.sort(Comparator.comparing(Remark::weight));
        return List.copyOf(sorted);
    }

    /** Whether nothing stops publication. */
    public static boolean mayBePublished(Procedure procedure) {
        return of(procedure).stream().noneMatch(remark -> remark.weight() == Remark.Weight.BLOCKING);
    }
}
