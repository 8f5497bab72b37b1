package jp.madoguchi.forms.field;

/**
 * Checks that several kinds share.
 */
final class Shapes {

    private Shapes() {}

    /** The answer belongs to another kind of question: its version has been mixed up. */
    static void wrong(Flaws flaws) {
        flaws.add("", "wrong-shape", "「{0}」の回答の形式が合っていません。もう一度入力してください。",
                "The answer to “{0}” has another form. Please enter it again.");
    }

    /** At most so many code points. */
    static void length(String part, String value, int most, Flaws flaws) {
        int length = value.codePointCount(0, value.length());
        if (length > most) {
            flaws.add(part, "too-long", "「{0}」は%d文字までで入力してください（今は%d文字です）。".formatted(most, length),
                    "Please keep “{0}” within %d characters (now %d).".formatted(most, length));
        }
    }
}
