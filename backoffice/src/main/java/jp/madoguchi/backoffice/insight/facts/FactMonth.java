package jp.madoguchi.backoffice.insight.facts;

import java.time.LocalDate;
import jp.madoguchi.forms.ProcedureId;

/**
 * Which facts are summed up together.
 *
 * @param month its first day
 * @param sample made-up facts instead of real ones
 */
public record FactMonth(ProcedureId procedure, LocalDate month, boolean sample) {}
