package jp.madoguchi.backoffice.casework;

import static jp.madoguchi.backoffice.casework.Cases.CHIEF;
import static jp.madoguchi.backoffice.casework.Cases.CLERK;
import static jp.madoguchi.backoffice.casework.Cases.GRANT;
import static jp.madoguchi.backoffice.casework.Cases.LEASE;
import static jp.madoguchi.backoffice.casework.Cases.OTHER;
import static jp.madoguchi.backoffice.casework.Cases.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CaseFileTest {

    @Test
    void theLoserOfARaceLearnsWhoHasIt() {
        var file = Cases.application();
        file.claim(CLERK, at(16, 10, 0), LEASE);

        assertThat(refused(() -> file.claim(OTHER, at(16, 10, 0), LEASE))).satisfies(refusal -> {
            assertThat(refusal.why()).isEqualTo(ActionRefused.Why.TAKEN);
            assertThat(refusal.holder()).isEqualTo(CLERK.name());
        });
    }

    @Test
    void aRunOutLeaseGivesTheCaseToTheNextAndSaysSo() {
        var file = Cases.application();
        file.claim(CLERK, at(16, 10, 0), LEASE);

        file.claim(OTHER, at(16, 10, 30), LEASE);

        assertThat(file.assignment()).isNotNull().extracting(Assignment::staff).isEqualTo(OTHER.id());
        assertThat(file.history()).extracting(event -> event.what().getClass().getSimpleName())
                .containsExactly("Arrived", "Claimed", "LeaseExpired", "Claimed");
    }

    @Test
    void claimingAgainRenewsTheLeaseWithoutAnEvent() {
        var file = Cases.application();
        file.claim(CLERK, at(16, 10, 0), LEASE);
        file.claim(CLERK, at(16, 10, 20), LEASE);

        assertThat(file.history()).hasSize(2);
        assertThat(file.assignment()).isNotNull().extracting(Assignment::until).isEqualTo(at(16, 10, 50));
    }

    @Test
    void whoExaminedNeverDecides() {
        var file = Cases.application();
        file.claim(CLERK, at(16, 10, 0), LEASE);
        file.release(CLERK, at(16, 10, 5));
        file.claim(OTHER, at(16, 10, 10), LEASE);
        file.sendForApproval(OTHER, GRANT, at(16, 11, 0));

        assertThat(refused(() -> file.decide(OTHER, at(16, 12, 0))).why()).isEqualTo(ActionRefused.Why.RIGHTS);
        assertThat(refused(() -> file.decide(CLERK, at(16, 12, 0))).why()).isEqualTo(ActionRefused.Why.RIGHTS);
        file.decide(CHIEF, at(16, 12, 0));
        assertThat(file.state()).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void aChiefWhoTookOverHasExamined() {
        var file = Cases.application();
        file.claim(CLERK, at(16, 10, 0), LEASE);
        file.takeOver(CHIEF, "休暇のため", at(16, 10, 5), LEASE);
        file.sendForApproval(CHIEF, GRANT, at(16, 11, 0));

        assertThat(refused(() -> file.decide(CHIEF, at(16, 12, 0))).why()).isEqualTo(ActionRefused.Why.RIGHTS);
    }

    @Test
    void onlyWhoHoldsTheCaseMovesIt() {
        var file = Cases.application();
        file.claim(CLERK, at(16, 10, 0), LEASE);

        assertThat(refused(() -> file.sendForApproval(OTHER, GRANT, at(16, 10, 5))).why())
                .isEqualTo(ActionRefused.Why.TAKEN);
        assertThat(refused(() -> file.release(OTHER, at(16, 10, 5))).why()).isEqualTo(ActionRefused.Why.TAKEN);
    }

    @Test
    void aNotificationIsRecordedAndNeverDecided() {
        var file = Cases.notification();
        file.claim(CLERK, at(16, 10, 0), LEASE);

        assertThat(refused(() -> file.sendForApproval(CLERK, GRANT, at(16, 11, 0))).why())
                .isEqualTo(ActionRefused.Why.STATE);
        file.recordNotification(CLERK, at(16, 11, 0));
        assertThat(file.state()).isEqualTo(CaseState.RECORDED);
        assertThat(file.assignment()).isNull();
    }

    @Test
    void aCorrectionComesBackToTheQueueAndIsMarked() {
        var file = Cases.application();
        var asked = Cases.correction(LocalDate.of(2026, 11, 30));
        file.claim(CLERK, at(16, 10, 0), LEASE);
        file.corrections().request(CLERK, asked, at(16, 11, 0));

        assertThat(refused(() -> file.corrections().arrived(UUID.randomUUID(), Cases.received(2), at(17, 9, 0))).why())
                .as("an answer to another request").isEqualTo(ActionRefused.Why.STATE);
        file.corrections().arrived(asked.id(), Cases.received(2), at(17, 9, 0));

        assertThat(file.state()).isEqualTo(CaseState.IN_EXAMINATION);
        assertThat(file.isFreshlyCorrected()).isTrue();
        assertThat(file.responsible()).isEqualTo(CLERK.id());
        file.claim(CLERK, at(17, 9, 5), LEASE);
        assertThat(file.isFreshlyCorrected()).isFalse();
    }

    @Test
    void aCorrectedCaseIsKeptForWhoAskedUntilTheyActOrTheTimeIsOver() {
        var file = Cases.application();
        var asked = Cases.correction(LocalDate.of(2026, 11, 30));
        file.claim(CLERK, at(16, 10, 0), LEASE);
        file.corrections().request(CLERK, asked, at(16, 11, 0));
        var asker = java.util.Objects.requireNonNull(file.corrections().asker());
        assertThat(asker.id()).isEqualTo(CLERK.id());
        assertThat(refused(() -> file.corrections().giveBack(asker, at(16, 12, 0), at(17, 23, 0))).why())
                .as("before the answer")
                .isEqualTo(ActionRefused.Why.STATE);
        file.corrections().arrived(asked.id(), Cases.received(2), at(16, 22, 0));
        file.corrections().giveBack(asker, at(16, 22, 0), at(17, 23, 0));

        assertThat(file.assignment()).isEqualTo(new Assignment(CLERK.id(), CLERK.name(), at(17, 23, 0)));
        assertThat(file.isFreshlyCorrected()).isTrue();
        assertThat(refused(() -> file.claim(OTHER, at(17, 9, 0), LEASE)).holder()).isEqualTo(CLERK.name());
        var worked = CaseFile.replay(file.history(), at(17, 23, 0));
        worked.messages().note(CLERK, NoteKind.FACT, "電話で確かめた。", at(17, 9, 0));
        assertThat(worked.isFreshlyCorrected()).isFalse();

        assertThat(file.expire(at(17, 23, 0))).isTrue();
        assertThat(file.isFreshlyCorrected()).as("the next one still learns of it").isTrue();
        file.claim(OTHER, at(18, 9, 0), LEASE);
        assertThat(file.isFreshlyCorrected()).isFalse();
    }

    @Test
    void examinationGoesOnWithoutAnAnswerOnlyAfterThePeriod() {
        var file = Cases.application();
        file.claim(CLERK, at(16, 10, 0), LEASE);
        file.corrections().request(CLERK, Cases.correction(LocalDate.of(2026, 11, 20)), at(16, 11, 0));

        assertThat(refused(
                () -> file.corrections().proceedWithout(CLERK, at(20, 9, 0), LEASE)).why())
                .isEqualTo(ActionRefused.Why.STATE);
        file.corrections().proceedWithout(CLERK, at(21, 9, 0), LEASE);
        assertThat(file.state()).isEqualTo(CaseState.IN_EXAMINATION);
        assertThat(file.assignment()).isNotNull();
    }

    @Test
    void aWithdrawalAfterTheDecisionChangesNothingButIsWrittenDown() {
        var file = Cases.application();
        file.claim(CLERK, at(16, 10, 0), LEASE);
        file.sendForApproval(CLERK, GRANT, at(16, 11, 0));
        file.decide(CHIEF, at(16, 12, 0));

        assertThat(file.withdraw("間違えました", at(16, 13, 0))).isFalse();
        assertThat(file.state()).isEqualTo(CaseState.APPROVED);
        assertThat(file.history().getLast().what()).isInstanceOf(EventPayload.WithdrawalCameLate.class);
    }

    @Test
    void aDecidedCaseIsReopenedWithoutLosingWhatWas() {
        var file = Cases.application();
        file.claim(CLERK, at(16, 10, 0), LEASE);
        file.sendForApproval(CLERK, GRANT, at(16, 11, 0));
        file.decide(CHIEF, at(16, 12, 0));
        file.reopen(CHIEF, "計算に誤りがあった", at(17, 9, 0));

        assertThat(file.state()).isEqualTo(CaseState.IN_EXAMINATION);
        assertThat(file.proposal()).isNull();
        assertThat(file.history()).extracting(CaseEvent::what).anyMatch(EventPayload.Decided.class::isInstance);
        assertThat(refused(() -> file.reopen(CHIEF, "もう一度", at(17, 10, 0))).why()).isEqualTo(ActionRefused.Why.STATE);
    }

    @Test
    void aTransferGoesToTheQueueOfTheOtherOffice() {
        var file = Cases.application();
        file.claim(CLERK, at(16, 10, 0), LEASE);
        file.transfer(CLERK, "nada", "住所が灘区のため", at(16, 10, 5));

        assertThat(file.office()).isEqualTo("nada");
        assertThat(file.assignment()).isNull();
        assertThat(Rights.may(CLERK, CaseAction.VIEW, file)).isFalse();
    }

    @Test
    void whatHasNoButtonHasNoDoor() {
        var withdrawn = Cases.application();
        withdrawn.withdraw("やめます", at(16, 10, 0));
        assertThat(withdrawn.leadsOn(CaseAction.MESSAGE, CLERK, at(16, 11, 0))).isFalse();
        assertThat(refused(() -> withdrawn.messages().send(CLERK, "まだですか。", 0, at(16, 11, 0))).why())
                .isEqualTo(ActionRefused.Why.STATE);

        var notification = Cases.notification();
        notification.claim(CLERK, at(16, 10, 0), LEASE);
        assertThat(notification.leadsOn(CaseAction.HAND_BACK, CLERK, at(16, 10, 5))).isFalse();
        assertThat(refused(() -> notification.handBack(CLERK, "理由", at(16, 10, 5))).why())
                .isEqualTo(ActionRefused.Why.STATE);
    }

    private static ActionRefused refused(ThrowingCallable move) {
        var caught = org.assertj.core.api.Assertions.catchThrowable(move);
        assertThatExceptionOfType(ActionRefused.class).isThrownBy(() -> {
            if (caught != null) {
                throw caught;
            }
        });
        return (ActionRefused) java.util.Objects.requireNonNull(caught);
    }
}
