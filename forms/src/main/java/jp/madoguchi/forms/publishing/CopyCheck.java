package jp.madoguchi.forms.publishing;

import java.util.stream.Collectors;

import jp.madoguchi.forms.block.Blocks;
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
                remarks.advise(place, "unknown-block", template + "の写しとありますが、その部品がありません。",
                        "部品の名前と版を確かめるか、copied-from を消してください。");
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

    private static Place place(Procedure procedure, CopyComparison copy) {
        return procedure.pages().stream()
                .flatMap(page -> page.items().stream().filter(item -> item.id().equals(copy.question()))
                        .map(item -> Place.of(page).at(item)))
                .findFirst().orElse(Place.WHOLE);
    }

    private static String words(java.util.List<Difference> differences) {
        return differences.stream().map(Difference::change).collect(Collectors.joining());
    }
}
