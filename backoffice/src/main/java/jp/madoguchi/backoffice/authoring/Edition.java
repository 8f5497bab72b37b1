package jp.madoguchi.backoffice.authoring;

import jp.madoguchi.forms.definition.Procedure;

/**
 * A frozen version of a procedure.
 *
 * @param version 1 or more
 * @param contentHash SHA-256 of its canonical JSON, lower-case hex
 */
public record Edition(Procedure procedure, int version, String contentHash) {}
