package jp.madoguchi.forms.condition;

import java.util.List;

import jp.madoguchi.forms.QuestionId;

/**
 * A yes-or-no question about the answers. Evaluated on the server; a hidden or missing answer makes every comparison
 * with it false.
 */
public sealed interface Condition {

    Condition ALWAYS = new All(List.of());

    /** All of these; true where there is none. */
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    /** At least one of these; false where there is none. */
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    record Not(Condition of) implements Condition {}

    /** The question is shown and has an answer. */
    record Answered(QuestionId question) implements Condition {}

    /** The answer is, or among many chosen ones includes, one of these codes ({@code yes}/{@code no} for yes-or-no). */
    record Is(QuestionId question, List<String> values) implements Condition {
        public Is {
            values = List.copyOf(values);
        }
    }

    /** The bank account stands in the person's name: the holder's kana are those of the name, spaces set aside. */
    record HeldBy(QuestionId account, QuestionId person) implements Condition {}

    /** Both questions are answered, and people would read the same in both answers (width, kana and spaces make no difference). */
    record Same(QuestionId question, QuestionId as) implements Condition {}

    /** Both terms are known and of one type (amounts or days), and compare so. */
    record Compare(Term left, Comparison comparison, Term right) implements Condition {}

    /** How two terms may compare; the sign is what stands in definition files. */
    enum Comparison {
        LESS("<"), AT_MOST("<="), EQUAL("="), DIFFERENT("!="), AT_LEAST(">="), MORE(">");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        /** Whether it holds for the outcome of a {@link Comparable#compareTo}. */
        public boolean holds(int order) {
            return switch (this) {
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case EQUAL -> order == 0;
                case DIFFERENT -> order != 0;
                case AT_LEAST -> order >= 0;
                case MORE -> order > 0;
            };
        }
    }
}
