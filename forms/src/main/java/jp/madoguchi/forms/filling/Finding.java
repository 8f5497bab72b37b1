package jp.madoguchi.forms.filling;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Localized;

/**
 * Something that is wrong with an answer, and what to do about it.
 *
 * @param path the answer; for a finding about a page as a whole, the page's name
 * @param field the name of the form field to which the message and the focus belong: {@code birth.year}
 * @param code stable, for statistics: {@code required}, {@code too-long}, {@code my-number} …; {@code asked-now} is no error but a
 * question that the answers have just opened
 */
public record Finding(FieldPath path, String field, String code, Localized message) {}
