package jp.madoguchi.backoffice.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.madoguchi.backoffice.casework.CaseHeader;
import jp.madoguchi.backoffice.casework.CaseMaterial;
import jp.madoguchi.backoffice.casework.Channel;
import jp.madoguchi.backoffice.casework.Outcome;
import jp.madoguchi.backoffice.casework.Proposal;
import jp.madoguchi.backoffice.office.OfficePaper;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.ProcedureKind;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.platform.pdf.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal and a dismissal are both called 却下 by many laws; whoever reads the title knows which it is. */
class NoticeTextTest {

    static Stream<Procedure> applications() {
        return SampleCatalogue.procedures().stream()
                .filter(procedure -> procedure.kind() == ProcedureKind.APPLICATION && procedure.appeal() != null);
    }

    @ParameterizedTest
    @MethodSource("applications")
    void theTitleSaysWhichItIs(Procedure procedure) {
        var refused = letter(procedure, Outcome.REFUSED);
        var dismissed = letter(procedure, Outcome.DISMISSED);
        assertThat(bare(dismissed.title())).isNotEqualTo(bare(refused.title()));
        assertThat(bare(letter(procedure, Outcome.APPROVED).title())).isNotIn(bare(refused.title()),
                bare(dismissed.title()));
        assertThat(dismissed.title()).contains("却下", "形式上の要件の不備");
        assertThat(String.join("", dismissed.body())).contains("形式上の要件に適合しない", "内容の審査を行わず");
        assertThat(String.join("", refused.body())).doesNotContain("内容の審査を行わず");
    }

    @ParameterizedTest
    @ValueSource(strings = {"児童手当 認定請求却下通知書", "児童手当　認定請求　却下通知書", "児童手当認定請求却下通知書"})
    void aDefinitionThatCallsBothTheSameIsToldApartAllTheSame(String title) {
        var own = withDismissal(title);
        assertThat(letter(own, Outcome.DISMISSED).title()).isEqualTo(title + "（形式上の要件の不備）");
        assertThat(letter(own, Outcome.DISMISSED).body()).contains("不適法のため却下します。");
    }

    @Test
    void itsOwnTitleStays() {
        assertThat(letter(withDismissal("児童手当 不適法却下通知書"), Outcome.DISMISSED).title())
                .isEqualTo("児童手当 不適法却下通知書");
    }

    private static Procedure withDismissal(String title) {
        var procedure = SampleCatalogue.procedures().stream().filter(one -> one.id().value().equals("jido-teate"))
                .findFirst().orElseThrow();
        return DefinitionFile.readJson(DefinitionFile.writeJson(procedure).replace("\"refused-title\":",
                "\"dismissed-title\":\"" + title
                        + "\",\"dismissed-body\":\"不適法のため却下します。\\n{reason}\",\"refused-title\":"));
    }

    private static Notice letter(Procedure procedure, Outcome outcome) {
        var header = new CaseHeader(UUID.randomUUID(), UUID.randomUUID(), ReceiptNumber.random().digits(),
                procedure.id(), 1, procedure.title().ja(), Channel.ONLINE, "神戸　花子", null, "ja", true,
                Instant.EPOCH);
        var material = new CaseMaterial(new Edition(procedure, 1, "0".repeat(64)),
                List.of(new CaseMaterial.Revision(1, Instant.EPOCH, Answers.NONE)), List.of(), List.of());
        return new NoticeText(header, material, OfficePaper.of("chuo", "中央区役所"), new NoticeSettings("", true),
                day -> true).letter(new Proposal(outcome, "確認した事実", "第4条第1項", "", ""), "令8ま中第1号",
                        LocalDate.of(2026, 11, 27));
    }

    private static String bare(String title) {
        return title.replaceAll("[\\s　]", "");
    }
}
