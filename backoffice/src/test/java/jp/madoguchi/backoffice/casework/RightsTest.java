package jp.madoguchi.backoffice.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.backoffice.TestOffice;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.security.StaffMember;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of rights for a case of 中央区, as a table. */
class RightsTest {

    private static final Set<CaseAction> HOLDING = EnumSet.of(CaseAction.RELEASE, CaseAction.TRANSFER,
            CaseAction.REQUEST_CORRECTION,
            CaseAction.SEND_FOR_APPROVAL, CaseAction.RECORD, CaseAction.RETURN);
    private static final Set<CaseAction> WORDS = EnumSet.of(CaseAction.VIEW, CaseAction.NOTE, CaseAction.MESSAGE,
            CaseAction.READ, CaseAction.ISSUE, CaseAction.DELIVER,
            CaseAction.PROCEED,
            CaseAction.RECALL_CORRECTION, CaseAction.ANSWER_ELSEWHERE, CaseAction.EXTEND_CORRECTION,
            CaseAction.TAKE_BACK,
            CaseAction.EXTEND, CaseAction.POST, CaseAction.UNDO_POSTING, CaseAction.ASK_REDACTION);

    static Stream<Arguments> table() {
        return Stream.of(Arguments.of(TestOffice.CLERK1, all(HOLDING, WORDS, EnumSet.of(CaseAction.CLAIM))),
                Arguments.of(TestOffice.CHIEF,
                        all(HOLDING, WORDS,
                                EnumSet.of(CaseAction.TAKE_OVER, CaseAction.REOPEN, CaseAction.HAND_BACK,
                                        CaseAction.DECIDE, CaseAction.SEND_BACK,
                                        CaseAction.REDACT))),
                Arguments.of(TestOffice.AUDITOR, EnumSet.of(CaseAction.VIEW)),
                Arguments.of(TestOffice.NADA, EnumSet.noneOf(CaseAction.class)),
                Arguments.of(TestOffice.CENTER, EnumSet.noneOf(CaseAction.class)),
                Arguments.of(TestOffice.ADMIN, EnumSet.noneOf(CaseAction.class)));
    }

    @SafeVarargs
    private static Set<CaseAction> all(Set<CaseAction>... parts) {
        var whole = EnumSet.noneOf(CaseAction.class);
        for (var part : parts) {
            whole.addAll(part);
        }
        return whole;
    }

    @ParameterizedTest
    @MethodSource("table")
    void mayDoExactlyThis(StaffMember member, Set<CaseAction> expected) {
        var file = Cases.application();
        var staff = Staff.of(member);
        assertThat(Stream.of(CaseAction.values()).filter(move -> Rights.may(staff, move, file))).as(staff.login())
                .containsExactlyInAnyOrderElementsOf(expected);
    }
}
