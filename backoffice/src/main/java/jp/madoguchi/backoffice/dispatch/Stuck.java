package jp.madoguchi.backoffice.dispatch;

import java.time.Instant;

/**
 * Something that did not reach the portal yet.
 *
 * @param kind publish, standing, figures, document or update
 * @param trouble what the last try met
 */
public record Stuck(String kind, Instant since, int attempts, Instant nextTryAt, String trouble) {}
