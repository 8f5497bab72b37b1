package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.CaseRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a resident writes is seen: in the queue and on top of the case, until somebody answers it or says that they read it. */
class MessagesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9]+)\"");

    private static TestOffice office;

    @BeforeAll
    static void open() {
        office = TestOffice.open();
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void isMarkedUntilItIsMarkedAsReadAndWhoDidIsRecorded() {
        var id = opened();
        var clerk = new Desk(office, TestOffice.CLERK1);
        assertThat(clerk.open("/queue?tab=messages").body()).doesNotContain("/cases/" + id);

        writes(id, "引っ越しの日が変わりました。");
        assertThat(clerk.open("/queue?tab=messages").body()).contains("/cases/" + id);
        assertThat(clerk.open("/queue").body()).contains("/cases/" + id, "メッセージあり");
        var page = clerk.open("/cases/" + id).body();
        assertThat(page.indexOf("引っ越しの日が変わりました。")).as("on top").isPositive().isLessThan(page.indexOf("次にすること"));

        var seen = seen(page);
        writes(id, "もう一つあります。");
        assertThat(clerk.press("/cases/" + id + "/messages/read", "seen", seen).body())
                .as("what came in the meantime is not read with it").contains("もう一つあります。", "メッセージが届いています");
        page = clerk.open("/cases/" + id).body();
        assertThat(clerk.press("/cases/" + id + "/messages/read", "seen", seen(page)).body())
                .doesNotContain("メッセージが届いています").contains("申請者のメッセージを読みました", "中央 一郎");
        clerk.press("/cases/" + id + "/messages/read", "seen", seen(page));
        assertThat(clerk.open("/cases/" + id).body().split("申請者のメッセージを読みました", -1)).as("once for each").hasSize(3);
        assertThat(clerk.open("/queue?tab=messages").body()).doesNotContain("/cases/" + id);
        assertThat(office.bean(CaseRecords.class).verify(id).block()).extracting(CaseRecords.Verdict::trouble)
                .isEqualTo("");
    }

    @Test
    void anAnswerTakesTheMarkOffUnlessSomethingCameMeanwhile() {
        var id = opened();
        writes(id, "いつごろ届きますか。");
        var clerk = new Desk(office, TestOffice.CLERK2);
        var seen = seen(clerk.open("/cases/" + id).body());
        writes(id, "急いでいます。");

        var refused = clerk.press("/cases/" + id + "/message", "message", "来週の予定です。", "seen", seen);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("新しいメッセージが届きました");
        var again = clerk.open("/cases/" + id).body();
        assertThat(again).contains("急いでいます。", "来週の予定です。</textarea>");
        assertThat(clerk.press("/cases/" + id + "/message", "message", "明日送ります。", "seen", seen(again)).body())
                .contains("申請者にメッセージを送りました").doesNotContain("メッセージが届いています");
        assertThat(clerk.open("/queue?tab=messages").body()).doesNotContain("/cases/" + id);
    }

    @Test
    void aMessageAfterTheCaseWasClosedIsSeenTheMore() {
        var id = opened();
        office.bean(CaseService.class).happen(id, (file, now) -> file.withdraw("", now)).block();
        writes(id, "やはり取り下げたくありません。");
        var clerk = new Desk(office, TestOffice.CLERK1);
        assertThat(clerk.open("/queue?tab=messages").body()).contains("/cases/" + id);
        var nada = new Desk(office, TestOffice.NADA);
        assertThat(nada.open("/queue?tab=messages").body()).doesNotContain("/cases/" + id);
        assertThat(nada.press("/cases/" + id + "/messages/read", "seen", "99").statusCode()).isEqualTo(404);
    }

    private static void writes(UUID id, String text) {
        office.bean(CaseService.class).happen(id, (file, now) -> file.messages().receive(text, now)).block();
    }

    private static String seen(String page) {
        var found = SEEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static UUID opened() {
        var submitted = TestApplications.childAllowance();
        office.portal().offer(submitted);
        return await().atMost(TIMEOUT)
                .until(() -> office.bean(CaseService.class).caseOf(submitted.application()).blockOptional(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }
}
