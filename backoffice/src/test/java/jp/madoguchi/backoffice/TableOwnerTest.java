package jp.madoguchi.backoffice;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.madoguchi.testkit.structure.TableUse;
import org.junit.jupiter.api.Test;

/** Every table has one owner, the room whose SQL names it. Who else does is listed here, with the reason. */
class TableOwnerTest {

    private static final Map<String, String> OWNERS = Map.ofEntries(
            entry("office_paper_log", "office"),
            entry("unreached_applicant", "casework"),
            entry("record_check", "casework"),
            entry("procedure_standing", "authoring"),
            entry("city_file", "city"),
            entry("announced_figures", "insight.announcement"),
            entry("authoring_log", "authoring"),
            entry("case_access", "audit"),
            entry("case_answers", "casework"),
            entry("case_attachment", "casework"),
            entry("case_document", "casework"),
            entry("case_event", "casework"),
            entry("case_fact", "insight.facts"),
            entry("case_file", "casework"),
            entry("case_rollup", "insight.rollup"),
            entry("case_sameness", "casework"),
            entry("case_search", "queue"),
            entry("definition_file", "authoring"),
            entry("dispatch", "dispatch"),
            entry("fill_fact", "insight.facts"),
            entry("fill_page_fact", "insight.facts"),
            entry("fill_page_rollup", "insight.rollup"),
            entry("fill_question_rollup", "insight.rollup"),
            entry("fill_rollup", "insight.rollup"),
            entry("fill_step", "insight.facts"),
            entry("inventory_import", "reform"),
            entry("inventory_preview", "reform"),
            entry("mail_resend_log", "intake"),
            entry("mail_resend_result", "intake"),
            entry("notice_number", "decision"),
            entry("notice_reservation", "decision"),
            entry("office", "office"),
            entry("office_paper", "office"),
            entry("paper_notice", "casework"),
            entry("parked_consignment", "intake"),
            entry("procedure_inventory", "reform"),
            entry("procedure_version", "authoring"),
            entry("received_consignment", "intake"),
            entry("rollup_due", "insight.rollup"),
            entry("work_draft", "casework"));

    private static final Map<String, String> LENT = Map.ofEntries(
            entry("queue names case_file",
                    "queue and search page through the cases in one statement, by the key of their order"),
            entry("dispatch names case_file",
                    "the page of what hangs counts cases and messages in one snapshot"));

    private final TableUse use = TableUse.of(BackofficeApplication.class, "db/backoffice");

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
