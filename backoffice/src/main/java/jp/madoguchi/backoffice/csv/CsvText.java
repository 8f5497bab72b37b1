package jp.madoguchi.backoffice.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated text (RFC 4180), tolerant of how spreadsheets save it: with or without a byte-order mark, in
 * UTF-8 or Windows-31J, with any line ending.
 */
public final class CsvText {

    private static final Charset WINDOWS_31J = Charset.forName("Windows-31J");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvText() {}

    /**
     * One line of the file.
     *
     * @param number line number of its first character, from 1, as an editor shows it
     */
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        public boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /**
     * The text of an uploaded file: UTF-8 where the bytes are valid UTF-8, else Windows-31J.
     *
     * @throws UnreadableCsvException where the bytes are neither
     */
    public static String decode(byte[] bytes) {
        // Never in a text; every second byte of "Unicode text" (UTF-16), which spreadsheets also offer.
        for (byte each : bytes) {
            if (each == 0) {
                throw unreadable(null);
            }
        }
        try {
            return withoutMark(strictly(StandardCharsets.UTF_8, bytes));
        } catch (CharacterCodingException notUtf8) {
            try {
                return strictly(WINDOWS_31J, bytes);
            } catch (CharacterCodingException neither) {
                neither.addSuppressed(notUtf8);
                throw unreadable(neither);
            }
        }
    }

    private static UnreadableCsvException unreadable(@Nullable Throwable why) {
        return new UnreadableCsvException("文字コードを読み取れません。UTF-8 または Shift_JIS（Windows-31J）で保存してください。", why);
    }

    private static String strictly(Charset charset, byte[] bytes) throws CharacterCodingException {
        return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /**
     * The lines of the text; blank lines are left out.
     *
     * @throws UnreadableCsvException where a quoted cell is not closed
     */
    public static List<Line> lines(String text) {
        return new Reading(text).lines();
    }

    private static final class Reading {
        private final String text;
        private final List<Line> lines = new ArrayList<>();
        private List<String> cells = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private int lineNumber = 1;
        private int recordBegan = 1;

        Reading(String text) {
            this.text = text;
        }

        List<Line> lines() {
            int at = 0;
            while (at < text.length()) {
                char c = text.charAt(at);
                switch (c) {
                    case '"' -> at = cell.isEmpty() ? quoted(at) : plain(c, at);
                    case ',' -> at = endCell(at);
                    case '\r', '\n' -> at = endLine(c, at);
                    default -> at = plain(c, at);
                }
            }
            if (!cell.isEmpty() || !cells.isEmpty()) {
                endRecord();
            }
            return lines;
        }

        private int plain(char c, int at) {
            cell.append(c);
            return at + 1;
        }

        private int endCell(int at) {
            cells.add(cell.toString());
            cell.setLength(0);
            return at + 1;
        }

        private int endLine(char c, int at) {
            endRecord();
            lineNumber++;
            recordBegan = lineNumber;
            boolean pair = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            return at + (pair ? 2 : 1);
        }

        private void endRecord() {
            cells.add(cell.toString());
            cell.setLength(0);
            var line = new Line(recordBegan, cells);
            if (!line.isBlank()) {
                lines.add(line);
            }
            cells = new ArrayList<>();
        }

        private int quoted(int opening) {
            int at = opening + 1;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '"') {
                    if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                        cell.append('"');
                        at += 2;
                        continue;
                    }
                    return at + 1;
                }
                if (c == '\n') {
                    lineNumber++;
                }
                cell.append(c);
                at++;
            }
            throw new UnreadableCsvException(recordBegan + "行目：引用符「\"」が閉じられていません。", null);
        }
    }
}
