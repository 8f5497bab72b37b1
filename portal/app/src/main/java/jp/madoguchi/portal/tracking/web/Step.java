package jp.madoguchi.portal.tracking.web;

import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.exchange.ApplicationUpdate.Outcome;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.forms.definition.ProcedureKind;
import jp.madoguchi.portal.submission.SubmissionStanding;

/**
 * One step of an application's way, as the applicant sees it.
 *
 * @param key of the bundle of words
 */
public record Step(String key, Place place) {

    public enum Place {
        DONE, HERE, TODO;

        /** The class of the list entry; empty for what is behind. */
        public String css() {
            return this == DONE ? "done" : this == HERE ? "here" : "todo";
        }
    }

    static List<Step> of(SubmissionStanding standing, ProcedureKind kind) {
        if (standing.stage() == Stage.WITHDRAWN) {
            return List.of(new Step("step.arrived", Place.DONE), new Step("step.withdrawn", Place.HERE));
        }
        var keys = new ArrayList<>(List.of("step.arrived", "step.examination"));
        boolean decision = kind != ProcedureKind.NOTIFICATION;
        if (decision) {
            keys.add("step.approval");
        }
        keys.add(decision
                ? "step.decided"
                : standing.outcome() == Outcome.RETURNED ? "step.returned" : "step.recorded");
        int here = switch (standing.stage()) {
            case ARRIVED -> 0;
            case IN_EXAMINATION, AWAITING_CORRECTION -> 1;
            case AWAITING_APPROVAL -> Math.min(2, keys.size() - 1);
            case DECIDED, ISSUED, RECORDED, WITHDRAWN -> keys.size() - 1;
        };
        if (standing.stage() == Stage.AWAITING_CORRECTION) {
            keys.set(1, "step.correction");
        }
        var steps = new ArrayList<Step>();
        for (int i = 0; i < keys.size(); i++) {
            steps.add(new Step(keys.get(i), i < here ? Place.DONE : i == here ? Place.HERE : Place.TODO));
        }
        return List.copyOf(steps);
    }
}
