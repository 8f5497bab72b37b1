package jp.madoguchi.backoffice.authoring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jp.madoguchi.backoffice.authoring.WaitingFiles.WaitingFile;
import org.springframework.stereotype.Component;

/**
 * What waiting files say by themselves, each read and checked once: a file never changes, and a long one takes a second or more every
 * time its page is looked at.
 */
@Component
public class ReadFiles {

    private static final int MOST = 16;

    private final Map<UUID, FileCheck> read = new LinkedHashMap<>(MOST, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, FileCheck> eldest) {
            return size() > MOST;
        }
    };

    /** Blocks while it reads; one file at a time, so that many looks at a long one cost no more than one. */
    public synchronized FileCheck check(WaitingFile file) {
        return read.computeIfAbsent(file.id(),
                id -> FileCheck.of(id, file.name(), file.content(), file.restores()));
    }
}
