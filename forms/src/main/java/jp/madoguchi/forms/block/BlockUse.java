package jp.madoguchi.forms.block;

import java.util.List;
import java.util.TreeMap;

import jp.madoguchi.forms.BlockId;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;

/**
 * That a form holds copies of a version of a block.
 *
 * @param title of the block; its id where it is not known
 * @param copies how many questions are copies of it
 * @param newest the newest version there is; 0 where there is none
 */
public record BlockUse(BlockId block, String title, int version, int copies, int newest) {

    public boolean hasNewer() {
        return newest > version;
    }

    /** By id and version. */
    public static List<BlockUse> of(Procedure procedure, Blocks blocks) {
        var used = new TreeMap<BlockId, TreeMap<Integer, Integer>>();
        procedure.everyItem().forEach(item -> {
            if (item instanceof Question question && question.copiedFrom() != null) {
                used.computeIfAbsent(question.copiedFrom().block(), _ -> new TreeMap<>())
                        .merge(question.copiedFrom().version(), 1, Integer::sum);
            }
        });
        return used.entrySet().stream().flatMap(block -> {
            var newest = blocks.newest(block.getKey());
            return block.getValue().entrySet().stream()
                    .map(version -> new BlockUse(block.getKey(),
                            newest.map(each -> each.title().ja()).orElse(block.getKey().value()), version.getKey(),
                            version.getValue(), newest.map(each -> each.version()).orElse(0)));
        }).toList();
    }
}
