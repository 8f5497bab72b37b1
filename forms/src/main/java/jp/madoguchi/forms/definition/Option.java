package jp.madoguchi.forms.definition;

import jp.madoguchi.forms.Localized;

/**
 * One thing to choose.
 *
 * @param code stable; stored and used in conditions; letters, digits, hyphens
 * @param asksForWords whether choosing it asks "what?" (その他)
 */
public record Option(String code, Localized label, boolean asksForWords) {}
