package jp.madoguchi.portal.answering.web;

import java.util.List;
import jp.madoguchi.forms.reading.AnswerChange;
import jp.madoguchi.portal.answering.web.QuestionPage.Hidden;
import jp.madoguchi.portal.draft.Draft;

/**
 * What another tab saved beside what was typed here.
 */
public record OvertakenPage(Draft draft, String address, List<AnswerChange> changes, List<Hidden> hidden) {}
