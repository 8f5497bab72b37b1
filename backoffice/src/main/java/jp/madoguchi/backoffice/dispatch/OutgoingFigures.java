package jp.madoguchi.backoffice.dispatch;

import jp.madoguchi.exchange.ProcedureFigures;

/** How long a procedure takes, on its way to the portal. */
record OutgoingFigures(String procedure, ProcedureFigures figures) {}
