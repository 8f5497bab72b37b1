package jp.madoguchi.forms.field;

import jp.madoguchi.forms.Localized;

/**
 * What is wrong with one part of what was typed.
 *
 * @param part the part, {@code ""} for the bare path
 * @param code stable, for statistics
 */
public record Flaw(String part, String code, Localized message) {}
