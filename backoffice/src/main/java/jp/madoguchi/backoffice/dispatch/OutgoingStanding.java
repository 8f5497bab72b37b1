package jp.madoguchi.backoffice.dispatch;

import jp.madoguchi.exchange.ProcedureStanding;

/** Whether a procedure is taken at present, on its way to the portal. */
record OutgoingStanding(String procedure, ProcedureStanding standing) {}
