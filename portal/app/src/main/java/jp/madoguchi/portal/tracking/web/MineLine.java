package jp.madoguchi.portal.tracking.web;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.portal.submission.SubmissionStanding;

/**
 * One application in the applicant's list.
 *
 * @param number the receipt number, grouped
 */
public record MineLine(SubmissionStanding standing, String number, Localized procedure) {}
