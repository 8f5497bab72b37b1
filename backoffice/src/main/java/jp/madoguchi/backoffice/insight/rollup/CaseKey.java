package jp.madoguchi.backoffice.insight.rollup;

import jp.madoguchi.forms.ProcedureId;

/** The finest grain of the sums of cases. */
public record CaseKey(ProcedureId procedure, int version, String office) {}
