package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.answer.Answer;

/**
 * What reading the typed parts of one question led to.
 */
public sealed interface Reading {

    /** Nothing was typed. */
    record Nothing() implements Reading {}

    record Understood(Answer answer) implements Reading {}

    /**
     * @param kept what may be kept of it so that it can be mended: without My Numbers and unprintable characters
     */
    record NotUnderstood(List<Flaw> flaws, Typed kept) implements Reading {
        public NotUnderstood {
            flaws = List.copyOf(flaws);
        }
    }
}
