package jp.madoguchi.forms.definition;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.condition.Condition;

/**
 * A way that leads elsewhere: "you cannot apply online because …, do this instead". Reaching one counts as completed.
 *
 * @param after the page after which it is asked
 */
public record Ending(String id, PageId after, Condition when, Localized reason, Localized instead) {}
