package jp.madoguchi.platform.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.openpdf.text.pdf.PdfReader;

/**
 * Whether an encrypted PDF needs a password to be opened: many are encrypted only to forbid printing or changes, and open for everybody.
 * Only the encryption dictionary and the file identifier, from which the key is made (ISO 32000-2, 7.6.4), are given to the PDF library, in
 * an empty document: the library unpacks whatever a stranger's file holds, without a bound.
 */
final class PdfLock {

    private static final Pattern BY_REFERENCE = Pattern
            .compile("/Encrypt\\s+(\\d{1,10})\\s+(\\d{1,5})\\s+R");
    private static final Pattern IN_PLACE = Pattern.compile("/Encrypt\\s*<<");
    private static final Pattern IDENTIFIER = Pattern.compile("/ID\\s*\\[");
    /** Dictionaries of public-key security name every recipient; the standard ones are far shorter. */
    private static final int LONGEST = 64 * 1024;

    private PdfLock() {}

    static boolean needsPassword(Latin text) {
        var dictionary = dictionary(text);
        if (dictionary.isEmpty()) {
            return false;
        }
        var identifier = IDENTIFIER.matcher(text);
        var id = identifier.find() ? balanced(text, identifier.end() - 1) : "";
        try (var reader = new PdfReader(empty(dictionary, id.isEmpty() ? "[<00><00>]" : id))) {
            return reader.getNumberOfPages() != 1;
        } catch (IOException | RuntimeException locked) {
            // A wrong password, or a way of encrypting that asks for more than one.
            return true;
        }
    }

    private static String dictionary(Latin text) {
        var place = IN_PLACE.matcher(text);
        if (place.find()) {
            return balanced(text, place.end() - 2);
        }
        var reference = BY_REFERENCE.matcher(text);
        if (!reference.find()) {
            return "";
        }
        var object = Pattern.compile("(?<!\\d)" + reference.group(1) + "\\s+" + reference.group(2) + "\\s+obj\\s*<<")
                .matcher(text);
        return object.find() ? balanced(text, object.end() - 2) : "";
    }

    private static byte[] empty(String encryption, String id) {
        return ("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n"
                + "4 0 obj\n" + encryption + "\nendobj\n"
                + "trailer\n<</Root 1 0 R/Size 5/Encrypt 4 0 R/ID" + id + ">>\nstartxref\n0\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** From an opening bracket to the one that closes it; empty if none does. What stands in strings opens and closes nothing. */
    private static String balanced(Latin text, int from) {
        int depth = 0;
        int end = Math.min(text.length(), from + LONGEST);
        for (int at = from; at < end; at++) {
            switch (text.charAt(at)) {
                case '[' -> depth++;
                case '<' -> {
                    if (at + 1 < end && text.charAt(at + 1) == '<') {
                        depth++;
                        at++;
                    } else {
                        at = Math.max(at, text.indexOf(">", at));
                    }
                }
                case '(' -> at = string(text, at, end);
                case ']', '>' -> {
                    at += text.charAt(at) == '>' ? 1 : 0;
                    depth--;
                    if (depth == 0) {
                        return text.subSequence(from, Math.min(at + 1, end)).toString();
                    }
                }
                default -> {
                }
            }
        }
        return "";
    }

    private static int string(Latin text, int from, int end) {
        int depth = 0;
        for (int at = from; at < end; at++) {
            switch (text.charAt(at)) {
                case '\\' -> at++;
                case '(' -> depth++;
                case ')' -> {
                    depth--;
                    if (depth == 0) {
                        return at;
                    }
                }
                default -> {
                }
            }
        }
        return end;
    }
}
