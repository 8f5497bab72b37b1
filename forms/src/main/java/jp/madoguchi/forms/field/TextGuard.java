package jp.madoguchi.forms.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.japanese.MyNumber;

/**
 * Keeps out what no field may hold: My Numbers, control characters, half surrogate pairs, marks that turn the direction
 * of writing or cannot be seen, and texts beyond every limit. Ideographic variation sequences and rare kanji pass.
 */
final class TextGuard {

    enum Message implements MessageKey {
        TOO_LONG, UNPRINTABLE, MY_NUMBER
    }

    /** In code points; the most that is kept of any value. */
    static final int MOST = 10_000;

    private TextGuard() {}

    /** Adds a flaw per guarded part and answers what may be kept. */
    static Typed inspect(Typed typed, boolean multiline, Flaws flaws) {
        var kept = new LinkedHashMap<String, List<String>>();
        typed.parts().forEach((part, values) -> {
            var good = new ArrayList<String>();
            for (var value : values) {
                var text = multiline ? value.replace("\r\n", "\n").replace('\r', '\n') : value;
                if (text.codePointCount(0, text.length()) > MOST) {
                    text = text.substring(0, text.offsetByCodePoints(0, MOST));
                    flaws.add(part, "too-long", Message.TOO_LONG);
                }
                var clean = clean(text, multiline);
                if (!clean.equals(text)) {
                    flaws.add(part, "unprintable", Message.UNPRINTABLE);
                }
                if (MyNumber.appearsIn(clean)) {
                    flaws.add(part, "my-number", Message.MY_NUMBER);
                }
                // What was typed around the number stays; the number itself is not kept anywhere.
                good.add(MyNumber.hiddenIn(clean));
            }
            kept.put(part, good);
        });
        return new Typed(kept);
    }

    private static String clean(String text, boolean multiline) {
        var out = new StringBuilder(text.length());
        text.codePoints().filter(c -> isWelcome(c, multiline)).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isWelcome(int c, boolean multiline) {
        if (c == '\n') {
            return multiline;
        }
        if (c == '\t') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            // Joiners belong to emoji and to some scripts; every other format character only hides something.
            case Character.FORMAT -> c == 0x200C || c == 0x200D;
            case Character.UNASSIGNED -> (c & 0xFFFE) != 0xFFFE;
            default -> true;
        };
    }
}
