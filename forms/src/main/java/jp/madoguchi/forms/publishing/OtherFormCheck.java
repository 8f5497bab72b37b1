package jp.madoguchi.forms.publishing;

import java.util.Collection;
import java.util.List;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.publishing.Remarks.Place;
import org.jspecify.annotations.Nullable;

/**
 * Whether a form and those that somebody else fills in for it fit together.
 */
public final class OtherFormCheck {

    private OtherFormCheck() {}

    /** Whether there is anything to look at beside other procedures. */
    public static boolean concerns(Procedure procedure) {
        return procedure.everyItem().anyMatch(
                item -> item instanceof Question question && question.kind() instanceof QuestionKind.FilledByOther);
    }

    /** Remarks on a form beside the procedures that are or will be published; empty where all of it fits. */
    public static List<Remark> of(Procedure procedure, Collection<Procedure> procedures) {
        var remarks = new Remarks(procedure);
        procedure.everyItem().forEach(item -> {
            if (item instanceof Question question && question.kind() instanceof QuestionKind.FilledByOther kind) {
                var place = Place.WHOLE.at(question);
                procedures.stream().filter(each -> each.id().equals(kind.procedure())).findFirst().ifPresentOrElse(
                        other -> fits(procedure, kind, other, place, remarks),
                        () -> remarks.block(place, "no-such-procedure",
                                "ほかの人が記入する手続き「" + kind.procedure() + "」が公開されていません。", "手続きを先に公開するか、選び直してください。"));
            }
        });
        return remarks.all();
    }

    private static void fits(Procedure procedure, QuestionKind.FilledByOther kind, Procedure other, Place place,
            Remarks remarks) {
        if (other.isInterview()) {
            remarks.block(place, "filled-by-interview", "「" + other.title().ja() + "」は聞き取りで、記入してもらうことができません。",
                    "提出する手続きを選んでください。");
        }
        kind.carries().forEach((target, source) -> {
            if (!isOf(other, target, questionOf(procedure, source))) {
                remarks.block(place, "not-carried",
                        "引き継ぐ先の質問「" + target + "」が、「" + other.title().ja() + "」に同じ種類ではありません。",
                        "同じ種類の質問を選び直してください。");
            }
        });
        var namedBy = kind.namedBy();
        if (namedBy != null && !(questionOf(other, namedBy) instanceof Question found
                && (found.kind() instanceof QuestionKind.Text || found.kind() instanceof QuestionKind.PersonName))) {
            remarks.block(place, "no-such-name", "記入した人の名前を受け取る質問「" + namedBy + "」が、「" + other.title().ja()
                    + "」の文字か氏名の質問ではありません。", "繰り返しの外にある文字か氏名の質問を選び直してください。");
        }
        var day = kind.day();
        if (day != null && !(questionOf(other, day) instanceof Question found
                && found.kind() instanceof QuestionKind.Date)) {
            remarks.block(place, "no-such-day", "日付を受け取る質問「" + day + "」が、「" + other.title().ja() + "」の日付の質問ではありません。",
                    "繰り返しの外にある日付の質問を選び直してください。");
        }
    }

    private static boolean isOf(Procedure other, QuestionId target,
            @Nullable Question source) {
        return source == null || questionOf(other, target) instanceof Question found
                && found.kind().getClass() == source.kind().getClass();
    }

    /** For the target it must stand outside of repeats; a source may stand beside the question in its row. */
    private static @Nullable Question questionOf(Procedure procedure, QuestionId id) {
        return procedure.pages().stream().flatMap(page -> page.items().stream())
                .filter(item -> item.id().equals(id) && item instanceof Question).map(Question.class::cast).findFirst()
                .orElse(null);
    }
}
