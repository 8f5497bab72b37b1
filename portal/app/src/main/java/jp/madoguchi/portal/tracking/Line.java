package jp.madoguchi.portal.tracking;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.portal.submission.SubmissionStanding;

/**
 * One application in the applicant's list.
 *
 * @param number the receipt number, grouped
 */
public record Line(SubmissionStanding standing, String number, Localized procedure) {}
