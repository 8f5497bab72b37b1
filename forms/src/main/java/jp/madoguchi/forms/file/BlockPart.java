package jp.madoguchi.forms.file;

import jp.madoguchi.forms.source.Problems;
import java.util.HashSet;

import jp.madoguchi.forms.BlockId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.References;
import jp.madoguchi.forms.definition.Block;
import jp.madoguchi.forms.definition.CopiedFrom;
import jp.madoguchi.forms.definition.Prefill;
import jp.madoguchi.forms.definition.ProfilePart;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.source.Part;
import jp.madoguchi.forms.source.Tree;

import org.jspecify.annotations.Nullable;

/**
 * Reads blocks of questions, the links of copies to them, and what questions are filled in with.
 */
final class BlockPart {

    static final int MOST_VERSIONS = 9_999;

    private BlockPart() {}

    static Block read(Tree tree) {
        var problems = new Problems();
        var part = new Part(tree, tree.place(), "", problems);
        var block = new Block(part.need("id").name(BlockId::isValid, BlockId::new), version(part.need("version")),
                part.need("title").localized(), part.need("questions").elements(PagePart::question));
        part.done();
        parts(block, part);
        OnlyIds.checkQuestions(part);
        if (!problems.isEmpty()) {
            throw problems.invalid();
        }
        return block;
    }

    /** Every part once, and every condition on a part that stands before. */
    private static void parts(Block block, Part part) {
        var before = new HashSet<QuestionId>();
        for (var question : block.parts()) {
            References.of(question.showIf()).stream().filter(asked -> !before.contains(asked)).forEach(asked -> part
                    .wrong("「" + question.id() + "」の条件にある「" + asked + "」は、この部品の前のほうにありません。前にある質問の id にしてください。"));
            if (question.copiedFrom() != null) {
                part.wrong("「" + question.id() + "」は別の部品の写しです。部品に写しは入れられません。copied-from を消してください。");
            }
            if (question.kind() instanceof QuestionKind.FilledByOther) {
                part.wrong("「" + question.id() + "」はほかの人が記入する質問（filled-by-other）です。部品には入れず、手続きのほうに書いてください。");
            }
            before.add(question.id());
        }
        if (block.parts().isEmpty() && part.isMapping()) {
            part.wrong("質問を少なくとも一つ書いてください。");
        }
    }

    static CopiedFrom copiedFrom(Part part) {
        var copied = new CopiedFrom(part.need("block").name(BlockId::isValid, BlockId::new),
                part.need("part").question(), version(part.need("version")));
        part.done();
        return copied;
    }

    static @Nullable Prefill prefill(Part part) {
        part.like("{profile: name}");
        var profile = part.maybe("profile", each -> each.choice(ProfilePart.class));
        var bundle = part.maybe("bundle", Part::question);
        if (part.isMapping() && profile == null && bundle == null) {
            part.wrong("prefill には、profile か bundle を書いてください（例：{profile: name}）。");
        }
        part.done();
        return profile == null && bundle == null ? null : new Prefill(profile, bundle);
    }

    private static int version(Part part) {
        return part.between(1, MOST_VERSIONS);
    }
}
