package jp.madoguchi.backoffice.casework;

import java.util.List;

/**
 * A step of a case as observers see it.
 *
 * @param header whose case it is; hold nothing personal of it
 * @param history all events of the case so far
 * @param fresh the events of this step, the tail of {@code history}
 * @param clocks where the time went, up to the latest event
 */
public record CaseStep(CaseHeader header, List<CaseEvent> history, List<CaseEvent> fresh, CaseClocks clocks) {

    public CaseStep {
        history = List.copyOf(history);
        fresh = List.copyOf(fresh);
    }

    /**
     * Whether answers came in with it or changed. Those of a correction that came after its time count like any other; they were
     * once kept as a message.
     */
    public boolean bringsAnswers() {
        return fresh.stream().map(CaseEvent::what).anyMatch(what -> what instanceof EventPayload.Arrived
                || what instanceof EventPayload.CorrectionArrived || what instanceof EventPayload.CorrectionCameLate
                || what instanceof EventPayload.MessageReceived || what instanceof EventPayload.Redacted);
    }
}
