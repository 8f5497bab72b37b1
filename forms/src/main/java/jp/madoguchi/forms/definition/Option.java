package jp.madoguchi.forms.definition;

import java.util.function.UnaryOperator;

import jp.madoguchi.forms.Localized;

/**
 * One thing to choose.
 *
 * @param code stable; stored and used in conditions; letters, digits, hyphens
 * @param asksForWords whether choosing it asks "what?" (その他)
 */
public record Option(String code, Localized label, boolean asksForWords) {

    /** The same with its label put through an operation. */
    public Option withTexts(UnaryOperator<Localized> each) {
        return new Option(code, each.apply(label), asksForWords);
    }
}
