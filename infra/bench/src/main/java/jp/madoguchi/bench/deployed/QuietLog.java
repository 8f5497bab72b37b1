package jp.madoguchi.bench.deployed;

/** Only warnings of libraries are told, on standard error. */
public final class QuietLog {

    private QuietLog() {}

    /** To be called before anything logs. */
    public static void choose() {
        System.setProperty("logback.configurationFile", "jp/madoguchi/bench/logback-bench.xml");
    }
}
