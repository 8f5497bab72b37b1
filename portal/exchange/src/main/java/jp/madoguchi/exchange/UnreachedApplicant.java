package jp.madoguchi.exchange;

import java.time.Instant;
import java.util.UUID;

/**
 * An applicant whom mail does not reach, so that the office has to find another way.
 *
 * @param since when a mail was first given up, with none that arrived after it
 */
public record UnreachedApplicant(UUID application, Instant since) {}
