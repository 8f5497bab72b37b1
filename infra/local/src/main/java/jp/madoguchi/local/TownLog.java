package jp.madoguchi.local;

import java.nio.file.Path;

import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;

/** The one log of the town: a file in the data folder; only warnings reach the console. */
final class TownLog {

    private TownLog() {}

    /** Keeps the three programs from configuring the log that they share. To be called before anything logs. */
    static void claim() {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** Starts the log anew, now that the data folder is known. */
    static void writeTo(Path file) {
        System.setProperty("madoguchi.log-file", file.toString());
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.reset();
            try {
                new ContextInitializer(context).autoConfig();
            } catch (JoranException e) {
                throw new IllegalStateException("The log cannot be written to " + file, e);
            }
        }
    }
}
