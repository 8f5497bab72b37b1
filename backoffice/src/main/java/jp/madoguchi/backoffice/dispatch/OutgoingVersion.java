package jp.madoguchi.backoffice.dispatch;

import jp.madoguchi.exchange.PublishedVersion;

/** A frozen version of a procedure on its way to the portal. */
record OutgoingVersion(String procedure, int version, PublishedVersion content) {}
