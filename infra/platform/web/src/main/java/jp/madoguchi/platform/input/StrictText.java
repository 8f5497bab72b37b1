package jp.madoguchi.platform.input;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import jp.madoguchi.platform.problem.Refusal;

/**
 * Percent-encoded text as browsers send it (WHATWG URL, application/x-www-form-urlencoded), read without guessing: a broken escape,
 * bytes that are no UTF-8, and U+0000, which PostgreSQL cannot hold and nobody types, are refused. A lenient reader would put U+FFFD
 * in their place and keep what nobody wrote.
 */
public final class StrictText {

    private StrictText() {}

    /** @throws Refusal.Malformed if any name or value cannot be read */
    public static MultiValueMap<String, String> form(byte[] body) {
        var fields = new LinkedMultiValueMap<String, String>();
        int from = 0;
        for (int at = 0; at <= body.length; at++) {
            if (at == body.length || body[at] == '&') {
                if (at > from) {
                    field(body, from, at, fields);
                }
                from = at + 1;
            }
        }
        return fields;
    }

    private static void field(byte[] body, int from, int to, MultiValueMap<String, String> fields) {
        int equals = from;
        while (equals < to && body[equals] != '=') {
            equals++;
        }
        fields.add(decoded(body, from, equals, true), decoded(body, Math.min(equals + 1, to), to, true));
    }

    /**
     * Makes sure that a part of an address can be read.
     *
     * @param encoded path or query as it came
     * @throws Refusal.Malformed if it cannot
     */
    public static void check(String encoded) {
        var bytes = encoded.getBytes(StandardCharsets.UTF_8);
        decoded(bytes, 0, bytes.length, false);
    }

    /** The name of a sent file as one line: without characters that cannot be seen or kept, and without My Numbers. */
    public static String fileName(String sent) {
        return InputGuard.withoutNumbers(sent.codePoints().filter(StrictText::isVisible)
                .mapToObj(Character::toString).collect(Collectors.joining()));
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED ->
                false;
            default -> true;
        };
    }

    private static String decoded(byte[] text, int from, int to, boolean plusIsSpace) {
        var bytes = new ByteArrayOutputStream(to - from);
        for (int at = from; at < to; at++) {
            byte b = text[at];
            if (b == '%') {
                if (at + 2 >= to) {
                    throw unreadable();
                }
                bytes.write(hex(text[at + 1]) << 4 | hex(text[at + 2]));
                at += 2;
            } else {
                bytes.write(b == '+' && plusIsSpace ? ' ' : b);
            }
        }
        try {
            var read = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            if (read.indexOf(0) >= 0) {
                throw unreadable();
            }
            return read;
        } catch (CharacterCodingException noUtf8) {
            throw unreadable();
        }
    }

    private static int hex(byte digit) {
        int value = Character.digit(digit, 16);
        if (value < 0) {
            throw unreadable();
        }
        return value;
    }

    /** What is said of text that cannot be read. */
    public static Refusal.Malformed unreadable() {
        return new Refusal.Malformed("unreadable-text",
                "送られた文字のなかに、読み取れないもの（文字化けや、目に見えない制御文字）がありました。保存していません。"
                        + "ブラウザーの「戻る」で前の画面に戻り、貼り付けた文字があれば入力し直してから、もう一度お試しください。");
    }
}
