package jp.madoguchi.forms.file;

import java.util.regex.Pattern;

/**
 * SHA-256 over the canonical JSON of a definition, lower-case hex: two versions are the same exactly where this is.
 */
public record ContentHash(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public ContentHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a content hash");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
