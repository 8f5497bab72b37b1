package jp.madoguchi.portal.application;

import java.util.List;
import java.util.function.Predicate;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.definition.Ending;
import jp.madoguchi.forms.definition.FollowUp;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.filling.FeeDue;
import jp.madoguchi.forms.filling.PageCount;
import jp.madoguchi.forms.reading.AnswerChange;
import jp.madoguchi.forms.reading.ReadingView;
import jp.madoguchi.platform.formpage.FormPageView;
import jp.madoguchi.platform.pagekit.Field;
import jp.madoguchi.platform.pagekit.PageFrame.TypedForm;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;
import org.jspecify.annotations.Nullable;

/**
 * What the templates of this package are given; public because templates live in a package of their own.
 */
public final class Sheets {

    private Sheets() {}

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
     * @param savedBy the rendering from which the page was saved last, empty for never
     */
    public record PageSheet(Draft draft, String address, FormPageView form, PageCount count, List<Hidden> hidden,
            boolean more,
            boolean review, boolean filled, @Nullable AskedView asked, List<String> told,
            @Nullable CarriedView carried, String savedBy) {

        /** Whatever leads away from the page by the header saves it first. */
        public static final TypedForm TYPED = new TypedForm("page", PostedPage.ACTION, "next");

        public PageSheet {
            told = List.copyOf(told);
        }
    }

    /** A hidden field of a form. */
    public record Hidden(String name, String value) {}

    /** @param fields the answers to look at again, each with its row, and where they stand */
    public record AskedView(String reason, String answerBy, List<ErrorLink> fields) {}

    /**
     * What became of a draft when it was taken over into a newer version.
     *
     * @param again what to look at again, each with its row, and where it stands
     * @param left what has no place any more
     * @param seen where the applicant says that they know, empty where they did
     */
    public record CarriedView(List<ErrorLink> again, List<LeftView> left, String seen) {
        public CarriedView {
            again = List.copyOf(again);
            left = List.copyOf(left);
        }
    }

    /** An answer that has no place any more; several lines where it has them. */
    public record LeftView(String label, String words) {}

    /** What another tab saved beside what was typed here. */
    public record OvertakenSheet(Draft draft, String address, List<AnswerChange> changes, List<Hidden> hidden) {}

    /**
     * The last look before handing in.
     *
     * @param needsWord whether the applicant has to choose a word, having no account
     * @param told what has to be known before handing in, such as a deadline that has passed
     * @param closed why it cannot be handed in now, empty where it can
     * @param open what may be changed
     * @param unchanged whether it was to be handed in as a correction without any change, which is asked about first
     * @param carried as in {@link PageSheet}
     * @param infected links to files in which a virus was found when it was to be handed in
     * @param waiting names of files that could not be scanned in time when it was to be handed in; empty for none
     */
    public record ReviewSheet(Draft draft, ReadingView reading, FeeDue fee, List<ErrorLink> missing,
            boolean needsWord, String wordError, boolean consent, boolean mailGiven, @Nullable AskedView asked,
            List<Deadlines.Told> told, String closed, Predicate<FieldPath> open, boolean unchanged,
            @Nullable CarriedView carried, List<ErrorLink> infected, String waiting) {
        public ReviewSheet {
            told = List.copyOf(told);
            infected = List.copyOf(infected);
        }

        public boolean isOpen(FieldPath path) {
            return open.test(path);
        }

        /** What is missing, and what is wrong on the page itself. */
        public List<ErrorLink> errors() {
            if (!infected.isEmpty()) {
                return infected;
            }
            return wordError.isEmpty() ? missing : List.of(new ErrorLink(wordError, Field.idOf("word")));
        }
    }

    /**
     * Leaving for a while.
     *
     * @param mail the address known or typed
     * @param error what is wrong with it, empty if nothing is
     * @param sent whether the link was mailed just now
     */
    public record LaterSheet(Draft draft, String mail, String error, boolean sent) {

        public List<ErrorLink> errors() {
            return wrongMail(error);
        }
    }

    private static List<ErrorLink> wrongMail(String error) {
        return error.isEmpty() ? List.of() : List.of(new ErrorLink(error, Field.idOf("mail")));
    }

    /** What has to be done after an interview. */
    public record BundleSheet(Draft draft, List<FollowUpView> list, @Nullable CarriedView carried) {

        /** How many are applied for online. */
        public long online() {
            return list.stream().filter(each -> each.followUp() instanceof FollowUp.Online).count();
        }

        public long done() {
            return list.stream().filter(each -> each.state() == FollowUpView.State.DONE).count();
        }
    }

    /**
     * Asking somebody else to fill in a part.
     *
     * @param part what is asked for
     * @param by who is asked, as the form calls them
     * @param seen what of the application they will see, in words
     * @param back the page of questions
     * @param standing how it stands with those asked before, empty for nothing to say
     * @param waiting whether somebody is asked and has not handed in
     * @param filled who filled it in and when, empty where nobody has
     * @param takesFiles whether files may stand instead
     * @param token the secret of the link to be, which makes a repeated click the same errand
     * @param link the address to hand on, shown only right after asking; empty otherwise
     * @param mail the address typed
     * @param error what is wrong with it, empty if nothing is
     */
    public record ErrandSheet(Draft draft, String field, Localized part, Localized by, String seen, String back,
            String standing, boolean waiting, String filled, boolean takesFiles, String token, String link, String mail,
            String error) {

        /** Whether what was filled in may be given up for a file. */
        public boolean removable() {
            return takesFiles && !filled.isEmpty();
        }

        public List<ErrorLink> errors() {
            return wrongMail(error);
        }
    }

    /** What somebody who was asked sees when they open the link. */
    public record EntrustedSheet(Errand errand, Procedure form, String token, boolean begun) {}

    /** What somebody who was asked sees when it is over; the copy is an address, empty for none. */
    public record HandedSheet(Procedure form, boolean completed, String day, String copy) {}

    /**
     * The answers lead elsewhere.
     *
     * @param ways where to go on, as far as it is offered now
     * @param otherPerson whether somebody else can begin with what was typed
     */
    public record EndingSheet(Draft draft, Ending ending, String back, List<WayOn> ways, boolean otherPerson) {
        public EndingSheet {
            ways = List.copyOf(ways);
        }
    }

    /** A link onward. */
    public record WayOn(Localized label, String address) {}
}
