package jp.madoguchi.testkit;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/** What the log says of faults while this is open: errors, and stack traces of any weight. */
public final class LoggedFaults implements AutoCloseable {

    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    public LoggedFaults() {
        events.start();
        root.addAppender(events);
    }

    public List<String> faults() {
        return List.copyOf(events.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR) || event.getThrowableProxy() != null
                        && event.getLevel().isGreaterOrEqual(Level.INFO))
                .map(event -> event.getFormattedMessage() + (event.getThrowableProxy() == null
                        ? ""
                        : " " + event.getThrowableProxy().getClassName() + ": "
                                + event.getThrowableProxy().getMessage()))
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(events);
    }
}
