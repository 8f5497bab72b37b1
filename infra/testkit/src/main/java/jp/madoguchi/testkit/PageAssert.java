package jp.madoguchi.testkit;

import java.time.Duration;
import java.util.stream.Collectors;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;

import org.assertj.core.api.AbstractAssert;

/** What a page before a visitor must be. */
public final class PageAssert extends AbstractAssert<PageAssert, Visitor> {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    PageAssert(Visitor visitor) {
        super(visitor, PageAssert.class);
    }

    /** Runs all of axe's rules, best practices included, on the page as it is now. */
    public PageAssert hasNoAxeViolations() {
        // Legacy mode stays on this page; the other mode opens a blank one, which has scripts of its own to run.
        var results = actual.withPageThatRunsScripts(page -> new AxeBuilder(page).setLegacyMode(true).analyze());
        if (!results.violationFree()) {
            failWithMessage("axe found on %s:%n%s", actual.page().url(),
                    results.getViolations().stream().map(PageAssert::told).collect(Collectors.joining("\n")));
        }
        return this;
    }

    private static String told(Rule rule) {
        return rule.getNodes().stream().map(node -> "    " + node.getHtml() + "\n      " + node.getFailureSummary())
                .collect(Collectors.joining("\n", "  " + rule.getId() + ": " + rule.getHelp() + "\n", ""));
    }

    /** The page is no wider than the screen (tables may scroll inside their own frame). */
    public PageAssert doesNotScrollSideways() {
        var width = actual.page()
                .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (!(width instanceof Number number) || number.intValue() > 0) {
            failWithMessage("%s is %s px wider than the screen", actual.page().url(), width);
        }
        return this;
    }

    /** Every cell stands beside the others of its row: a style that makes it a box of its own tears the table apart. */
    public PageAssert keepsTablesInShape() {
        var torn = actual.page().evaluate("""
                [...document.querySelectorAll('td, th')]
                    .filter(cell => getComputedStyle(cell.parentElement).display === 'table-row')
                    .filter(cell => !['table-cell', 'none'].includes(getComputedStyle(cell).display))
                    .map(cell => cell.outerHTML.slice(0, 100)).slice(0, 5).join('\\n')""");
        if (!"".equals(torn)) {
            failWithMessage("%s has cells outside of their rows:%n%s", actual.page().url(), torn);
        }
        return this;
    }

    /** No script failed and nothing was stopped by the content security policy. */
    public PageAssert hasNoComplaints() {
        if (!actual.complaints().isEmpty()) {
            failWithMessage("The browser complained:%n%s", String.join("\n", actual.complaints()));
        }
        return this;
    }

    /** Waits a little, for a button may just have been pressed. */
    public PageAssert shows(String text) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        var body = actual.page().locator("body").innerText();
        while (!body.contains(text)) {
            if (System.nanoTime() > end) {
                failWithMessage("%s does not show \"%s\" but:%n%s", actual.page().url(), text, body);
            }
            actual.page().waitForTimeout(50);
            body = actual.page().locator("body").innerText();
        }
        return this;
    }
}
