package jp.madoguchi.bench;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

import jp.madoguchi.bench.Surfer.Seen;
import jp.madoguchi.bench.Surfer.Stopped;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff at the back office, who makes one move after the other as the queue offers them: claims, notes, lets go, proposes,
 * decides. Others do the same with the same cases, so a move that comes too late is a colleague's, not an error.
 */
final class Caseworker implements AutoCloseable {

    private static final List<String> MOVES = List.of("/note", "/release", "/claim", "/record");

    private final Surfer browser;
    private final URI backoffice;
    private final Steps steps;

    Caseworker(URI backoffice, Steps steps) {
        this.backoffice = backoffice;
        this.browser = new Surfer(steps);
        this.steps = steps;
    }

    void signIn(String account, String password) throws InterruptedException {
        Login.with(browser, backoffice.resolve("/queue"), account, password);
    }

    /** One look at the queue and one move at a case of it. */
    void workOnce() throws InterruptedException {
        try {
            var random = ThreadLocalRandom.current();
            var tab = List.of("unclaimed", "mine", "mine", "approval").get(random.nextInt(4));
            var queue = browser.open("queue " + tab, backoffice.resolve("/queue?tab=" + tab));
            var cases = queue.page().select("a[data-open]");
            if (!cases.isEmpty()) {
                // The first ones, which colleagues look at too.
                var chosen = cases.get(random.nextInt(Math.min(cases.size(), 5)));
                move(browser.open("case", backoffice.resolve(chosen.attr("href"))));
            }
        } catch (Stopped stopped) {
            note(stopped);
        }
    }

    private void move(Seen seen) throws InterruptedException {
        var proposal = link(seen, "/decision");
        var approval = link(seen, "/approval");
        var notice = link(seen, "/notice");
        if (approval != null) {
            press(browser.open("approval", approval), "/approve", "approve");
        } else if (notice != null) {
            press(browser.open("notice", notice), "/issue", "issue");
        } else if (proposal != null && ThreadLocalRandom.current().nextInt(3) > 0) {
            propose(browser.open("proposal", proposal));
        } else {
            any(seen);
        }
    }

    private void any(Seen seen) throws InterruptedException {
        var offered = MOVES.stream().filter(move -> form(seen, move) != null).toList();
        if (!offered.isEmpty()) {
            var move = offered.get(ThreadLocalRandom.current().nextInt(offered.size()));
            press(seen, move, move.substring(1));
        }
    }

    private void propose(Seen seen) throws InterruptedException {
        var form = form(seen, "/decision");
        if (form != null) {
            var data = hidden(form);
            var outcome = form.selectFirst("input[name=outcome]");
            if (outcome != null) {
                browser.send("propose", seen, form, data.with("outcome", outcome.attr("value")));
            }
        }
    }

    private void press(Seen seen, String move, String step) throws InterruptedException {
        var form = form(seen, move);
        if (form == null) {
            return;
        }
        var data = hidden(form);
        // A choice that has to be made: the first one there is.
        form.select("fieldset:has(input[type=radio][name])").stream()
                .map(choice -> choice.selectFirst("input[type=radio][name]")).filter(Objects::nonNull)
                .forEach(choice -> data.with(choice.attr("name"), choice.attr("value")));
        form.select("textarea[name]").forEach(text -> data.with(text.attr("name"), "電話で確かめました。"));
        browser.send(step, seen, form, data);
    }

    private static FormData hidden(Element form) {
        var data = new FormData();
        form.select("input[type=hidden][name]").forEach(field -> data.with(field.attr("name"), field.attr("value")));
        return data;
    }

    private static @Nullable Element form(Seen seen, String move) {
        return seen.page().selectFirst("main form[method=post][action$=" + move + "]");
    }

    private static @Nullable URI link(Seen seen, String move) {
        var link = seen.page().selectFirst(".case-moves a[href$=" + move + "]");
        return link == null ? null : seen.address().resolve(link.attr("href"));
    }

    private void note(Stopped stopped) {
        // Somebody else was first, or has it now.
        if (stopped.status() == 409 || stopped.status() == 403) {
            steps.lost();
        } else {
            steps.failed(String.valueOf(stopped.getMessage()));
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
