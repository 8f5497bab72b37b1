package jp.madoguchi.platform.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated text (RFC 4180), tolerant of how spreadsheets save it: with or without a byte-order mark, in
 * UTF-8 or Windows-31J, with any line ending.
 */
public final class CsvText {

    private static final Charset WINDOWS_31J = Charset.forName("Windows-31J");
    private static final int SMALLEST_BUFFER = 8_192;

    static final char BYTE_ORDER_MARK = '\uFEFF';

    /** More lines than any table of the city has; what is longer is not read to its end. */
    public static final int MOST_LINES = 1_000_000;
    /** As many columns as the widest spreadsheet has. */
    public static final int MOST_COLUMNS = 16_384;

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
     * @throws UnreadableCsvException where a quoted cell is not closed, or there are more than {@link #MOST_LINES} lines or
     * {@link #MOST_COLUMNS} columns
     */
    public static List<Line> lines(String text) {
        var reading = new CsvLines();
        // What stands behind a closing quote belongs to the cell: people write that way, and nothing of theirs is lost.
        var csv = CsvReader.builder().skipEmptyLines(true).allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(Math.max(SMALLEST_BUFFER, text.length() + 1)).build(reading, text);
        var lines = new ArrayList<Line>();
        try {
            for (var line : csv) {
                if (line.number() > MOST_LINES) {
                    throw new UnreadableCsvException("行が多すぎます（%,d行まで）。".formatted(MOST_LINES), null);
                }
                if (!line.isBlank()) {
                    lines.add(line);
                }
            }
            return lines;
        } catch (CsvParseException stopped) {
            if (stopped.getCause() instanceof UnreadableCsvException unreadable) {
                throw unreadable;
            }
            throw new UnreadableCsvException(
                    "%d行目の%d列目：引用符「\"」が閉じられていません。".formatted(reading.line(), reading.column()), stopped);
        }
    }
}
