package jp.madoguchi.portal.tracking;

import jp.madoguchi.forms.Localized;

/**
 * One application in the applicant's list.
 *
 * @param number the receipt number, grouped
 */
public record Line(Standing standing, String number, Localized procedure) {}
