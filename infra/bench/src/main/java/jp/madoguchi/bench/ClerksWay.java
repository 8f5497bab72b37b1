package jp.madoguchi.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import jp.madoguchi.bench.Surfer.Seen;
import jp.madoguchi.bench.Surfer.Stopped;

import org.jsoup.nodes.Element;

/**
 * The usual way of a case: a clerk finds it in the queue, looks at it, claims it and proposes a decision; the head of the section
 * finds it among those that wait for an approval, reads it and approves. Each pair has cases of its own.
 */
final class ClerksWay implements AutoCloseable {

    private static final List<String> CLERKS = List.of("chuo-clerk1", "chuo-clerk2");
    private static final String CHIEF = "chuo-chief";
    private static final Pattern CASE = Pattern.compile("/cases/[0-9a-f-]{36}");
    private static final Pattern DECISION = Pattern.compile("/cases/[0-9a-f-]{36}/decision");
    private static final Pattern APPROVAL = Pattern.compile("/cases/[0-9a-f-]{36}/approval");
    /** Where a form asks for no choice. */
    private static final String NOTHING = "none";

    private final URI backoffice;
    private final Steps steps;
    private final String password;
    private final LearntForms forms = new LearntForms();
    private final List<Pair> pairs = new ArrayList<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    private record Pair(Surfer clerk, Surfer chief, String account) {}

    /** @param howMany clerks at the same time */
    ClerksWay(URI backoffice, Steps steps, int howMany, String password) {
        this.backoffice = backoffice;
        this.steps = steps;
        this.password = password;
        for (int i = 0; i < howMany; i++) {
            pairs.add(new Pair(new Surfer(steps), new Surfer(steps), CLERKS.get(i % CLERKS.size())));
        }
    }

    void signIn() throws InterruptedException {
        for (var pair : pairs) {
            Login.with(pair.clerk(), backoffice.resolve("/queue"), pair.account(), password);
            Login.with(pair.chief(), backoffice.resolve("/queue"), CHIEF, password);
        }
    }

    /**
     * Decides so many cases.
     *
     * @return how many there were to be decided
     */
    int decide(int cases) {
        var left = new AtomicInteger(cases);
        var decided = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var pair : pairs) {
                people.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        try {
                            decide(pair);
                            decided.incrementAndGet();
                        } catch (Stopped stopped) {
                            steps.failed(String.valueOf(stopped.getMessage()));
                        }
                    }
                    return null;
                });
            }
        }
        return decided.get();
    }

    private void decide(Pair pair) throws InterruptedException {
        var chosen = next(pair.clerk().open("queue", backoffice.resolve("/queue?tab=unclaimed")));
        var opened = pair.clerk().open("case", chosen);
        var claimed = press(pair.clerk(), "claim", opened, "/claim", NOTHING);
        var proposal = pair.clerk().open("proposal", link(claimed, DECISION));
        press(pair.clerk(), "propose", proposal, "/decision", "outcome");

        pair.chief().open("queue of approvals", backoffice.resolve("/queue?tab=approval"));
        var proposed = pair.chief().open("proposed case", chosen);
        var approval = pair.chief().open("approval", link(proposed, APPROVAL));
        press(pair.chief(), "approve", approval, "/approve", NOTHING);
    }

    private URI next(Seen queue) {
        return PageScanner.links(queue.raw(), CASE).stream().filter(taken::add).findFirst()
                .map(queue.address()::resolve)
                .orElseThrow(() -> new Stopped("no case is left in the queue at " + queue.address()));
    }

    private Seen press(Surfer browser, String step, Seen seen, String action, String choice)
            throws InterruptedException {
        return browser.send(step, seen, forms.fill(step, seen, "main form[method=post][action$=" + action + "]",
                form -> filledIn(form, choice)));
    }

    private static FormData filledIn(Element form, String choice) {
        var data = new FormData();
        form.select("input[type=hidden][name]").forEach(field -> data.with(field.attr("name"), field.attr("value")));
        form.select("input[name=" + choice + "]").stream().findFirst()
                .ifPresent(chosen -> data.with(choice, chosen.attr("value")));
        return data;
    }

    private static URI link(Seen seen, Pattern move) {
        return PageScanner.links(seen.raw(), move).stream().findFirst().map(seen.address()::resolve)
                .orElseThrow(() -> new Stopped("no way to " + move + " at " + seen.address()));
    }

    @Override
    public void close() {
        pairs.forEach(pair -> {
            pair.clerk().close();
            pair.chief().close();
        });
    }
}
