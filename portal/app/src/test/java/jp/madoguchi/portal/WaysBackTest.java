package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jp.madoguchi.platform.pagekit.NavItem;
import jp.madoguchi.platform.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

/** A page that tells of a problem leads back to where one was. */
class WaysBackTest {

    private static final String ID = "01990000-0000-7000-8000-000000000001";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "409 | draft-changed | /applications/ID/submission | /applications/ID/review",
            "409 | draft-busy | /applications/ID/pages/who | /applications/ID",
            "409 | other-version | /applications/ID/pages/who | /applications/ID",
            "404 | no-such-page | /applications/ID/pages/nope | /applications/ID",
            "404 | no-such-file | /applications/ID/files/ID | /applications/ID",
            "404 | no-such-part | /applications/ID/errands/q | /applications/ID",
            "404 | not-found | /applications/ID/nope | /applications/ID",
            "404 | no-such-draft | /applications/ID | /procedures",
            "404 | no-such-draft | /applications/abc/pages/who | /procedures",
            "404 | no-such-application | /tracking/abc | /tracking /tracking/mail",
            "410 | account-closed | /track/abc | -",
            "410 | draft-discarded | /resume/abc | /procedures",
            "404 | no-such-draft | /applications/ID/pages/who | /procedures",
            "410 | draft-expired | /applications/ID/review | /procedures",
            "410 | draft-moved | /applications/ID/review | /procedures",
            "410 | correction-expired | /applications/ID/review | /tracking /tracking/mail",
            "409 | correction-closed | /applications/ID/submission | /applications/ID/review",
            "413 | request-too-large | /applications/ID/pages/identity | /applications/ID",
            "429 | too-many-mails | /applications/ID/later | /applications/ID/later /applications/ID",
            "409 | errand-raced | /applications/ID/errands/q | /applications/ID/errands/q /applications/ID",
            "404 | no-such-file | /applications/ID/handed.pdf | /applications/ID",
            "404 | no-such-follow-up | /applications/ID/bundle/x | /applications/ID",
            "409 | already-decided | /tracking/ID/withdraw | /tracking/ID/withdraw /tracking/ID",
            "409 | notice-is-there | /tracking/ID/notice-way | /tracking/ID",
            "429 | too-many-messages | /tracking/ID/messages | /tracking/ID",
            "404 | no-such-file | /tracking/ID/documents/ID | /tracking/ID /tracking /tracking/mail",
            "404 | no-such-file | /tracking/ID/copy.pdf | /tracking/ID /tracking /tracking/mail",
            "404 | no-such-application | /tracking/ID | /tracking /tracking/mail",
            "404 | no-such-application | /tracking/ID/receipt | /tracking /tracking/mail",
            "429 | too-many-tries | /tracking | /tracking", "429 | too-many-tries | /track/abc | /track/abc",
            "404 | no-such-link | /track/abc | /tracking /tracking/mail",
            "410 | link-expired | /track/abc | /tracking /tracking/mail",
            "410 | link-expired | /corrections/abc | /tracking /tracking/mail",
            "404 | no-such-draft | /corrections/abc | /tracking /tracking/mail",
            "410 | link-expired | /word/abc | /tracking /tracking/mail",
            "410 | link-expired | /resume/abc | /procedures",
            "404 | no-such-link | /errands/abc | -", "410 | link-withdrawn | /errands/abc | -",
            "429 | too-many-tries | /errands/abc | /errands/abc",
            "404 | no-such-procedure | /procedures/nope | /procedures",
            "409 | not-open | /procedures/jido-teate/applications | /procedures/jido-teate",
            "404 | no-such-list | /procedures/hoiku-riyo/versions/1/lists/q | /procedures/hoiku-riyo /procedures",
            "404 | no-such-page | /about/nope | /about/help", "404 | not-found | /nope | -", "404 | not-found | / | -",
            "503 | passphrases-busy | /tracking | /tracking", "500 | incident | /tracking/ID/receipt | -",
            "403 | cross-site | /applications/ID/submission | -", "404 | not-found | /applications/../tracking | -",
            "404 | not-found | //evil.example/tracking/ID | -"})
    void leadsBack(int status, String code, String path, String ways) {
        var problem = Problem.of(HttpStatus.valueOf(status), code, "…", Map.of());

        assertThat(WaysBack.of(problem, path.replace("ID", ID), "ja", false)).extracting(NavItem::href)
                .containsExactly(ways == null ? new String[0] : ways.replace("ID", ID).split(" "));
    }

    @ParameterizedTest
    @CsvSource({"404,no-such-application,/tracking/ID,/account /tracking /tracking/mail",
            "404,no-such-draft,/applications/ID,/account /procedures",
            "409,profile-overtaken,/account/profile,/account/profile /account",
            "404,not-found,/account/nope,/account"})
    void whoIsSignedInHasAListOfTheirOwn(int status, String code, String path, String ways) {
        var problem = Problem.of(HttpStatus.valueOf(status), code, "…", Map.of());

        assertThat(WaysBack.of(problem, path.replace("ID", ID), "en", true)).extracting(NavItem::href)
                .containsExactly(ways.replace("ID", ID).split(" "));
    }

    /** What is there for others is told of no more than what is not. */
    @ParameterizedTest
    @ValueSource(strings = {"/applications/ID", "/applications/ID/pages/who", "/tracking/ID", "/tracking/ID/receipt"})
    void namesNothingThatIsNotForTheVisitor(String path) {
        for (var code : new String[]{"no-such-draft", "no-such-application"}) {
            assertThat(WaysBack.of(Problem.of(HttpStatus.NOT_FOUND, code, "…", Map.of()), path.replace("ID", ID), "ja",
                    false)).noneMatch(way -> way.href().contains(ID));
        }
    }
}
