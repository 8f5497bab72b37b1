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

    private static final Set<Move> HOLDING = EnumSet.of(Move.RELEASE, Move.TRANSFER, Move.REQUEST_CORRECTION,
            Move.SEND_FOR_APPROVAL, Move.RECORD, Move.RETURN);
    private static final Set<Move> WORDS = EnumSet.of(Move.VIEW, Move.NOTE, Move.MESSAGE, Move.READ, Move.ISSUE,
            Move.PROCEED,
            Move.RECALL_CORRECTION, Move.ANSWER_ELSEWHERE, Move.EXTEND_CORRECTION, Move.TAKE_BACK,
            Move.EXTEND, Move.POST, Move.UNDO_POSTING, Move.ASK_REDACTION);

    static Stream<Arguments> table() {
        return Stream.of(Arguments.of(TestOffice.CLERK1, all(HOLDING, WORDS, EnumSet.of(Move.CLAIM))),
                Arguments.of(TestOffice.CHIEF,
                        all(HOLDING, WORDS,
                                EnumSet.of(Move.TAKE_OVER, Move.REOPEN, Move.HAND_BACK, Move.DECIDE, Move.SEND_BACK,
                                        Move.REDACT))),
                Arguments.of(TestOffice.AUDITOR, EnumSet.of(Move.VIEW)),
                Arguments.of(TestOffice.NADA, EnumSet.noneOf(Move.class)),
                Arguments.of(TestOffice.CENTER, EnumSet.noneOf(Move.class)),
                Arguments.of(TestOffice.ADMIN, EnumSet.noneOf(Move.class)));
    }

    @SafeVarargs
    private static Set<Move> all(Set<Move>... parts) {
        var whole = EnumSet.noneOf(Move.class);
        for (var part : parts) {
            whole.addAll(part);
        }
        return whole;
    }

    @ParameterizedTest
    @MethodSource("table")
    void mayDoExactlyThis(StaffMember member, Set<Move> expected) {
        var file = Cases.application();
        var staff = Staff.of(member);
        assertThat(Stream.of(Move.values()).filter(move -> Rights.may(staff, move, file))).as(staff.login())
                .containsExactlyInAnyOrderElementsOf(expected);
    }
}
