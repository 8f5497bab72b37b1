package jp.madoguchi.platform.content;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the structure of a PDF (ISO 32000-2) without drawing it. Outside of its streams it is text, and so are its object streams once
 * they are unpacked: all dictionaries stand in the one or the other.
 */
final class PdfLook {

    /** Object streams hold dictionaries; books of a thousand pages have a few megabytes of them. */
    private static final int MOST_UNPACKED = 64 * 1024 * 1024;
    private static final Pattern LINEARIZED = Pattern.compile("/Linearized\\s[^>]{0,200}?/L\\s+(\\d{1,18})");
    private static final Pattern STREAM = Pattern.compile(">>\\s{0,20}stream\\r?\\n");
    private static final Pattern OBJECT_STREAM = Pattern.compile("/Type\\s*/ObjStm\\b");
    private static final Pattern FILTER = Pattern.compile("/Filter\\s*(\\[[^\\]]*\\]|/\\w+)");
    private static final Pattern FLATE = Pattern.compile("\\[?\\s*/(FlateDecode|Fl)\\s*\\]?");
    private static final Pattern NAME = Pattern.compile("/([^\\s/<>\\[\\](){}%]{1,80})");
    /** Scripts (12.6.4.17) and programs (12.6.4.6); everything else a PDF can do, it does inside its viewer. */
    private static final Set<String> ACTIONS = Set.of("JavaScript", "JS", "Launch");

    private final Latin text;
    private int unpacked;

    private PdfLook(Latin text) {
        this.text = text;
    }

    static @Nullable Flaw at(ByteBuffer content) {
        var look = new PdfLook(new Latin(content));
        if (look.isCutOff()) {
            return Flaw.DAMAGED;
        }
        if (look.text.indexOf("/Encrypt", 0) >= 0 && PdfLock.needsPassword(look.text)) {
            return Flaw.LOCKED;
        }
        return look.actions();
    }

    /** Viewers mend a wrong table of objects; what never arrived they cannot. */
    private boolean isCutOff() {
        if (text.lastIndexOf("%%EOF") < 0 && text.lastIndexOf("startxref") < 0) {
            return true;
        }
        var head = text.subSequence(0, Math.min(2048, text.length()));
        var linearized = LINEARIZED.matcher(head);
        return linearized.find() && Long.parseLong(linearized.group(1)) > text.length();
    }

    private @Nullable Flaw actions() {
        var streams = STREAM.matcher(text);
        int from = 0;
        while (streams.find(from)) {
            if (acts(text.subSequence(from, streams.end()))) {
                return Flaw.ACTIVE;
            }
            int end = text.indexOf("endstream", streams.end());
            if (end < 0) {
                return null;
            }
            var flaw = inside(text.subSequence(from, streams.end()), streams.end(), end);
            if (flaw != null) {
                return flaw;
            }
            from = end;
        }
        return acts(text.subSequence(from, text.length())) ? Flaw.ACTIVE : null;
    }

    private @Nullable Flaw inside(Latin before, int start, int end) {
        var dictionary = before.subSequence(Math.max(0, before.lastIndexOf(" obj")), before.length()).toString();
        if (!OBJECT_STREAM.matcher(dictionary).find()) {
            return null;
        }
        var content = text.subSequence(start, end);
        var filter = FILTER.matcher(dictionary);
        if (!filter.find()) {
            return acts(content) ? Flaw.ACTIVE : null;
        }
        if (!FLATE.matcher(filter.group(1)).matches()) {
            // No writer packs dictionaries in another way, unless to hide them.
            return Flaw.ACTIVE;
        }
        return unpack(content.bytes());
    }

    private @Nullable Flaw unpack(ByteBuffer packed) {
        var inflater = new Inflater();
        try {
            inflater.setInput(packed);
            var piece = new byte[64 * 1024];
            var rest = "";
            while (!inflater.finished()) {
                int count = inflater.inflate(piece);
                if (count == 0) {
                    break;
                }
                unpacked += count;
                if (unpacked > MOST_UNPACKED) {
                    return Flaw.TOO_MUCH;
                }
                var now = rest + new Latin(ByteBuffer.wrap(piece, 0, count).slice());
                if (acts(now)) {
                    return Flaw.ACTIVE;
                }
                // A name may lie across two pieces.
                rest = now.substring(Math.max(0, now.length() - 100));
            }
            return null;
        } catch (DataFormatException encrypted) {
            // Or broken. Whoever encrypts what everybody may open hides nothing from viewers, but from us.
            return null;
        } finally {
            inflater.end();
        }
    }

    private static boolean acts(CharSequence dictionaries) {
        return NAME.matcher(dictionaries).results().anyMatch(name -> ACTIONS.contains(plain(name.group(1))));
    }

    /** Any character of a name may be written as {@code #} and two hexadecimal digits (7.3.5). */
    private static String plain(String name) {
        if (name.indexOf('#') < 0) {
            return name;
        }
        return Pattern.compile("#([0-9A-Fa-f]{2})").matcher(name)
                .replaceAll(code -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString((char) Integer.parseInt(code.group(1), 16))));
    }
}
