package jp.madoguchi.portal.review;

import java.util.List;
import java.util.function.Predicate;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.filling.FeeDue;
import jp.madoguchi.forms.reading.ReadingView;
import jp.madoguchi.platform.pagekit.Field;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;
import jp.madoguchi.portal.carryover.CarriedView;
import jp.madoguchi.portal.catalogue.Deadlines;
import jp.madoguchi.portal.draft.AskedView;
import jp.madoguchi.portal.draft.Draft;
import org.jspecify.annotations.Nullable;

/**
 * The last look before handing in.
 *
 * @param needsWord whether the applicant has to choose a word, having no account
 * @param wordGone whether the word was typed and has to be typed once more
 * @param told what has to be known before handing in, such as a deadline that has passed
 * @param closed why it cannot be handed in now, empty where it can
 * @param open what may be changed
 * @param unchanged whether it was to be handed in as a correction without any change, which is asked about first
 * @param carried as in the pages of questions
 * @param infected links to files in which a virus was found when it was to be handed in
 * @param waiting names of files that could not be scanned in time when it was to be handed in; empty for none
 */
public record ReviewPage(Draft draft, ReadingView reading, FeeDue fee, List<ErrorLink> missing,
        boolean needsWord, boolean wordGone, String wordError, boolean consent, boolean mailGiven,
        @Nullable AskedView asked,
        List<Deadlines.Told> told, String closed, Predicate<FieldPath> open, boolean unchanged,
        @Nullable CarriedView carried, List<ErrorLink> infected, String waiting) {
    public ReviewPage {
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

    /** Whether it says what kept it from being handed in. */
    public boolean refused() {
        return unchanged || !wordError.isEmpty() || !infected.isEmpty();
    }
}
