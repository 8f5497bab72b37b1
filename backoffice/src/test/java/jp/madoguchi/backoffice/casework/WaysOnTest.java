package jp.madoguchi.backoffice.casework;

import static jp.madoguchi.backoffice.casework.Cases.CHIEF;
import static jp.madoguchi.backoffice.casework.Cases.CLERK;
import static jp.madoguchi.backoffice.casework.Cases.GRANT;
import static jp.madoguchi.backoffice.casework.Cases.LEASE;
import static jp.madoguchi.backoffice.casework.Cases.OTHER;
import static jp.madoguchi.backoffice.casework.Cases.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From every place where a case waits there is a way on. */
class WaysOnTest {

    private static final LocalDate DUE = LocalDate.of(2026, 11, 18);

    private static CaseFile asked() {
        var file = Cases.application();
        file.claim(CLERK, at(16, 10, 0), LEASE);
        file.corrections().request(CLERK, Cases.correction(DUE), at(16, 11, 0));
        return file;
    }

    private static ActionRefused refused(Runnable move) {
        try {
            move.run();
        } catch (ActionRefused refused) {
            return refused;
        }
        throw new AssertionError("was not refused");
    }

    /** What ends a request without the applicant's answer. */
    static Stream<Consumer<CaseFile>> endings() {
        return Stream.of(file -> file.corrections().recall(OTHER, "別の案件と取り違えました。", at(17, 10, 0), LEASE),
                file -> file.corrections().answeredElsewhere(OTHER, EventPayload.AnsweredAt.PHONE, "番号は正しい。",
                        at(17, 10, 0), LEASE));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void anEndedRequestPutsTheCaseInHandAndCannotEndTwice(Consumer<CaseFile> ending) {
        var file = asked();
        var request = java.util.Objects.requireNonNull(file.correction()).id();
        ending.accept(file);

        assertThat(file.state()).isEqualTo(CaseState.IN_EXAMINATION);
        assertThat(file.correction()).isNull();
        assertThat(java.util.Objects.requireNonNull(file.assignment()).isBy(OTHER.id())).isTrue();
        assertThat(refused(() -> ending.accept(file)).why()).isEqualTo(ActionRefused.Why.STATE);
        assertThat(refused(() -> file.corrections().arrived(request, Cases.received(2), at(17, 11, 0))).why())
                .isEqualTo(ActionRefused.Why.STATE);
        assertThat(refused(() -> file.corrections().extend(CLERK, DUE.plusDays(9), "x", at(17, 11, 0))).why())
                .isEqualTo(ActionRefused.Why.STATE);
        assertThat(CaseFile.replay(file.history(), at(17, 10, 30)).state()).isEqualTo(CaseState.IN_EXAMINATION);
    }

    @Test
    void aRequestIsExtendedEvenWhenItHasLapsedButNeverShortened() {
        var file = asked();
        assertThat(file.isCorrectionLapsed(DUE)).isFalse();
        assertThat(file.isCorrectionLapsed(DUE.plusDays(1))).isTrue();
        for (var day : List.of(DUE, DUE.minusDays(1))) {
            assertThat(refused(() -> file.corrections().extend(CLERK, day, "x", at(19, 9, 0))).message())
                    .contains("より後の日");
        }
        file.corrections().extend(OTHER, DUE.plusDays(7), "入院されたため", at(19, 9, 0));
        assertThat(java.util.Objects.requireNonNull(file.correction()).answerBy()).isEqualTo(DUE.plusDays(7));
        assertThat(file.state()).isEqualTo(CaseState.AWAITING_CORRECTION);
        assertThat(file.isCorrectionLapsed(DUE.plusDays(1))).isFalse();
    }

    @Test
    void whoProposedTakesItBackAndNobodyElse() {
        var file = Cases.application();
        file.claim(CLERK, at(16, 10, 0), LEASE);
        file.sendForApproval(CLERK, GRANT, at(16, 11, 0));
        assertThat(refused(() -> file.takeBack(OTHER, at(16, 12, 0), LEASE)).why()).isEqualTo(ActionRefused.Why.RIGHTS);
        assertThat(Rights.offered(CLERK, file, at(16, 12, 0))).contains(CaseAction.TAKE_BACK);
        assertThat(Rights.offered(OTHER, file, at(16, 12, 0))).doesNotContain(CaseAction.TAKE_BACK);

        file.takeBack(CLERK, at(16, 12, 0), LEASE);
        assertThat(file.proposal()).isNull();
        assertThat(refused(() -> file.decide(CHIEF, at(16, 12, 1))).why()).isEqualTo(ActionRefused.Why.STATE);
        file.sendForApproval(CLERK, GRANT, at(16, 13, 0));
        file.decide(CHIEF, at(16, 14, 0));
        assertThat(refused(() -> file.takeBack(CLERK, at(16, 15, 0), LEASE)).why()).isEqualTo(ActionRefused.Why.STATE);
    }

    @Test
    void aLoneApproverWhoTookOverAndProposedFindsAWayThatTwoPersonsStillGo() {
        var file = Cases.application();
        file.claim(CLERK, at(16, 10, 0), LEASE);
        file.takeOver(CHIEF, "急ぐため", at(16, 10, 30), LEASE);
        file.sendForApproval(CHIEF, GRANT, at(16, 11, 0));
        assertThat(refused(() -> file.decide(CHIEF, at(16, 12, 0))).why()).isEqualTo(ActionRefused.Why.RIGHTS);

        file.takeBack(CHIEF, at(16, 12, 0), LEASE);
        file.handBack(CHIEF, "決裁できる人がほかにいないため", at(16, 12, 5));
        assertThat(file.assignment()).isNull();
        assertThat(refused(() -> file.sendForApproval(CHIEF, GRANT, at(16, 12, 6))).why())
                .isEqualTo(ActionRefused.Why.STATE);
        file.claim(OTHER, at(16, 13, 0), LEASE);
        file.sendForApproval(OTHER, GRANT, at(16, 14, 0));
        assertThat(refused(() -> file.decide(OTHER, at(16, 14, 30))).why()).isEqualTo(ActionRefused.Why.RIGHTS);
        file.decide(CHIEF, at(16, 15, 0));
        assertThat(file.state()).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void aWithdrawalIsFinalAndAReopenedCaseMakesItsNoticeVoid() {
        var withdrawn = Cases.application();
        withdrawn.withdraw("引っ越すため", at(16, 10, 0));
        assertThat(refused(() -> withdrawn.reopen(CHIEF, "誤り", at(16, 11, 0))).message()).contains("取り下げた");
        assertThat(Rights.offered(CHIEF, withdrawn, at(16, 11, 0))).doesNotContain(CaseAction.REOPEN);

        var file = Cases.application();
        file.claim(CLERK, at(16, 10, 0), LEASE);
        file.sendForApproval(CLERK, GRANT, at(16, 11, 0));
        file.decide(CHIEF, at(16, 12, 0));
        var first = UUID.randomUUID();
        file.delivery().issue(CLERK, new EventPayload.NoticeIssued(first, "第1号", "通知書.pdf", "0".repeat(64)),
                at(16, 13, 0));
        assertThat(file.delivery().isVoid(first)).isFalse();
        file.reopen(CHIEF, "計算に誤りがあった", at(17, 9, 0));
        file.claim(CLERK, at(17, 10, 0), LEASE);
        file.sendForApproval(CLERK, GRANT, at(17, 11, 0));
        file.decide(CHIEF, at(17, 12, 0));
        var second = UUID.randomUUID();
        file.delivery().issue(CLERK, new EventPayload.NoticeIssued(second, "第2号", "通知書.pdf", "0".repeat(64)),
                at(17, 13, 0));
        assertThat(file.delivery().isVoid(first)).isTrue();
        assertThat(file.delivery().isVoid(second)).isFalse();
        assertThatThrownBy(
                () -> file.delivery().issue(CLERK, new EventPayload.NoticeIssued(UUID.randomUUID(), "第3号", "x",
                        "0".repeat(64)), at(17, 14, 0)))
                .isInstanceOf(ActionRefused.class);
    }
}
