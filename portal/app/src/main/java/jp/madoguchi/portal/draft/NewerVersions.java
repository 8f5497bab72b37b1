package jp.madoguchi.portal.draft;

import reactor.core.publisher.Mono;

/**
 * Takes a draft over into the newest version of its procedure.
 */
public interface NewerVersions {

    /** The draft in the newest version; itself where it is there already, or stays where it is. */
    Mono<Draft> bring(Draft draft);
}
