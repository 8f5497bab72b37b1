package jp.madoguchi.platform.pdf;

/**
 * One line of a table of facts.
 *
 * @param label what it is
 * @param value may be empty and may hold several lines
 */
public record Entry(String label, String value) {}
