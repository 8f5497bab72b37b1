package jp.madoguchi.backoffice.casework;

import static org.assertj.core.api.Assertions.assertThat;

import jp.madoguchi.backoffice.TestApplications;
import jp.madoguchi.forms.definition.Procedure;
import org.junit.jupiter.api.Test;

class ProposalTest {

    private final Procedure procedure = TestApplications.procedure("jido-teate");
    private final String criterion = procedure.criteria().getFirst().id();

    @Test
    void aRefusalNeedsAllThree() {
        assertThat(new Proposal(Outcome.REFUSED, " ", "", "", "").objections(procedure)).extracting(Objection::field)
                .containsExactly("facts", "clause", "criterion");
        assertThat(new Proposal(Outcome.REFUSED, "事実", "第4条", criterion, "").objections(procedure)).isEmpty();
    }

    @Test
    void aDismissalNeedsFactsAndClauseAndAGrantNeither() {
        assertThat(new Proposal(Outcome.DISMISSED, "", "", "", "").objections(procedure))
                .extracting(Objection::field).containsExactly("facts", "clause");
        assertThat(new Proposal(Outcome.APPROVED, "", "", "", "").objections(procedure)).isEmpty();
    }

    @Test
    void aForeignCriterionIsRefused() {
        assertThat(new Proposal(Outcome.APPROVED, "", "", "no-such", "").objections(procedure))
                .extracting(Objection::field).containsExactly("criterion");
    }

    @Test
    void anAdverseDecisionWithoutAppealInstructionIsBlocked() {
        var silent = new Procedure(procedure.id(), procedure.title(), procedure.summary(), procedure.kind(),
                procedure.languages(), procedure.whoCanApply(), procedure.whatIsNeeded(),
                procedure.whatHappensNext(), procedure.purpose(), procedure.legalBasis(), procedure.criteria(),
                procedure.standardPeriod(), procedure.deadline(), procedure.intake(), procedure.fee(),
                procedure.assurance(),
                procedure.retention(), procedure.bureau(), procedure.routing(), null, procedure.notices(),
                procedure.keywords(), procedure.lifeEvents(), procedure.applicantName(), procedure.applicantMail(),
                procedure.applicantAddress(), procedure.endings(), procedure.rules(), procedure.pages(),
                procedure.bundle());
        assertThat(new Proposal(Outcome.REFUSED, "事実", "第4条", criterion, "").objections(silent))
                .extracting(Objection::field).containsExactly("outcome");
        assertThat(new Proposal(Outcome.APPROVED, "", "", "", "").objections(silent)).isEmpty();
    }
}
