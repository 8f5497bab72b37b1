package jp.madoguchi.portal.answering.web;

import java.util.List;
import jp.madoguchi.forms.filling.PageCount;
import jp.madoguchi.platform.formpage.FormPageView;
import jp.madoguchi.platform.pagekit.PageFrame.TypedForm;
import jp.madoguchi.portal.answering.PostedPage;
import jp.madoguchi.portal.carryover.CarriedView;
import jp.madoguchi.portal.draft.AskedView;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.begun.OpenDrafts;
import org.jspecify.annotations.Nullable;

/**
 * One page of questions.
 *
 * @param address of the page itself
 * @param count where the page stands among those that are asked
 * @param more whether new questions have appeared by what was just saved
 * @param review whether saving leads back to the review page
 * @param filled whether answers of the page were filled in when the draft began, and stand unchanged
 * @param asked what a correction request asks for, null where nothing is corrected
 * @param told what has to be known besides, such as a deadline that has passed
 * @param carried what became of the draft in a newer version, null for nothing to say
 * @param others what this person has begun besides of the same procedure, on the first page only; last saved first
 * @param savedBy the rendering from which the page was saved last, empty for never
 */
public record QuestionPage(Draft draft, String address, FormPageView form, PageCount count, List<Hidden> hidden,
        boolean more, boolean review, boolean filled, @Nullable AskedView asked, List<String> told,
        @Nullable CarriedView carried, List<OpenDrafts.Begun> others, String savedBy) {
    /** Whatever leads away from the page by the header saves it first. */
    public static final TypedForm TYPED = new TypedForm("page", PostedPage.ACTION, "next");

    public QuestionPage {
        told = List.copyOf(told);
        others = List.copyOf(others);
    }

    /** A hidden field of a form. */
    public record Hidden(String name, String value) {}
}
