package jp.madoguchi.backoffice.insight.dashboard;

import java.util.Map;
import java.util.Optional;
import jp.madoguchi.backoffice.insight.rollup.CaseSums;
import jp.madoguchi.backoffice.insight.rollup.FillSums;
import jp.madoguchi.backoffice.reform.CoverageReport;
import jp.madoguchi.forms.ProcedureId;

/**
 * What the overview tells of.
 *
 * @param coverage empty where the register of procedures is
 * @param hidden what of it must not be told
 * @param fills per procedure id
 * @param cases per procedure id
 */
public record OverviewFigures(Optional<CoverageReport> coverage, KnownNames names, Hidden hidden,
        Map<ProcedureId, FillSums> fills,
        Map<ProcedureId, CaseSums> cases) {}
