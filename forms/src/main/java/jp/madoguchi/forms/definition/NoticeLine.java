package jp.madoguchi.forms.definition;

import jp.madoguchi.forms.QuestionId;

import org.jspecify.annotations.Nullable;

/**
 * A line under 記 of an approving notice: what is decided, as far as the answers say it.
 *
 * @param label 「対象児童」
 * @param text with answers in {@code {question}} form: 「{child-name}（{child-birth}生まれ）」; with {@code {allowance-amount}} and
 *     {@code {allowance-start}} where the notice works the child allowance out
 * @param forEach the repeat for each of whose rows the line stands; null for once
 */
public record NoticeLine(String label, String text, @Nullable QuestionId forEach) {}
