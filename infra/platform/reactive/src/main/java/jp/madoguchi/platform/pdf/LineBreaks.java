package jp.madoguchi.platform.pdf;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.SplitCharacter;
import org.openpdf.text.pdf.PdfChunk;

/** Where a Japanese line may break (禁則処理, JIS X 4051): not before 、。」っ and the like, not after 「（, not inside a number or word. */
final class LineBreaks implements SplitCharacter {

    static final LineBreaks INSTANCE = new LineBreaks();

    private static final String NEVER_FIRST = "、。，．・：；？！゛゜ヽヾゝゞ々ー）」』】〕〉》］｝ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)]}%％℃様号";
    private static final String NEVER_LAST = "（「『【〔〈《［｛([{第";

    private LineBreaks() {}

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk @Nullable [] chunks) {
        char here = text[current];
        if (Character.isHighSurrogate(here)) {
            return false;
        }
        if (current + 1 >= end) {
            return !contains(NEVER_LAST, here);
        }
        char next = text[current + 1];
        if (contains(NEVER_FIRST, next) || contains(NEVER_LAST, here)) {
            return false;
        }
        if (here == ' ' || here == '-' || here == '/') {
            return true;
        }
        return !isWestern(here) || !isWestern(next);
    }

    private static boolean isWestern(char c) {
        return c > ' ' && c < 0x2E80 && !Character.isWhitespace(c);
    }

    private static boolean contains(String set, char c) {
        return set.indexOf(c) >= 0;
    }
}
