package jp.madoguchi.platform.session;

import reactor.core.publisher.Mono;

/** All sessions of one person, over all nodes. */
public interface SignedInSessions {

    /**
     * Ends every session of the person in this app.
     *
     * @param principal the name of the principal, which is the subject (UUID) identity gave
     * @return how many sessions ended
     */
    Mono<Long> endAllOf(String principal);

    /**
     * Ends the sessions that rest on one log-in at identity.
     *
     * @param signIn the {@code sid} of its ID token
     * @return how many sessions ended; 0 when they had ended before
     */
    Mono<Long> endSignIn(String signIn);
}
