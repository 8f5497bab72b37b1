package jp.madoguchi.platform.content;

import java.nio.ByteBuffer;

/** Bytes as the characters of ISO 8859-1, without a copy: for formats whose structure is text and whose content is not. */
record Latin(ByteBuffer bytes) implements CharSequence {

    @Override
    public int length() {
        return bytes.limit();
    }

    @Override
    public char charAt(int index) {
        return (char) (bytes.get(index) & 0xFF);
    }

    @Override
    public Latin subSequence(int start, int end) {
        return new Latin(bytes.slice(start, end - start));
    }

    int indexOf(String text, int from) {
        var first = (byte) text.charAt(0);
        for (int at = from; at <= length() - text.length(); at++) {
            if (bytes.get(at) == first && matches(text, at)) {
                return at;
            }
        }
        return -1;
    }

    int lastIndexOf(String text) {
        for (int at = length() - text.length(); at >= 0; at--) {
            if (matches(text, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean matches(String text, int at) {
        for (int i = 0; i < text.length(); i++) {
            if (charAt(at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return new StringBuilder(this).toString();
    }
}
