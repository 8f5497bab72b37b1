package jp.madoguchi.portal.tracking.web;

import java.util.List;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.portal.correction.CorrectionRequested;
import jp.madoguchi.portal.submission.SubmissionStanding;
import jp.madoguchi.portal.tracking.Issued;
import jp.madoguchi.portal.tracking.Message;
import jp.madoguchi.portal.wording.Say;

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
        String unreachedSince) {

    /** What became of a correction that was to be handed in and is not asked for any more; empty where nothing did. */
    public String over(Say say) {
        var ended = requests.stream().filter(request -> request.answeredAt() == null && request.closedAt() != null)
                .reduce((earlier, later) -> later).orElse(null);
        if (!said.equals("correction-over") || ended == null || ended.closedAt() == null) {
            return "";
        }
        var day = BusinessCalendar.dayOf(ended.closedAt());
        if (standing.withdrawnAt() != null) {
            return say.text("correction.over.withdrawn");
        }
        if (standing.isClosed()) {
            return say.text("correction.over.decided");
        }
        return day.isAfter(ended.answerBy())
                ? say.text("correction.over.lapsed", say.date(ended.answerBy()))
                : say.text("correction.over.recalled", say.date(day));
    }
}
