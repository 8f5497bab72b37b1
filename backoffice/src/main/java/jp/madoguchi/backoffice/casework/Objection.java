package jp.madoguchi.backoffice.casework;

/**
 * Something in a clerk's input that has to be put right first.
 *
 * @param field the form field beside which the message stands
 * @param message what is wrong and what to do, in Japanese
 */
public record Objection(String field, String message) {}
