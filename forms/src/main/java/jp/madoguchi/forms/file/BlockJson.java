package jp.madoguchi.forms.file;

import jp.madoguchi.forms.definition.Block;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.source.Part;
import jp.madoguchi.forms.source.LocalizedJson;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes blocks, the links of copies to them, and what questions are filled in with.
 */
final class BlockJson {

    private BlockJson() {}

    static ObjectNode write(Block block) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", block.id().value()).put("version", block.version());
        LocalizedJson.put(node, "title", block.title());
        var questions = node.putArray("questions");
        block.parts().forEach(part -> ProcedureJson.item(questions.addObject(), part));
        return node;
    }

    static void links(ObjectNode node, Question question) {
        var copied = question.copiedFrom();
        if (copied != null) {
            node.putObject("copied-from").put("block", copied.block().value()).put("part", copied.part().value())
                    .put("version", copied.version());
        }
        var same = question.sameAs();
        if (same != null) {
            node.put("same-as", same.value());
        }
        var prefill = question.prefill();
        if (prefill != null) {
            var from = node.putObject("prefill");
            var profile = prefill.profile();
            if (profile != null) {
                from.put("profile", Part.printed(profile));
            }
            var bundle = prefill.bundle();
            if (bundle != null) {
                from.put("bundle", bundle.value());
            }
        }
    }
}
