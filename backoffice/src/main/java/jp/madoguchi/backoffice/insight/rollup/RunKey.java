package jp.madoguchi.backoffice.insight.rollup;

import jp.madoguchi.forms.ProcedureId;

/** The finest grain of the sums of runs of filling in. */
public record RunKey(ProcedureId procedure, int version, String device) {}
