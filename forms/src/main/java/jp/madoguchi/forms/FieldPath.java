package jp.madoguchi.forms;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an answer stands: {@code spouse-name}, {@code children.r1.child-name} inside a row of a repeat, or
 * {@code guardians.r1.works.r2.employer} inside a row of a repeat in it. It is also the prefix of the names of the posted
 * form fields ({@code children.r1.child-name.family}).
 *
 * @param within the rows it stands in, the outermost first; empty outside of repeats
 * @param question the question; for a repeat itself, the repeat's own id
 */
public record FieldPath(List<At> within, QuestionId question) {

    /** As deep as repeats may stand in one another. */
    public static final int MOST_DEEP = 2;

    public FieldPath {
        within = List.copyOf(within);
        if (within.size() > MOST_DEEP) {
            throw new IllegalArgumentException("repeats stand at most " + MOST_DEEP + " deep");
        }
    }

    /** One row of one repeat. */
    public record At(QuestionId repeat, RowId row) {}

    public static FieldPath of(QuestionId question) {
        return new FieldPath(List.of(), question);
    }

    public static FieldPath of(QuestionId repeat, RowId row, QuestionId question) {
        return new FieldPath(List.of(new At(repeat, row)), question);
    }

    /**
     * Reads a printed path.
     *
     * @throws IllegalArgumentException if the text is no question behind at most two pairs of repeat and row
     */
    public static FieldPath parse(String text) {
        var parts = List.of(text.split("\\.", -1));
        if (parts.size() % 2 == 0 || parts.size() > 2 * MOST_DEEP + 1) {
            throw new IllegalArgumentException("not a field path: " + text);
        }
        var within = new ArrayList<At>();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            within.add(new At(new QuestionId(parts.get(i)), new RowId(parts.get(i + 1))));
        }
        return new FieldPath(within, new QuestionId(parts.getLast()));
    }

    /** The path of what stands in a row of the repeat that this path leads to. */
    public FieldPath in(RowId row, QuestionId inner) {
        return new FieldPath(rows(row), inner);
    }

    /** The rows around what stands in a row of the repeat that this path leads to. */
    public List<At> rows(RowId row) {
        if (within.isEmpty()) {
            return List.of(new At(question, row));
        }
        var deeper = new ArrayList<>(within);
        deeper.add(new At(question, row));
        return List.copyOf(deeper);
    }

    /** Whether this stands in some row of the repeat that the other path leads to. */
    public boolean isWithin(FieldPath repeat) {
        int depth = repeat.within.size();
        return within.size() > depth && within.subList(0, depth).equals(repeat.within)
                && within.get(depth).repeat().equals(repeat.question);
    }

    /** The name of a posted field: the path itself for the bare part {@code ""}, else path and part. */
    public String field(String part) {
        return part.isEmpty() ? toString() : this + "." + part;
    }

    @Override
    public String toString() {
        if (within.isEmpty()) {
            return question.value();
        }
        var text = new StringBuilder();
        within.forEach(at -> text.append(at.repeat().value()).append('.').append(at.row().value()).append('.'));
        return text.append(question.value()).toString();
    }
}
