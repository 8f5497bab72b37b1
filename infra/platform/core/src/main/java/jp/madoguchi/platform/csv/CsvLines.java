package jp.madoguchi.platform.csv;

import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/** Puts a line together from its cells; knows where it stands when the text cannot be read on. */
final class CsvLines extends AbstractBaseCsvCallbackHandler<CsvText.Line> {

    private final List<String> cells = new ArrayList<>();
    private int line = 1;

    /** Line of the file on which the record that is being read began, from 1. */
    int line() {
        return line;
    }

    /** Column of the cell that is being read, from 1. */
    int column() {
        return cells.size() + 1;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = Math.toIntExact(startingLineNumber);
        cells.clear();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (index >= CsvText.MOST_COLUMNS) {
            throw new UnreadableCsvException("%d行目：列が多すぎます（%,d列まで）。".formatted(line, CsvText.MOST_COLUMNS), null);
        }
        cells.add(new String(buffer, offset, length));
    }

    @Override
    protected CsvText.Line buildRecord() {
        return new CsvText.Line(line, cells);
    }
}
