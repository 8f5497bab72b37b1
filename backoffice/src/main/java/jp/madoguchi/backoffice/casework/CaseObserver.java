package jp.madoguchi.backoffice.casework;

import reactor.core.publisher.Mono;

/**
 * Someone who wants to learn of every step of every case, in the transaction of the step itself: what they write is kept exactly
 * when the step is. Must be quick, must not call other systems; a failure undoes the step.
 */
public interface CaseObserver {

    Mono<Void> happened(CaseStep step);
}
