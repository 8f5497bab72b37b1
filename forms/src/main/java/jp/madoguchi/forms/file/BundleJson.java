package jp.madoguchi.forms.file;

import jp.madoguchi.forms.definition.Bundle;
import jp.madoguchi.forms.definition.FollowUp;
import jp.madoguchi.forms.source.LocalizedJson;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what follows an interview.
 */
final class BundleJson {

    private BundleJson() {}

    static void write(ObjectNode procedure, @Nullable Bundle bundle) {
        if (bundle == null) {
            return;
        }
        var followUps = procedure.putObject("bundle").putArray("follow-ups");
        bundle.followUps().forEach(followUp -> write(followUps.addObject().put("id", followUp.id()), followUp));
    }

    private static void write(ObjectNode node, FollowUp followUp) {
        switch (followUp) {
            case FollowUp.Online online -> node.put("procedure", online.procedure().value());
            case FollowUp.Guidance guidance -> LocalizedJson.put(node, "title", guidance.title());
        }
        node.set("when", ConditionJson.write(followUp.when()));
        LocalizedJson.put(node, "reason", followUp.reason());
        var due = followUp.due();
        if (due != null) {
            node.set("due", ConditionJson.write(due));
        }
        if (followUp instanceof FollowUp.Guidance guidance) {
            LocalizedJson.put(node, "deadline", guidance.deadline());
            LocalizedJson.put(node, "needed", guidance.needed());
            LocalizedJson.put(node, "where", guidance.where());
        }
    }
}
