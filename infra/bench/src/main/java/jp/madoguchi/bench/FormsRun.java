package jp.madoguchi.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long the form engine works on a full application, against Jackson reading it, both in one run. */
final class FormsRun {

    /** Evaluating and validating may take so many times as long as parsing. */
    private static final double MOST = 3.0;

    private final Options options;
    private final PrintStream out;

    FormsRun(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Whether the engine keeps to its measure. */
    boolean run() {
        options.only(List.of("rounds"));
        int rounds = options.number("rounds", 5, 1, 100);
        var sample = new FormsBenchmark();
        out.printf("one application: %d answers, %,d bytes of JSON%n", NurseryApplication.count(sample.answers()),
                sample.document().getBytes(StandardCharsets.UTF_8).length);
        var parse = score("parse", rounds);
        var check = score("evaluateAndValidate", rounds);
        var read = score("read", rounds);
        out.printf("Jackson reads the document     %8.1f µs ± %.1f%n", parse.score(), parse.error());
        out.printf("conditions and checks          %8.1f µs ± %.1f  (%.2f times)%n", check.score(), check.error(),
                check.score() / parse.score());
        out.printf("tree to typed answers          %8.1f µs ± %.1f  (%.2f times)%n", read.score(), read.error(),
                read.score() / parse.score());
        boolean within = check.score() <= MOST * parse.score();
        out.printf("limit: %.1f times%s%n", MOST, within ? "" : "  MISSED");
        return within;
    }

    private record Figure(double score, double error) {}

    private static Figure score(String name, int rounds) {
        try {
            var result = new Runner(new OptionsBuilder().include(FormsBenchmark.class.getName() + "\\." + name + "$")
                    .forks(1).warmupIterations(rounds).warmupTime(TimeValue.seconds(1)).measurementIterations(rounds)
                    .measurementTime(TimeValue.seconds(1)).shouldFailOnError(true).build()).runSingle()
                    .getPrimaryResult();
            return new Figure(result.getScore(), result.getScoreError());
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
