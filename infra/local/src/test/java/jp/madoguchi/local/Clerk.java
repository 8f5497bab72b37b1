package jp.madoguchi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;

import org.awaitility.Awaitility;

import jp.madoguchi.testkit.Visitor;

/** A member of staff at the back office. */
final class Clerk {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final RunningTown.Place town;
    private final Visitor visitor;
    private final String story;
    private final Page page;

    Clerk(RunningTown.Place town, Visitor visitor, String story) {
        this.town = town;
        this.visitor = visitor;
        this.story = story;
        this.page = visitor.page();
    }

    void signsInAs(String name) {
        page.navigate(town.settings().backofficeUrl() + "/");
        if (page.locator("[name=login]").count() == 0) {
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("ログイン")).first().click();
        }
        look("staff-login");
        page.locator("[name=login]").fill(name);
        page.locator("[name=password]").fill("madoguchi-demo");
        press("ログイン");
        assertThat(page.url()).startsWith(town.settings().backofficeUrl());
    }

    /** Waits until the case has arrived in the queue of this office, and opens it. */
    void opensTheCase(String receiptNumber, String tab) {
        var link = page.getByText(receiptNumber);
        Awaitility.await("case " + receiptNumber + " in the queue").pollInSameThread().atMost(TIMEOUT).until(() -> {
            page.navigate(town.settings().backofficeUrl() + "/queue?tab=" + tab);
            return link.count() > 0;
        });
        look("queue");
        link.first().click();
        look("case");
    }

    void claimsIt() {
        press("担当する");
        assertThat(visitor).shows("補正を求める");
        look("case-claimed");
    }

    /** Presses claim on a page that was loaded before a colleague claimed the case. */
    Response claimsTooLate() {
        var answer = page.waitForResponse(response -> response.url().endsWith("/claim"), () -> press("担当する"));
        look("case-claim-lost");
        return answer;
    }

    void asksForACorrection(String reason) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("補正を求める")).click();
        look("correction-form");
        page.locator("[name=fields][value=account]").check();
        page.locator("[name=reason]").fill(reason);
        press("補正を求める");
        assertThat(visitor).shows("補正");
        look("case-waiting");
    }

    void seesTheCorrectionBesideTheOldAnswer(String before, String after) {
        Awaitility.await("the corrected answers").pollInSameThread().atMost(TIMEOUT).until(() -> {
            page.reload();
            // The page reads where the case stands before its answers; in between the correction may arrive.
            var body = page.locator("body").innerText();
            return body.contains(after) && body.contains("決定を起案する");
        });
        assertThat(visitor).shows(before);
        look("case-corrected");
    }

    void proposesToGrant() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("決定を起案する")).click();
        look("decision-form");
        page.locator("[name=outcome]").first().check();
        press("決裁に回す");
        look("case-proposed");
    }

    void approvesAndIssues() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("決裁する")).click();
        look("approval");
        press("決裁して通知書を交付する");
        look("case-issued");
    }

    /** The reform team's page has counted the case, and tells no more of so few than that there were fewer than ten. */
    void seesThatItWasCounted(String procedure) {
        var counted = page.locator("tr").filter(new Locator.FilterOptions().setHasText(procedure))
                .filter(new Locator.FilterOptions().setHasText("n<10"));
        Awaitility.await("the case among the figures").pollInSameThread().atMost(TIMEOUT).until(() -> {
            page.navigate(town.settings().backofficeUrl() + "/insight");
            return counted.count() > 0;
        });
        assertThat(page.locator("main").innerText()).doesNotContain("花子");
        look("insight");
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
    }

    Page page() {
        return page;
    }

    void look(String name) {
        visitor.look(story + "-" + name);
    }
}
