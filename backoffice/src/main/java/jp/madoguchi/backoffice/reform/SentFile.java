package jp.madoguchi.backoffice.reform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that was sent to be taken into the register.
 *
 * @param content while it waits; empty afterwards
 * @param end what became of it; null while it waits
 */
public record SentFile(UUID id, String name, String content, @Nullable End end) {

    public enum End {
        TAKEN, CANCELLED, DISPLACED, EXPIRED
    }
}
