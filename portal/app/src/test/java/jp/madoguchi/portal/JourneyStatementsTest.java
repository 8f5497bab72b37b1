package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import jp.madoguchi.exchange.Acknowledgement;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.FillEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * How often one application asks the database, begin and commit included, as the driver reports it. What goes on in the background is
 * told by its text and left out.
 */
class JourneyStatementsTest {

    /** From the procedure's page to the receipt, signed in, with one file. */
    private static final int JOURNEY = 65;

    /** Seconds; at most one statement for each. */
    private static final int WATCHED = 15;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final Pattern BACKGROUND = Pattern.compile("select 1"
            + "|with misdated as .*"
            + "|update mail_outbox set next_try_at = null.*"
            + "|select count\\(\\*\\) as waiting, min\\(at\\) as since from consignment.*"
            + "|insert into fill_event .* from jsonb_to_recordset.*"
            + "|(listen|notify) .*"
            + "|update draft set .*|with idle as .*|delete from .*|select distinct draft_id from delegation.*"
            + "|select id from attachment .* limit 1000"
            + "|update attachment a set detached_at = .* from draft d .*|update correction_request c .*");

    private static final Statements STATEMENTS = new Statements();
    private static PortalServer portal;

    @BeforeAll
    static void open() {
        portal = PortalServer.startWith(Map.of("madoguchi.mail.poll", "30s"));
        portal.publishSample("jido-teate");
        STATEMENTS.start();
        driver().addAppender(STATEMENTS);
        driver().setLevel(Level.DEBUG);
        driver().setAdditive(false);
    }

    @AfterAll
    static void close() {
        driver().detachAppender(STATEMENTS);
        driver().setLevel(null);
        driver().setAdditive(true);
        portal.close();
    }

    private static Logger driver() {
        return (Logger) LoggerFactory.getLogger("io.r2dbc.postgresql.QUERY");
    }

    @Test
    void anApplicationAsksSeldom() {
        var hanako = signedIn();
        hanako.applyForJidoTeate();
        STATEMENTS.take();

        hanako.applyForJidoTeate();

        var asked = STATEMENTS.take();
        assertThat(asked).as(() -> counted(asked)).hasSizeLessThanOrEqualTo(JOURNEY);
    }

    @Test
    void aPageIsReadOnceAndWrittenOnce() {
        var hanako = signedIn();
        hanako.startJidoTeate();
        var path = hanako.path();
        STATEMENTS.take();

        hanako.open(path);

        assertThat(STATEMENTS.take()).satisfiesExactly(is("from http_session"), is("select d.* from draft"));

        hanako.fillIn("event", "birth");

        assertThat(STATEMENTS.take()).satisfiesExactly(is("from http_session"), is("select d.*,"), is("with saved as"),
                is("from http_session"), is("select d.* from draft"));
    }

    /** Looks whether the pool gives connections, what waits for the back office, and what its two long polls ask for. */
    @Test
    void atRestItHardlyAsks() {
        var exchange = new ExchangeCaller(portal).exchange();
        exchange.fillEvents(500, 0).map(events -> new Acknowledgement(events.stream().map(FillEvent::id).toList()))
                .flatMap(exchange::acknowledgeFillEvents).block(TIMEOUT);
        exchange.consignments(500, 0).map(all -> new Acknowledgement(all.stream().map(Consignment::id).toList()))
                .flatMap(exchange::acknowledgeConsignments).block(TIMEOUT);
        STATEMENTS.takeAll();

        Mono.zip(exchange.consignments(100, WATCHED), exchange.fillEvents(500, WATCHED)).block(TIMEOUT);

        assertThat(STATEMENTS.takeAll()).hasSizeLessThanOrEqualTo(WATCHED);
    }

    private static Applicant signedIn() {
        var hanako = new Applicant(portal);
        hanako.open("/account");
        return hanako;
    }

    private static Consumer<String> is(String part) {
        return statement -> assertThat(statement).contains(part);
    }

    private static String counted(List<String> asked) {
        return asked.stream().collect(Collectors.groupingBy(text -> text.substring(0, Math.min(90, text.length())),
                TreeMap::new, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining("\n", asked.size() + " statements\n", "\n"));
    }

    /** What the driver sent, in order. */
    private static final class Statements extends AppenderBase<ILoggingEvent> {

        private static final Predicate<String> REQUESTS = BACKGROUND.asMatchPredicate().negate();
        private final List<String> sent = new ArrayList<>();

        @Override
        protected synchronized void append(ILoggingEvent event) {
            sent.add(event.getFormattedMessage().replaceFirst("^.*Executing query: ", "").replaceAll("\\s+", " ")
                    .strip());
        }

        /** Those of requests since it was last asked. */
        List<String> take() {
            return takeAll().stream().filter(REQUESTS).toList();
        }

        synchronized List<String> takeAll() {
            var taken = List.copyOf(sent);
            sent.clear();
            return taken;
        }
    }
}
