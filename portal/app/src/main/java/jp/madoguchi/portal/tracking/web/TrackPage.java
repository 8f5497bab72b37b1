package jp.madoguchi.portal.tracking.web;

import java.util.List;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.portal.correction.CorrectionRequested;
import jp.madoguchi.portal.submission.SubmissionStanding;
import jp.madoguchi.portal.tracking.Issued;
import jp.madoguchi.portal.tracking.Message;

/**
 * Everything the tracking page shows.
 *
 * @param number the receipt number, grouped
 * @param text of a message that could not be sent, with what is wrong with it
 * @param said what was just done: {@code sent}, {@code withdrawn}, {@code corrected} or nothing
 * @param unreachedSince the day since which mails do not arrive; empty if they do
 */
public record TrackPage(SubmissionStanding standing, String number, Edition edition, List<Step> steps,
        List<Message> messages,
        List<CorrectionRequested> requests, List<Issued> documents, String text, String textError, String said,
        String unreachedSince) {}
