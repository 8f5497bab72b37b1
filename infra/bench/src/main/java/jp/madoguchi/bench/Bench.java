package jp.madoguchi.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import jp.madoguchi.bench.deployed.QuietLog;

/** The command line: a command, then {@code --name value} options; {@code help} lists all. */
public final class Bench {

    private static final String USAGE = """
            usage: deployed [--journeys 300] [--residents 8] [--first 300] [--warm-up 600]
                           [--cases 60] [--clerks 2] [--counted 60] [--rest 60] [--raw yes] [--jfr <folder>]
                           [--root .] [--folder <temporary folder>] [--ports 0] [--heap 768] [--jvm -XX:+UseSerialGC,-Xss1m]
                           (starts the three jars of the build by itself)
                   endure  [--residents 64] [--minutes 10] [--procedure hoiku-riyo] [--file-bytes 2000000] [--every 10]
                           [--root …] (as above)
                   idle    [--minutes 2] [--settle 60] [--rest 60] [--root …] (as above)
                   load    [--portal http://localhost:8080] [--journeys 100] [--residents 8]
                           [--identity http://localhost:9000] [--mailbox http://localhost:8025]
                           [--db jdbc:postgresql://localhost:15432/madoguchi] [--db-user portal_owner] [--db-password portal_owner]
                   town    [--minutes 60] [--residents 8] [--clerks 16] [--pause 500]
                           [--portal http://localhost:8080] [--backoffice http://localhost:8081]
                           [--identity http://localhost:9000] [--mailbox http://localhost:8025]
                           [--password madoguchi-demo] [--secrets infra/local/data/secrets.properties]
                           [--portal-management http://localhost:9102] [--backoffice-management http://localhost:9103]
                   weight  [--portal http://localhost:8080] [--limit 51200]
                           [--account hanako@example.jp] [--password madoguchi-demo]
                   insight [--backoffice http://localhost:8081] [--requests 50] [--facts sample]
                           [--account reform] [--password madoguchi-demo]
                   forms   [--rounds 5]   (needs no town)
            Addresses must be of this machine.""";

    private Bench() {}

    /** Ends with status 0 if everything was measured without an error and within its limits, 1 if not, 2 on bad options. */
    public static void main(String[] args) throws Exception {
        QuietLog.choose();
        System.exit(run(args, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int run(String[] args, PrintStream out) throws InterruptedException {
        try {
            var command = args.length == 0 ? "" : args[0];
            var options = Options.of(Arrays.asList(args).subList(Math.min(1, args.length), args.length));
            return switch (command) {
                case "deployed" -> new DeployedRun(options, out).run() ? 0 : 1;
                case "idle" -> new IdleRun(options, out).run() ? 0 : 1;
                case "endure" -> new EnduranceRun(options, out).run() ? 0 : 1;
                case "load" -> new LoadRun(options, out).run() ? 0 : 1;
                case "town" -> new TownRun(options, out).run() ? 0 : 1;
                case "weight" -> new WeightRun(options, out).run() ? 0 : 1;
                case "insight" -> new InsightRun(options, out).run() ? 0 : 1;
                case "forms" -> new FormsRun(options, out).run() ? 0 : 1;
                case "help" -> {
                    out.println(USAGE);
                    yield 0;
                }
                default -> throw new IllegalArgumentException(USAGE);
            };
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            return 2;
        }
    }
}
