package jp.madoguchi.backoffice.insight.dashboard;

import java.util.Map;
import jp.madoguchi.backoffice.insight.rollup.CaseKey;
import jp.madoguchi.backoffice.insight.rollup.CaseSums;
import jp.madoguchi.backoffice.insight.rollup.FillSums;
import jp.madoguchi.backoffice.insight.rollup.PageKey;
import jp.madoguchi.backoffice.insight.rollup.PageSums;
import jp.madoguchi.backoffice.insight.rollup.QuestionKey;
import jp.madoguchi.forms.ProcedureId;

/**
 * Where people give up, err or wait.
 *
 * @param hidden what of it must not be told
 * @param failures in how many runs of filling in each question was answered wrongly
 * @param fills per procedure id
 * @param cases per procedure and office, all versions together
 */
public record BottleneckFigures(KnownNames names, Hidden hidden, Map<PageKey, PageSums> pages,
        Map<QuestionKey, Long> failures,
        Map<ProcedureId, FillSums> fills, Map<CaseKey, CaseSums> cases) {}
