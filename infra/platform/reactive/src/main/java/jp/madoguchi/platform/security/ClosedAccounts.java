package jp.madoguchi.platform.security;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Implemented by every room of an app that keeps something of an account. */
public interface ClosedAccounts {

    /**
     * The owner closed the account at identity. Called at least once, possibly many times: what is done must be the same each
     * time.
     *
     * @param account the subject (UUID) of the account's ID tokens
     */
    Mono<Void> closed(UUID account);
}
