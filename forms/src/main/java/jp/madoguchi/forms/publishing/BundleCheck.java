package jp.madoguchi.forms.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.definition.FollowUp;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.publishing.Remarks.Place;

/**
 * Whether an interview and the procedures that follow it fit together.
 */
public final class BundleCheck {

    private BundleCheck() {}

    /**
     * Remarks on an interview beside the procedures that are or will be published; empty for a procedure without a bundle.
     */
    public static List<Remark> of(Procedure interview, Collection<Procedure> procedures) {
        var bundle = interview.bundle();
        var remarks = new ArrayList<Remark>();
        if (bundle != null) {
            bundle.followUps().forEach(followUp -> {
                if (followUp instanceof FollowUp.Online online) {
                    remarks.addAll(of(interview, online, procedures));
                }
            });
        }
        return List.copyOf(remarks);
    }

    private static List<Remark> of(Procedure interview, FollowUp.Online online, Collection<Procedure> procedures) {
        var remarks = new Remarks(interview);
        var place = followUp(online);
        procedures.stream().filter(procedure -> procedure.id().equals(online.procedure())).findFirst()
                .ifPresentOrElse(procedure -> shared(interview, procedure, place, remarks),
                        () -> remarks.block(place, "no-such-procedure",
                                "続く手続き「" + online.procedure() + "」が公開されていません。", "手続きを先に公開するか、選び直してください。"));
        return remarks.all();
    }

    private static void shared(Procedure interview, Procedure procedure, Place place, Remarks remarks) {
        procedure.everyItem().forEach(item -> {
            if (item instanceof Question question && question.prefill() != null) {
                var asked = question.prefill().bundle();
                if (asked != null && !fits(interview, asked, question)) {
                    remarks.advise(place, "not-shared", "「" + procedure.title().ja() + "」の「" + question.label().ja()
                            + "」は聞き取りの質問「" + asked + "」の答えを使いますが、聞き取りに同じ種類のその質問がありません。",
                            "聞き取りに質問を足すか、prefill を直してください。");
                }
            }
        });
    }

    private static boolean fits(Procedure interview, QuestionId asked, Question question) {
        return interview.pages().stream().flatMap(page -> page.items().stream())
                .anyMatch(item -> item instanceof Question same && same.id().equals(asked)
                        && same.kind().getClass() == question.kind().getClass());
    }

    static Place followUp(FollowUp followUp) {
        return Place.WHOLE.at("bundle/" + followUp.id(), "続く手続き「" + followUp.id() + "」");
    }
}
