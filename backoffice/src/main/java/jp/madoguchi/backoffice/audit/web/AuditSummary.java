package jp.madoguchi.backoffice.audit.web;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How the records of all cases stand.
 *
 * @param broken how many were found broken
 * @param checkedSince since when every case was checked at least once; null while some never were
 * @param unguarded whether the program's own database role could rewrite the records
 */
public record AuditSummary(long broken, @Nullable Instant checkedSince, boolean unguarded) {}
