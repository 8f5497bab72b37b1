package jp.madoguchi.backoffice.insight.dashboard.web;

import jp.madoguchi.backoffice.insight.dashboard.Scope;
import java.util.List;
import jp.madoguchi.forms.ProcedureId;

/** One procedure in detail. */
public record ProcedurePage(ProcedureId procedure, String title, Scope scope, List<FigureTable> tables) {
    public ProcedurePage {
        tables = List.copyOf(tables);
    }
}
