package jp.madoguchi.platform.input;

import java.util.regex.Pattern;

import jp.madoguchi.forms.japanese.MyNumber;
import jp.madoguchi.platform.pagekit.Words;

/**
 * Looks at free text before it is kept, at every door at which a person types one: the resident's and the staff's. (The pages of a
 * procedure have the same guard in the form language.) 番号法 20条 forbids to collect a My Number without right, so what holds one is
 * not kept, not even as a draft; it stays on the screen, with the word beside its field.
 */
public final class InputGuard {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private InputGuard() {}

    /** The text without characters nobody types, lines ended by {@code \n}, trimmed. */
    public static String cleaned(String typed) {
        return CONTROLS.matcher(typed.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("").strip();
    }

    /**
     * What keeps a text from being kept, in the language of the page; empty if nothing does.
     *
     * @param language BCP 47
     */
    public static String trouble(String text, String language) {
        return MyNumber.appearsIn(text) ? Words.in(language, "input.my-number") : "";
    }

    /** For what is kept unasked while somebody is still typing, and for names of files: ○ in place of each digit of a number. */
    public static String withoutNumbers(String text) {
        return MyNumber.hiddenIn(text);
    }
}
