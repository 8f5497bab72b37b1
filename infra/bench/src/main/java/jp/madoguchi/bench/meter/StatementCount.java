package jp.madoguchi.bench.meter;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often each text was executed, and by whom.
 *
 * @param of times of each
 * @param transactions by role, those of a single statement among them
 */
public record StatementCount(Map<Statement, Long> of, Map<String, Long> transactions) {

    /**
     * A statement as the database was sent it, with {@code $1} for what was bound.
     *
     * @param role who sent it
     */
    public record Statement(String role, String text) {}

    public StatementCount {
        of = Map.copyOf(of);
        transactions = Map.copyOf(transactions);
    }

    public long all() {
        return of.values().stream().mapToLong(Long::longValue).sum();
    }

    public long by(String role) {
        return of.entrySet().stream().filter(entry -> entry.getKey().role().equals(role))
                .mapToLong(Map.Entry::getValue).sum();
    }

    public long times(Statement statement) {
        return of.getOrDefault(statement, 0L);
    }

    /** The statements sent most often, most often first. */
    public List<Statement> mostFrequent(int howMany) {
        return of.entrySet().stream()
                .sorted(Map.Entry.<Statement, Long>comparingByValue().reversed()
                        .thenComparing(entry -> entry.getKey().text(), Comparator.naturalOrder()))
                .map(Map.Entry::getKey).limit(howMany).toList();
    }

    static StatementCount of(Stream<LoggedStatement> logged) {
        var all = logged.toList();
        return new StatementCount(
                all.stream().map(each -> new Statement(each.role(), each.text()))
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())),
                all.stream().collect(Collectors.groupingBy(LoggedStatement::role, Collectors.collectingAndThen(
                        Collectors.mapping(LoggedStatement::transaction, Collectors.toSet()),
                        transactions -> (long) transactions.size()))));
    }
}
