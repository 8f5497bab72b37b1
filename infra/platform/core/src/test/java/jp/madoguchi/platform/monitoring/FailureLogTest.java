package jp.madoguchi.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

class FailureLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("failure-log-of-the-test");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private long now = Long.MAX_VALUE - 5;
    private final FailureLog log = new FailureLog(logger, () -> now);

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
    }

    @Test
    void aDatabaseThatIsAwayIsOneLineAMinuteWithoutAStack() {
        var away = new DataAccessResourceFailureException("no connection", new ConnectException("refused"));
        for (int second = 0; second < 121; second++) {
            log.tell("the round failed", away);
            now += Duration.ofSeconds(1).toNanos();
        }

        assertThat(lines.list).allSatisfy(line -> assertThat(line.getThrowableProxy()).isNull());
        assertThat(told()).containsExactly("the round failed: java.net.ConnectException: refused",
                "the round failed: java.net.ConnectException: refused (and 59 more since the last such line)",
                "the round failed: java.net.ConnectException: refused (and 59 more since the last such line)");
    }

    @Test
    void aFaultOfOursHasItsStack() {
        log.tell("the round failed", new IllegalStateException("what now"));

        assertThat(lines.list.getFirst().getThrowableProxy().getMessage()).isEqualTo("what now");
    }

    private List<String> told() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
