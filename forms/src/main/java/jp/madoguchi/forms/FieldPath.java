package jp.madoguchi.forms;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where an answer stands: {@code spouse-name}, or {@code children.r1.child-name} inside a row of a repeat.
 * It is also the prefix of the names of the posted form fields ({@code children.r1.child-name.family}).
 *
 * @param repeat the repeat, null for a question outside of one
 * @param row the row of the repeat, null exactly where {@code repeat} is
 * @param question the question; for the repeat itself, the repeat's own id with {@code repeat} null
 */
public record FieldPath(@Nullable QuestionId repeat, @Nullable RowId row, QuestionId question) {

    public FieldPath {
        if ((repeat == null) != (row == null)) {
            throw new IllegalArgumentException("a row belongs to a repeat");
        }
    }

    public static FieldPath of(QuestionId question) {
        return new FieldPath(null, null, question);
    }

    public static FieldPath of(QuestionId repeat, RowId row, QuestionId question) {
        return new FieldPath(repeat, row, question);
    }

    /**
     * Reads a printed path.
     *
     * @throws IllegalArgumentException if the text is neither {@code question} nor {@code repeat.row.question}
     */
    public static FieldPath parse(String text) {
        var parts = List.of(text.split("\\.", -1));
        return switch (parts.size()) {
            case 1 -> of(new QuestionId(parts.get(0)));
            case 3 -> of(new QuestionId(parts.get(0)), new RowId(parts.get(1)), new QuestionId(parts.get(2)));
            default -> throw new IllegalArgumentException("not a field path: " + text);
        };
    }

    /** The name of a posted field: the path itself for the bare part {@code ""}, else path and part. */
    public String field(String part) {
        return part.isEmpty() ? toString() : this + "." + part;
    }

    @Override
    public String toString() {
        return repeat == null ? question.value() : repeat + "." + row + "." + question;
    }
}
