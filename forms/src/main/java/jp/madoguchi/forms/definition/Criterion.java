package jp.madoguchi.forms.definition;

/**
 * One review criterion (審査基準, 行政手続法 5条), shown to the public and beside the case; a refusal cites one.
 *
 * @param id stable within the procedure
 * @param clause the clause of law it applies: 「児童手当法第4条」
 */
public record Criterion(String id, String clause, String text) {}
