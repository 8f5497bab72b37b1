package jp.madoguchi.exchange;

import java.time.Instant;

/**
 * A frozen version of a procedure.
 *
 * @param definition canonical JSON of {@code jp.madoguchi.forms.definition.Procedure}, as a string so that not one byte
 * of what was hashed is lost on the way
 * @param contentHash SHA-256 of it, lower-case hex
 */
public record PublishedVersion(String definition, String contentHash, Instant publishedAt) {}
