package jp.madoguchi.forms.publishing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.madoguchi.forms.block.Blocks;
import jp.madoguchi.forms.definition.CopiedFrom;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.publishing.Remarks.Place;
import jp.madoguchi.forms.publishing.VersionComparison.Difference;

/**
 * What may be said about copies of blocks: advice only, because a copy belongs to its form. Other words than the template's
 * are no remark; they are what copies are for.
 */
final class CopyCheck {

    private CopyCheck() {}

    static void run(Procedure procedure, Blocks blocks, Remarks remarks) {
        for (var copy : CopyComparison.of(procedure, blocks)) {
            var place = place(procedure, copy);
            var template = "部品「" + copy.block() + "」第" + copy.from().version() + "版";
            if (!copy.isKnown()) {
                unknown(copy.from(), blocks, place, remarks);
                continue;
            }
            if (!copy.onlyWords()) {
                remarks.advise(place, "copy-differs", template + "の写しと違います。" + words(copy.differences()),
                        "この手続きに必要な違いでなければ、部品に合わせてください。");
            }
            if (copy.hasNewer()) {
                remarks.advise(place, "newer-block",
                        template + "の写しです。第" + copy.newest() + "版が出ています。" + words(copy.since()),
                        "第" + copy.newest() + "版の内容を見て、写し直すか、今のままにするか決めてください。");
            }
        }
    }

    /** Which of block, version and part is not there, and which there are. */
    private static void unknown(CopiedFrom from, Blocks blocks, Place place, Remarks remarks) {
        var versions = blocks.all().stream().filter(block -> block.id().equals(from.block())).toList();
        var version = versions.stream().filter(block -> block.version() == from.version()).findFirst();
        if (versions.isEmpty()) {
            remarks.advise(place, "unknown-block", "部品「" + from.block() + "」の写しとありますが、その部品がありません。",
                    "あるのは " + listed(blocks.all().stream().map(block -> block.id().value()))
                            + " です。直すか、copied-from を消してください。");
        } else if (version.isEmpty()) {
            remarks.advise(place, "unknown-block-version",
                    "部品「" + from.block() + "」に第" + from.version() + "版はありません。",
                    "あるのは " + listed(versions.stream().map(block -> "第" + block.version() + "版"))
                            + " です。直すか、copied-from を消してください。");
        } else {
            remarks.advise(place, "unknown-block-part",
                    "部品「" + from.block() + "」第" + from.version() + "版に「" + from.part() + "」はありません。",
                    "あるのは " + listed(version.get().parts().stream().map(part -> part.id().value()))
                            + " です。直すか、copied-from を消してください。");
        }
    }

    private static String listed(Stream<String> names) {
        return names.distinct().collect(Collectors.joining("、"));
    }

    private static Place place(Procedure procedure, CopyComparison copy) {
        return procedure.pages().stream()
                .flatMap(page -> page.items().stream().filter(item -> item.id().equals(copy.question()))
                        .map(item -> Place.of(page).at(item)))
                .findFirst().orElse(Place.WHOLE);
    }

    private static String words(List<Difference> differences) {
        return differences.stream().map(Difference::change).collect(Collectors.joining());
    }
}
