package jp.madoguchi.portal;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.madoguchi.testkit.structure.TableUse;
import org.junit.jupiter.api.Test;

/** Every table has one owner, the room whose SQL names it. Who else does is listed here, with the reason. */
class TableOwnerTest {

    private static final Map<String, String> OWNERS = Map.ofEntries(
            entry("procedure_standing", "catalogue"),
            entry("application_update", "tracking"),
            entry("attachment", "upload"),
            entry("consignment", "handover"),
            entry("correction_request", "application"),
            entry("document", "tracking"),
            entry("document_access", "tracking"),
            entry("draft", "application"),
            entry("errand", "application"),
            entry("fill_event", "fill"),
            entry("mailed_link", "account"),
            entry("message", "tracking"),
            entry("procedure_figures", "catalogue"),
            entry("procedure_version", "catalogue"),
            entry("profile", "profile"),
            entry("submission", "application"),
            entry("submission_revision", "application"),
            entry("visitor_grant", "account"));

    private static final Map<String, String> LENT = Map.ofEntries(
            entry("upload names draft",
                    "a file is put to a draft, and counted against its limit, under the lock on the draft"),
            entry("tracking names consignment",
                    "what is taken out of a record is taken out of what still waits for the office in the same transaction"),
            entry("notice names submission",
                    "a mail names procedure and office of the application it tells of"),
            entry("catalogue names submission",
                    "lists of procedures are ordered by how many applied lately, counted once an hour"),
            entry("account names draft",
                    "moving a draft to whoever opens its link and spending the link are one statement"),
            entry("application names attachment",
                    "housekeeping removes what belongs to a draft in the statement that removes the draft"),
            entry("application names fill_event",
                    "housekeeping removes what belongs to a draft in the statement that removes the draft"),
            entry("application names mailed_link",
                    "housekeeping removes what belongs to a draft in the statement that removes the draft"),
            entry("application names visitor_grant",
                    "whose draft it is and the draft are one snapshot"),
            entry("exchange names consignment",
                    "what waits for the back office is read and acknowledged in one statement"),
            entry("exchange names fill_event",
                    "what waits for the back office is read and acknowledged in one statement"),
            entry("exchange names submission",
                    "what waits for the back office is read and acknowledged in one statement"),
            entry("exchange names submission_revision",
                    "what waits for the back office is read and acknowledged in one statement"),
            entry("tracking names correction_request",
                    "the office's update opens a correction in the transaction in which it is shown"),
            entry("tracking names draft",
                    "the office's update opens the draft of a correction in the same transaction"),
            entry("tracking names submission",
                    "whose an application is and where it stands are one snapshot"),
            entry("tracking names visitor_grant",
                    "whose an application is and where it stands are one snapshot"));

    private final TableUse use = TableUse.of(PortalApplication.class, "db/portal");

    @Test
    void everyTableHasAnOwnerWhoUsesIt() {
        assertThat(OWNERS.keySet()).isEqualTo(use.tables());
        assertThat(use.unused(OWNERS)).isEmpty();
    }

    @Test
    void onlyTheOwnerNamesATable() {
        assertThat(use.strangers(OWNERS)).isEqualTo(LENT.keySet());
    }
}
