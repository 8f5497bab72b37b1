package jp.madoguchi.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import jp.madoguchi.bench.Surfer.Seen;
import jp.madoguchi.bench.Surfer.Stopped;

import org.jsoup.nodes.Element;

/**
 * A resident at the portal: signs in once, then files the same procedure as often as told, from its page to the receipt.
 * Where something stops the way, a {@link Surfer.Stopped} says what.
 */
public final class Resident implements AutoCloseable {

    private static final int MOST_PAGES = 60;

    private final Surfer browser;
    private final URI portal;
    private final Errand errand;

    /** One who files 児童手当. */
    public Resident(URI portal, Steps steps) {
        this(portal, new Surfer(steps), Errand.usual());
    }

    /** @param errand what others come for too: what one of them learns about its pages all know */
    Resident(URI portal, Surfer browser, Errand errand) {
        this.portal = portal;
        this.browser = browser;
        this.errand = errand;
    }

    /** Where an application begins, signed in: asking for it leads through the sign-in and back. */
    public Seen signIn(String account, String password) throws InterruptedException {
        return Login.with(browser, portal.resolve("/account/procedures/" + errand.procedure()), account, password);
    }

    /** One application; the address of its receipt. */
    URI file() throws InterruptedException {
        return submit(fillIn());
    }

    /** One application up to the page that shows all answers before they are sent. */
    public Seen fillIn() throws InterruptedException {
        var seen = start();
        for (int page = 0; page < MOST_PAGES && seen.address().getPath().contains("/pages/"); page++) {
            seen = page(seen);
        }
        return seen;
    }

    /** Sends what {@link #fillIn} filled in; as often as told, as after an answer that was lost on its way. */
    public URI submit(Seen seen) throws InterruptedException {
        var receipt = send("submit", seen, "form[method=post][action$=/submission]", errand.answers()::into);
        if (!receipt.address().getPath().startsWith("/tracking/")) {
            throw new Stopped("submit: no receipt at " + receipt.address());
        }
        return receipt.address();
    }

    /** Begins an application and goes through its pages; their addresses. Nothing is submitted. */
    List<URI> walk() throws InterruptedException {
        var pages = new ArrayList<URI>();
        for (var seen = start(); pages.size() < MOST_PAGES
                && seen.address().getPath().contains("/pages/"); seen = page(seen)) {
            pages.add(seen.address());
        }
        return pages;
    }

    /** What the page weighs with everything it names, as a browser with an empty cache fetches it. */
    int firstVisitBytes(URI page) throws InterruptedException {
        var seen = browser.open("page", page);
        int bytes = browser.bytesOnTheWire(page);
        for (var named : seen.page()
                .select("link[rel=stylesheet][href], link[rel=icon][href], script[src], img[src]")) {
            var address = named.hasAttr("src") ? named.attr("src") : named.attr("href");
            bytes += browser.bytesOnTheWire(page.resolve(address));
        }
        return bytes;
    }

    private Seen start() throws InterruptedException {
        var seen = browser.open("procedure page", portal.resolve("/procedures/" + errand.procedure()));
        return send("start", seen, "form[method=post][action$=/applications]", errand.answers()::into);
    }

    private Seen page(Seen seen) throws InterruptedException {
        var id = seen.address().getPath().replaceFirst(".*/pages/", "");
        return send("save page " + id, seen, "form[method=post][data-main], main form[method=post]",
                errand.answers()::pressedIn);
    }

    private Seen send(String step, Seen seen, String selector, Function<Element, FormData> typing)
            throws InterruptedException {
        return browser.send(step, seen, errand.forms().fill(step, seen, selector, typing));
    }

    @Override
    public void close() {
        browser.close();
    }
}
