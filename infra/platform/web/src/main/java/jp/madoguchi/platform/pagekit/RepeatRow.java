package jp.madoguchi.platform.pagekit;

import gg.jte.Content;

/**
 * One entry of a repeated group.
 *
 * @param heading     such as 「児童 2人目」
 * @param removeName  name of the submit button that removes it, empty if it cannot be removed
 * @param removeValue value of that button
 */
public record RepeatRow(String heading, Content fields, String removeName, String removeValue) {}
