package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.ApplicationUpdate.Outcome;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every kind of page of the portal in a real browser, at both widths: nothing for axe to find, nothing wider than the screen. */
class PagesInBrowserTest {

    private static PortalServer portal;
    private static Browser browser;

    @BeforeAll
    static void start() {
        portal = PortalServer.start();
        browser = Browser.launch();
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    @Test
    void fromTheEmptyCatalogueToTheFirstErrors() {
        try (var visitor = browser.visitor(Screen.WIDE)) {
            visitor.page().navigate(portal.address() + "/");
            visitor.look("portal-home-empty");
            SampleCatalogue.procedures().forEach(procedure -> portal.publish(procedure, 1));
            for (var path : List.of("/", "/procedures", "/procedures?q=ない手続き", "/tracking", "/nothing-here",
                    "/about/help", "/about/privacy", "/about/accessibility", "/about/terms", "/about/help?lang=en",
                    "/about/nothing?lang=ja")) {
                visitor.page().navigate(portal.address() + path);
                assertThat(visitor.page().locator("footer a").count()).as(path).isEqualTo(4);
                boolean tellsWhomToAsk = path.matches(".*(ない|nothing|about|tracking).*");
                assertThat(visitor.page().locator(".contact a[href='tel:05000000000']").count()).as(path)
                        .isEqualTo(tellsWhomToAsk ? 1 : 0);
                visitor.look("portal" + path.replaceAll("[^a-z]", "-"));
            }
            visitor.page().navigate(portal.address() + "/procedures/kokuho-dattai");
            assertThat(visitor.page().locator(".contact").innerText()).contains("まどぐち市");
            visitor.look("portal-procedure");
            visitor.page().locator("main form button.button").first().click();
            visitor.look("portal-form-page");
            visitor.page().locator("main .actions button.button").first().click();
            visitor.page().waitForURL("**errors**");
            visitor.look("portal-form-errors");
            visitor.page().locator("button[value=later]").last().click();
            visitor.page().waitForURL("**/later");
            visitor.look("portal-later");
            visitor.page().locator("[name=mail]").fill("だれか");
            visitor.page().locator("main form button.button").first().click();
            new Hand(visitor.page()).isTold("f-mail", "「name@example.jp」のように");
            visitor.look("portal-later-error");
            visitor.page().navigate(visitor.page().url().replace("/later", "/review"));
            visitor.look("portal-review-incomplete");
        }
        aRecordedNotificationAndAProblemOfSomebodySignedIn();
    }

    private static void aRecordedNotificationAndAProblemOfSomebodySignedIn() {
        var id = new Applicant(portal).applyForJidoTeate();
        portal.mailbox().awaitLetters(1, Duration.ofSeconds(30));
        portal.mailbox().empty();
        var recorded = new ApplicationUpdate(UUID.randomUUID(), 1, Instant.now(), Stage.RECORDED, "行政事務センター", null,
                null,
                Outcome.RECORDED, null, null);
        new ExchangeCaller(portal).exchange().update(id, recorded.id(), recorded).block();
        assertThat(portal.mailbox().awaitLetters(1, Duration.ofSeconds(30)).getFirst().text())
                .contains("まどぐち市", portal.address(), "050-0000-0000");
        try (var visitor = browser.visitor(Screen.WIDE)) {
            visitor.page().navigate(portal.mailbox().awaitLetters(1, Duration.ofSeconds(30)).getFirst().firstLink());
            visitor.look("portal-mailed-link");
            visitor.page().locator("[name=proof]").fill(Applicant.WORD);
            visitor.page().locator("form[action*='/track/'] button[type=submit]").click();
            assertThat(visitor.page().locator(".contact a").innerText()).isEqualTo("050-0000-0000");
            visitor.look("portal-tracking-recorded");
            visitor.page().navigate(portal.address() + "/account");
            visitor.page().navigate(portal.address() + "/nothing-here");
            visitor.look("portal-problem-signed-in");
        }
    }
}
