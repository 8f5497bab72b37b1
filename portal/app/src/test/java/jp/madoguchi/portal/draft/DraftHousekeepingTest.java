package jp.madoguchi.portal.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import jp.madoguchi.portal.Applicant;
import jp.madoguchi.portal.PortalServer;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.fill.FillLog;
import jp.madoguchi.portal.upload.Uploads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** What time does to applications that were begun and left. */
class HousekeepingTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final PortalServer portal = PortalServer.start();
    private final Instant today = Instant.now();
    private Applicant hanako;

    @BeforeEach
    void beginsAndLeaves() {
        portal.publishSample("jido-teate");
        hanako = new Applicant(portal);
        hanako.prepareJidoTeate();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void aWeekWithoutATouchCountsAsAbandonedOnceAndLosesNothing() {
        tidyUpAfter(Duration.ofDays(6));
        assertThat(abandoned()).isZero();

        tidyUpAfter(Duration.ofDays(8));
        tidyUpAfter(Duration.ofDays(9));
        assertThat(abandoned()).isEqualTo(1);

        var draft = hanako.path().replaceAll("/review$", "");
        hanako.open(draft + "/pages/claimant");
        assertThat(hanako.status()).isEqualTo(200);
        assertThat(List.of(hanako.standing())).contains("078-331-8181");
        hanako.fillIn(hanako.standing());
        tidyUpAfter(Duration.ofDays(8));
        assertThat(abandoned()).as("came back and left again").isEqualTo(2);
    }

    @Test
    void theEndOfItsTermRemovesWhatWasTypedAndTheFiles() {
        var draft = hanako.path().replaceAll("/review$", "");
        assertThat(count("attachment")).isEqualTo(1);

        tidyUpAfter(Duration.ofDays(31));
        tidyUpAfter(Duration.ofDays(33));

        assertThat(count("draft where answers <> '{}' or pending <> '{}'")).isZero();
        assertThat(count("draft where closed_as = 'discarded'")).isEqualTo(1);
        assertThat(count("attachment")).isZero();
        hanako.open(draft + "/pages/claimant");
        assertThat(hanako.status()).isEqualTo(404);
        assertThat(hanako.html()).doesNotContain("078-331-8181");
    }

    @Test
    void whatWasHandedInIsLeftAlone() {
        new Applicant(portal).applyForJidoTeate();
        tidyUpAfter(Duration.ofDays(400));
        tidyUpAfter(Duration.ofDays(402));

        assertThat(count("submission_revision where answers <> '{}'")).isEqualTo(1);
        assertThat(count("attachment where submission_id is not null")).isEqualTo(1);
        assertThat(count("attachment")).as("of the other, which was left").isEqualTo(1);
    }

    private void tidyUpAfter(Duration time) {
        new DraftHousekeeping(portal.bean(DatabaseClient.class), portal.bean(PartsByOthers.class),
                portal.bean(Uploads.class), portal.bean(FillLog.class), portal.bean(Grants.class),
                portal.bean(MailedLinks.class), InstantSource.fixed(today.plus(time))).round().block(TIMEOUT);
    }

    private long abandoned() {
        return count("fill_event where type = 'ABANDONED'");
    }

    private long count(String what) {
        return Objects.requireNonNull(portal.bean(DatabaseClient.class).sql("select count(*) as n from " + what)
                .map(row -> row.get("n", Long.class)).one().block(TIMEOUT));
    }
}
