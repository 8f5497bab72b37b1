package jp.madoguchi.portal.tracking;

import java.time.Instant;

/**
 * Words of one to the other.
 *
 * @param fromCity whether the office wrote them
 */
public record Message(boolean fromCity, Instant at, String text) {}
