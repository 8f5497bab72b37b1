package jp.madoguchi.backoffice.authoring;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.file.DefinitionFile.InvalidDefinition;
import jp.madoguchi.forms.file.DefinitionFile.Problem;
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
 */
public record FileCheck(UUID id, String fileName, @Nullable Procedure procedure, List<Problem> problems,
        List<Remark> remarks, @Nullable Edition newest, List<Difference> differences) {

    public FileCheck {
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
        differences = List.copyOf(differences);
    }

    /** Reads the file without comparing it yet. */
    static FileCheck of(UUID id, String fileName, String content) {
        try {
            var procedure = DefinitionFile.readYaml(content);
            return new FileCheck(id, fileName, procedure, List.of(), PublicationChecks.of(procedure), null, List.of());
        } catch (InvalidDefinition invalid) {
            return new FileCheck(id, fileName, null, invalid.problems(), List.of(), null, List.of());
        }
    }

    /** With further remarks; those that block first. */
    FileCheck with(List<Remark> further) {
        var all = Stream.concat(remarks.stream(), further.stream()).sorted(Comparator.comparing(Remark::weight))
                .toList();
        return new FileCheck(id, fileName, procedure, problems, all, newest, differences);
    }

    FileCheck comparedWith(Edition edition) {
        return new FileCheck(id, fileName, procedure, problems, remarks, edition,
                procedure == null ? List.of() : VersionComparison.between(edition.procedure(), procedure));
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
        return procedure != null && blocking().isEmpty() && !changesNothing();
    }

    /** The version a publication must follow, so that two editors never overwrite each other; 0 where there is none. */
    public int base() {
        return newest == null ? 0 : newest.version();
    }
}
