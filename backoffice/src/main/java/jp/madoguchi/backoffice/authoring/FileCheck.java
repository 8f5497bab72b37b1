package jp.madoguchi.backoffice.authoring;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.source.InvalidFile;
import jp.madoguchi.forms.source.InvalidFile.Problem;
import jp.madoguchi.forms.publishing.PublicationChecks;
import jp.madoguchi.forms.publishing.Remark;
import jp.madoguchi.forms.publishing.VersionComparison;
import jp.madoguchi.forms.publishing.VersionComparison.Difference;

import org.jspecify.annotations.Nullable;

/**
 * What a procedure's file says, what is wrong with it, and what publishing it would change.
 *
 * @param problems what cannot be read; then there is no procedure
 * @param remarks what stops publication, and advice
 * @param newest the version it is compared with; null where the procedure is new
 * @param differences from that version, in words; empty where nothing changes
 * @param restores the old version whose content it is; 0 for a file that was sent in
 * @param notYours why the person at the screen may not publish it; empty where they may
 */
public record FileCheck(UUID id, String fileName, @Nullable Procedure procedure, List<Problem> problems,
        List<Remark> remarks, @Nullable Edition newest, List<Difference> differences, int restores, String notYours) {

    public FileCheck {
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
        differences = List.copyOf(differences);
    }

    /** Reads the file without comparing it yet. */
    static FileCheck of(UUID id, String fileName, String content, int restores) {
        try {
            var procedure = DefinitionFile.readYaml(content);
            return new FileCheck(id, fileName, procedure, List.of(), PublicationChecks.of(procedure), null, List.of(),
                    restores, "");
        } catch (InvalidFile invalid) {
            return new FileCheck(id, fileName, null, invalid.problems(), List.of(), null, List.of(), restores,
                    "");
        }
    }

    /** With further remarks; those that block first. */
    public FileCheck with(List<Remark> further) {
        var all = Stream.concat(remarks.stream(), further.stream()).sorted(Comparator.comparing(Remark::weight))
                .toList();
        return new FileCheck(id, fileName, procedure, problems, all, newest, differences, restores, notYours);
    }

    public FileCheck comparedWith(Edition edition) {
        return new FileCheck(id, fileName, procedure, problems, remarks, edition,
                procedure == null ? List.of() : VersionComparison.between(edition.procedure(), procedure),
                restores, notYours);
    }

    /** As far as this person may publish it. */
    public FileCheck by(Staff staff) {
        return procedure == null
                ? this
                : new FileCheck(id, fileName, procedure, problems, remarks, newest, differences, restores,
                        Bureau.whyNot(staff, procedure, newest == null ? null : newest.procedure()));
    }

    /** What a person has to type before this takes the place of a procedure of another name; empty where that is not so. */
    public String mustBeNamed() {
        return newest == null || procedure == null || newest.procedure().title().ja().equals(procedure.title().ja())
                ? ""
                : newest.procedure().title().ja();
    }

    public List<Remark> blocking() {
        return remarks.stream().filter(remark -> remark.weight() == Remark.Weight.BLOCKING).toList();
    }

    public List<Remark> advice() {
        return remarks.stream().filter(remark -> remark.weight() == Remark.Weight.ADVICE).toList();
    }

    public boolean changesNothing() {
        return newest != null && differences.isEmpty();
    }

    public boolean canBePublished() {
        return procedure != null && blocking().isEmpty() && !changesNothing() && notYours.isEmpty();
    }

    /** The version a publication must follow, so that two editors never overwrite each other; 0 where there is none. */
    public int base() {
        return newest == null ? 0 : newest.version();
    }
}
