package jp.madoguchi.backoffice.insight;

import java.util.List;

/** One procedure in detail. */
public record ProcedurePage(String procedure, String title, Scope scope, List<FigureTable> tables) {
    public ProcedurePage {
        tables = List.copyOf(tables);
    }
}
