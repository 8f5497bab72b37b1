package jp.madoguchi.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What one logger says from {@code INFO} on while this is open, with what its lines bear beside their text. */
public final class LoggedLines implements AutoCloseable {

    private final ListAppender<ILoggingEvent> events = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
            // What a line bears is known to the thread that writes it.
            event.prepareForDeferredProcessing();
            super.append(event);
        }
    };
    private final Logger logger;
    private final @Nullable Level before;

    public LoggedLines(String name) {
        logger = (Logger) LoggerFactory.getLogger(name);
        before = logger.getLevel();
        events.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(events);
    }

    /** In the order in which they were written. */
    public List<ILoggingEvent> all() {
        return List.copyOf(events.list);
    }

    @Override
    public void close() {
        logger.detachAppender(events);
        logger.setLevel(before);
    }
}
