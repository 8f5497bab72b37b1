package jp.madoguchi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import jp.madoguchi.testkit.Visitor;

/**
 * 花子さん claims the child allowance; two clerks reach for it, one asks for a correction, the chief approves, and the
 * dashboard has learnt from it. Every page on the way is looked at on both screens.
 */
@ExtendWith(RunningTown.class)
class HanakoStoryTest {

    /** One grey pixel: enough of a photograph for the check of the file's content. */
    private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

    private static Browser browser;

    @TempDir
    private Path folder;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void fromTheClaimToTheNotice(RunningTown.Place town) throws IOException {
        try (var hanako = browser.visitor(Screen.NARROW)) {
            claimIsWorkedThrough(town, hanako, "hanako");
        }
    }

    @Test
    void theSameWithoutJavaScript(RunningTown.Place town) throws IOException {
        try (var hanako = browser.visitorWithoutScripts(Screen.NARROW)) {
            claimIsWorkedThrough(town, hanako, "hanako-noscript");
        }
    }

    private void claimIsWorkedThrough(RunningTown.Place town, Visitor visitor, String story) throws IOException {
        var hanako = new Applicant(town, visitor, story);
        hanako.opensTheClaimSignedIn();
        hanako.fillsInEveryPage(identityCard());
        var receipt = hanako.handsItIn();
        hanako.seesTheStateOnTheTrackingPage();

        try (var one = browser.visitor(Screen.WIDE); var two = browser.visitor(Screen.WIDE)) {
            var clerk = new Clerk(town, one, story);
            var colleague = new Clerk(town, two, story + "-colleague");
            clerk.signsInAs("chuo-clerk1");
            colleague.signsInAs("chuo-clerk2");
            clerk.opensTheCase(receipt, "unclaimed");
            colleague.opensTheCase(receipt, "unclaimed");

            clerk.claimsIt();
            var answer = colleague.claimsTooLate();
            assertThat(answer.status()).isEqualTo(409);
            assertThat(two).shows("中央 一郎 さんが担当しています");

            clerk.asksForACorrection("口座番号が通帳と違うようです。通帳の口座番号を確かめて、入力し直してください。");
            hanako.opensTheLinkInTheMail("補正のお願い", receipt);
            hanako.correctsTheBankAccount();
            clerk.seesTheCorrectionBesideTheOldAnswer("1234567", "7654321");
            clerk.proposesToGrant();
        }
        try (var chief = browser.visitor(Screen.WIDE)) {
            var approver = new Clerk(town, chief, story + "-chief");
            approver.signsInAs("chuo-chief");
            approver.opensTheCase(receipt, "approval");
            approver.approvesAndIssues();
        }
        hanako.opensTheLinkInTheMail("結果のお知らせ", receipt);
        hanako.readsTheNotice("児童手当 認定通知書");
        try (var reform = browser.visitor(Screen.WIDE)) {
            var analyst = new Clerk(town, reform, story + "-reform");
            analyst.signsInAs("reform");
            analyst.seesThatItWasCounted("児童手当 認定請求");
        }
    }

    private Path identityCard() throws IOException {
        return Files.write(folder.resolve("本人確認.png"), Base64.getDecoder().decode(PNG));
    }
}
