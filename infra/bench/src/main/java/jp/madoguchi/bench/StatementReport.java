package jp.madoguchi.bench;

import java.io.PrintStream;

import jp.madoguchi.bench.deployed.Program;
import jp.madoguchi.bench.meter.StatementCount;

import org.jspecify.annotations.Nullable;

/** Tells which statements were sent how often. */
final class StatementReport {

    private static final int TOP = 30;
    private static final int WIDTH = 150;

    private final PrintStream out;

    StatementReport(PrintStream out) {
        this.out = out;
    }

    /**
     * Statements for each of what was done, background work included, and what of it comes at rest as well.
     *
     * @param seconds how long it took
     * @param rest statements of a stretch at rest; none if it was not looked at
     */
    void each(String unit, int done, StatementCount counted, double seconds, @Nullable Rest rest) {
        out.printf("%.1f statements a %s", (double) counted.all() / done, unit);
        for (var program : Program.values()) {
            out.printf("; %s %.1f in %.1f transactions", program.role(), (double) counted.by(program.role()) / done,
                    (double) counted.transactions().getOrDefault(program.role(), 0L) / done);
        }
        out.println();
        if (rest != null) {
            out.printf("of them would have come at rest in the same %.0f s: %.1f%n", seconds,
                    rest.perSecond(rest.counted().all()) * seconds / done);
        }
        out.printf("%9s %9s %-10s %s%n", "a " + unit, "at rest", "program", "statement");
        for (var statement : counted.mostFrequent(TOP)) {
            out.printf("%9.2f %9s %-10s %s%n", (double) counted.times(statement) / done,
                    rest == null
                            ? "?"
                            : "%.2f".formatted(rest.perSecond(rest.counted().times(statement)) * seconds / done),
                    statement.role(), shortened(statement.text()));
        }
    }

    /** Statements and transactions of each program while nobody asks for anything. */
    void rest(Rest rest) {
        for (var program : Program.values()) {
            out.printf("at rest %-10s %.2f statements/s in %.2f transactions/s%n", program.role(),
                    rest.perSecond(rest.counted().by(program.role())),
                    rest.perSecond(rest.counted().transactions().getOrDefault(program.role(), 0L)));
        }
        out.printf("%9s %-10s %s%n", "a minute", "program", "statement");
        for (var statement : rest.counted().mostFrequent(TOP)) {
            out.printf("%9.1f %-10s %s%n", rest.perSecond(rest.counted().times(statement)) * 60, statement.role(),
                    shortened(statement.text()));
        }
    }

    /** What came in so many seconds of rest. */
    record Rest(StatementCount counted, double seconds) {

        double perSecond(long times) {
            return times / seconds;
        }
    }

    private static String shortened(String text) {
        if (text.isEmpty()) {
            return "(empty, as a pool tries a connection)";
        }
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH) + "…";
    }
}
