package jp.madoguchi.backoffice.casework;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Someone who wants to learn of every step of every case, in the transaction of the step itself: what they write is kept exactly
 * when the step is. Must be quick, must not call other systems; a failure undoes the step.
 */
public interface CaseObserver {

    /**
     * @param registration whose case it is; hold nothing personal of it
     * @param history all events of the case so far
     * @param fresh the events of this step, the tail of {@code history}
     */
    Mono<Void> happened(Registration registration, List<CaseEvent> history, List<CaseEvent> fresh);
}
