package jp.madoguchi.backoffice.insight.rollup;

import jp.madoguchi.forms.ProcedureId;

/** A page of a form, whichever its version. */
public record PageKey(ProcedureId procedure, String page) {}
