package jp.madoguchi.bench;

import java.io.PrintStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * What PostgreSQL alone takes of one journey's statements: the same tables (by other names, dropped afterwards), the same
 * rows, the same transactions, by plain JDBC.
 */
final class RawPostgres {

    private static final int PAGES = 7;
    private static final int FEWEST = 200;
    private static final String[] TABLES = {
            "bench_draft (id uuid primary key default uuidv7(), answers jsonb not null, pending jsonb not null, page_saves "
                    + "jsonb not null, last_page text, revision int not null, form_key text not null, saved_at timestamptz "
                    + "not null, closed_at timestamptz)",
            "bench_fill_event (id uuid primary key default uuidv7(), fill uuid not null, at timestamptz not null, type "
                    + "text not null, page text, active_millis int, acknowledged_at timestamptz)",
            "bench_attachment (id uuid primary key, draft_id uuid not null, name text not null, sha256 text, bytes bigint)",
            "bench_submission (id uuid primary key default uuidv7(), draft_id uuid not null unique, receipt_number text "
                    + "not null unique, arrived_at timestamptz not null)",
            "bench_revision (submission_id uuid primary key, answers jsonb not null)",
            "bench_consignment (id uuid primary key default uuidv7(), submission_id uuid not null, at timestamptz not null,"
                    + " acknowledged_at timestamptz)",
            "bench_mail (id uuid primary key default uuidv7(), recipient text not null, body text not null)"};
    private static final String ANSWERS = "{\"claimant-name\": {\"family\": \"神戸\", \"given\": \"花子\"}, \"pad\": \""
            + "x".repeat(1_500) + "\"}";

    private final String url;
    private final String user;
    private final String password;

    RawPostgres(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    static RawPostgres of(Options options) {
        var url = options.text("db", "jdbc:postgresql://localhost:15432/madoguchi");
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new IllegalArgumentException("--db must be jdbc:postgresql://...: " + url);
        }
        Options.ofThisMachine(URI.create(url.substring("jdbc:".length())));
        return new RawPostgres(url, options.text("db-user", "portal_owner"),
                options.text("db-password", "portal_owner"));
    }

    private record Taken(double journeysPerSecond, double statementsPerSecond) {}

    /** Runs and tells what it took, beside the rate of the whole way over HTTP (journeys in a second). */
    void beside(double rate, int connections, int journeys, PrintStream out) throws InterruptedException {
        var taken = run(connections, Math.max(journeys, FEWEST));
        out.printf("raw PostgreSQL, same statements, %d connections: %.1f journeys/s, %.0f statements/s%n",
                connections, taken.journeysPerSecond, taken.statementsPerSecond);
        out.printf("ratio: the whole way over HTTP runs at %.1f%% of raw PostgreSQL%n",
                100 * rate / taken.journeysPerSecond);
    }

    private Taken run(int connections, int journeys) throws InterruptedException {
        try (var setUp = DriverManager.getConnection(url, user, password)) {
            drop(setUp);
            for (var table : TABLES) {
                execute(setUp, "create table " + table);
            }
            execute(setUp, "create index on bench_fill_event (id) where acknowledged_at is null");
            execute(setUp, "create index on bench_consignment (id) where acknowledged_at is null");
            try {
                return measure(connections, journeys);
            } finally {
                drop(setUp);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("raw PostgreSQL at " + url + ": " + broken.getMessage(), broken);
        }
    }

    private Taken measure(int connections, int journeys) throws InterruptedException {
        var left = new AtomicInteger(journeys);
        var statements = new AtomicInteger();
        Callable<Void> worker = () -> {
            try (var connection = DriverManager.getConnection(url, user, password)) {
                while (left.getAndDecrement() > 0) {
                    statements.addAndGet(new RawJourney(connection, PAGES, ANSWERS).run());
                }
            }
            return null;
        };
        long began = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(connections)) {
            for (Future<Void> done : pool.invokeAll(IntStream.range(0, connections).mapToObj(i -> worker).toList())) {
                done.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("raw PostgreSQL failed", failed);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Taken(journeys / seconds, statements.get() / seconds);
    }

    private static void drop(Connection connection) throws SQLException {
        for (var table : TABLES) {
            execute(connection, "drop table if exists " + table.substring(0, table.indexOf(' ')));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
