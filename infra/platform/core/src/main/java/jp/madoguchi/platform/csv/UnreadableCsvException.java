package jp.madoguchi.platform.csv;

import org.jspecify.annotations.Nullable;

/** The file cannot be read as comma-separated text at all; the message, in Japanese, is for the person who sent it. */
public final class UnreadableCsvException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableCsvException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
