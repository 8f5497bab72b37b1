package jp.madoguchi.backoffice.office;

/**
 * An office as its papers name it.
 *
 * @param mark stands in document numbers; the name of the office where it has none
 * @param section in charge, empty where it is not said
 * @param phone as printed, empty where it is not said
 */
public record OfficePaper(String code, String name, String mark, String section, String phone) {}
