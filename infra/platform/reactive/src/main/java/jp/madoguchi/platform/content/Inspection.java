package jp.madoguchi.platform.content;

import org.jspecify.annotations.Nullable;

/**
 * What a whole file turned out to be.
 *
 * @param flaw why it is not taken; null where nothing speaks against it
 */
public record Inspection(ContentKind kind, @Nullable Flaw flaw) {}
