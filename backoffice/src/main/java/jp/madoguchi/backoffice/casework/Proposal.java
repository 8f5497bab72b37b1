package jp.madoguchi.backoffice.casework;

import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.forms.definition.Criterion;
import jp.madoguchi.forms.definition.LegalBasis;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.ProcedureKind;

/**
 * The decision a clerk proposes and an approver confirms (決裁).
 *
 * @param facts the facts on which it rests (理由となる事実)
 * @param clause the clause applied (根拠条項)
 * @param criterion id of the review criterion (審査基準) applied; empty where none is
 * @param remark words to the approver, not printed
 */
public record Proposal(Outcome outcome, String facts, String clause, String criterion, String remark) {

    /** Longest text of each part, in code points. */
    public static final int LONGEST = 4000;

    public Proposal {
        facts = facts.strip();
        clause = clause.strip();
        criterion = criterion.strip();
        remark = remark.strip();
    }

    /**
     * What stands against deciding so; empty where nothing does. Reasons must be given together with a refusal (行政手続法8条);
     * a dismissal (却下) turns on the formal requirement, so it needs no criterion. Whether the notice lacks its appeal
     * instruction (行政不服審査法82条) is asked here as well, because a decision that cannot be notified must not be made.
     */
    public List<Objection> objections(Procedure procedure) {
        var found = new ArrayList<Objection>();
        if (outcome.isAdverse()) {
            if (facts.isEmpty()) {
                found.add(new Objection("facts", "理由となる事実を書いてください。何を確認し、どう判断したかを具体的に書きます。"));
            }
            if (clause.isEmpty()) {
                found.add(new Objection("clause", "根拠となる条項を書いてください（例：" + exampleOf(procedure) + "）。"));
            }
            if (outcome == Outcome.REFUSED && criterion.isEmpty() && !procedure.criteria().isEmpty()) {
                found.add(new Objection("criterion", "当てはめた審査基準を選んでください。"));
            }
            if (lacksAppeal(procedure)) {
                found.add(new Objection("outcome",
                        "この手続には教示（審査請求と取消訴訟の案内）の文面が登録されていないため、申請者に不利な処分の通知書を出せません。" + "手続の所管課に登録を依頼してください。"));
            }
        }
        if (!criterion.isEmpty() && procedure.criteria().stream().map(Criterion::id).noneMatch(criterion::equals)) {
            found.add(new Objection("criterion", "この手続にない審査基準です。一覧から選び直してください。"));
        }
        addIfTooLong(found, "facts", facts);
        addIfTooLong(found, "clause", clause);
        addIfTooLong(found, "remark", remark);
        return List.copyOf(found);
    }

    /** A programme under a guideline (要綱) is no disposition, nor is the answer to what is no 申請, so it has no appeal instruction. */
    private static boolean lacksAppeal(Procedure procedure) {
        return procedure.kind() == ProcedureKind.APPLICATION
                && procedure.legalBasis().rank() != LegalBasis.Rank.GUIDELINE && procedure.appeal() == null;
    }

    private static String exampleOf(Procedure procedure) {
        return procedure.criteria().stream().map(Criterion::clause).findFirst()
                .or(() -> procedure.legalBasis().articles().stream().findFirst()).orElse("第4条第1項");
    }

    private static void addIfTooLong(List<Objection> found, String field, String text) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            found.add(new Objection(field, LONGEST + "字以内で書いてください。"));
        }
    }
}
