package jp.madoguchi.exchange;

/**
 * How many applications are being filled in in one version of a procedure; nothing about any of them.
 *
 * @param version 1 or more
 * @param drafts 1 or more
 */
public record DraftCount(int version, long drafts) {}
