package jp.madoguchi.portal.catalogue;

import jp.madoguchi.forms.definition.Procedure;

/**
 * One published version of a procedure; immutable for good.
 *
 * @param version from 1
 * @param contentHash SHA-256 of the canonical definition, lower-case hex
 */
public record Edition(Procedure procedure, int version, String contentHash) {}
