package jp.madoguchi.forms;

/**
 * The stable name of a reusable block of questions: {@code person}, {@code bank-account}.
 *
 * @param value formed like a question id
 */
public record BlockId(String value) implements Comparable<BlockId> {

    public BlockId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a block id: " + value);
        }
    }

    /** Whether the text could be a block id; never throws. */
    public static boolean isValid(String value) {
        return QuestionId.isValid(value);
    }

    @Override
    public int compareTo(BlockId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
