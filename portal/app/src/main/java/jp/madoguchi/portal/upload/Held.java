package jp.madoguchi.portal.upload;

import java.util.UUID;

/**
 * A file that cannot be handed in (yet).
 *
 * @param field where it belongs, as a printed field path
 * @param infected whether the scanner found something in it; otherwise it has given no verdict so far
 */
public record Held(UUID id, String field, String name, boolean infected) {}
