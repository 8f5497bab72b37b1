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
            entry("city", "city"),
            entry("application_update", "tracking"),
            entry("attachment", "upload"),
            entry("consignment", "handover"),
            entry("correction_request", "correction"),
            entry("delegation", "delegation"),
            entry("document", "tracking"),
            entry("document_access", "tracking"),
            entry("draft", "draft"),
            entry("fill_event", "fill"),
            entry("mailed_link", "account"),
            entry("message", "tracking"),
            entry("procedure_figures", "catalogue"),
            entry("procedure_version", "catalogue"),
            entry("profile", "profile"),
            entry("submission", "submission"),
            entry("submission_revision", "submission"),
            entry("visitor_grant", "account"));

    private static final Map<String, String> LENT = Map.of("upload names draft",
            "a file is put to a draft, and counted against its limit, under the lock on the draft, and goes with it");

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
