package jp.madoguchi.portal.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Prefilling.Source;
import jp.madoguchi.portal.catalogue.Edition;
import jp.madoguchi.portal.fill.FillStep;
import org.jspecify.annotations.Nullable;

/**
 * An application being filled in, in one version of its procedure at a time: see {@link CarryDesk}.
 *
 * @param corrects what is corrected, null for a new application
 * @param errand that somebody else was asked for and fills in here, null for the applicant's own
 * @param saves per page, by whom and at which revision it was last saved
 * @param formKey stands in every page of the draft and must come back with it (against forged posts); unlike a session it lasts
 * as long as the draft
 * @param prefilled answers that were filled in when it began and stand unchanged
 * @param bundle the interview it was begun from, null for none
 * @param carried what became of it when it was taken over from an older version, null where it was not
 * @param begunFrom the draft from whose answers another person begins here, null for none
 * @param revision rises with every change; a change made on the ground of an older one is refused
 */
public record Draft(UUID id, Edition edition, @Nullable Correction corrects, @Nullable UUID errand,
        @Nullable UUID account, Answers answers,
        Entries pending, Map<String, PageSave> saves, @Nullable String lastPage, int revision, String formKey,
        UUID fill,
        Language language, Instant savedAt, Instant expiresAt, @Nullable String closedAs,
        Map<QuestionId, Source> prefilled,
        @Nullable UUID bundle, @Nullable Carried carried, @Nullable UUID begunFrom) {

    public Draft {
        saves = Map.copyOf(saves);
        prefilled = Map.copyOf(prefilled);
    }

    public record Correction(UUID submission, UUID request) {}

    /** @param by the rendering of the page from which it was saved */
    public record PageSave(int revision, String by) {}

    public Procedure procedure() {
        return edition.procedure();
    }

    public boolean isCorrection() {
        return corrects != null;
    }

    /** Whether it is filled in by somebody who was asked to, as a part of an application. */
    public boolean isErrand() {
        return errand != null;
    }

    boolean isOpen() {
        return closedAs == null;
    }

    /** What was filled in and is still as it was. */
    Map<QuestionId, Source> stillPrefilled(Answers changed) {
        var still = new HashMap<>(prefilled);
        still.keySet().removeIf(question -> !changed.get(question).equals(answers.get(question)));
        return still;
    }

    Filling filling(LocalDate today) {
        return new Filling(procedure(), answers, pending, today);
    }

    FillStep.Run run(FillEvent.Device device) {
        return new FillStep.Run(fill, procedure().id().value(), edition.version(), language.tag(), device);
    }

    /**
     * Whether somebody else (another tab, another device) saved the page after it was shown. Saving twice from the same
     * rendering is no conflict: that is the back button or a double click.
     */
    boolean isOvertaken(PageId page, int shownRevision, String rendering) {
        var last = saves.get(page.value());
        return last != null && last.revision() > shownRevision && !last.by().equals(rendering);
    }
}
