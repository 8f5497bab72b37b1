package jp.madoguchi.forms.file;

import jp.madoguchi.forms.definition.Bundle;
import jp.madoguchi.forms.definition.FollowUp;

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
            case FollowUp.Guidance guidance -> ProcedureJson.put(node, "title", guidance.title());
        }
        node.set("when", ConditionJson.write(followUp.when()));
        ProcedureJson.put(node, "reason", followUp.reason());
        var due = followUp.due();
        if (due != null) {
            node.set("due", ConditionJson.write(due));
        }
        if (followUp instanceof FollowUp.Guidance guidance) {
            ProcedureJson.put(node, "deadline", guidance.deadline());
            ProcedureJson.put(node, "needed", guidance.needed());
            ProcedureJson.put(node, "where", guidance.where());
        }
    }
}
