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
}
