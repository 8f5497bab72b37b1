package jp.madoguchi.portal.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Prefilling.Source;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.portal.fill.FillStep;
import org.jspecify.annotations.Nullable;

/**
 * An application being filled in, in one version of its procedure at a time: see {@link NewerVersions}.
 *
 * @param saves per page, by whom and at which revision it was last saved
 * @param formKey stands in every page of the draft and must come back with it (against forged posts); unlike a session it lasts
 * as long as the draft
 * @param prefilled answers that were filled in when it began and stand unchanged
 * @param interview from which it was begun, null for none
 * @param carried what became of it when it was taken over from an older version, null where it was not
 * @param begunFrom the draft from whose answers another person begins here, null for none
 * @param revision rises with every change; a change made on the ground of an older one is refused
 */
public record Draft(UUID id, Edition edition, DraftPurpose purpose, @Nullable UUID account, Answers answers,
        Entries pending, Map<String, PageSave> saves, @Nullable String lastPage, int revision, String formKey,
        UUID fill,
        Language language, Instant savedAt, Instant expiresAt, @Nullable String closedAs,
        Map<QuestionId, Source> prefilled,
        @Nullable UUID interview, @Nullable Carried carried, @Nullable UUID begunFrom) {

    public Draft {
        saves = Map.copyOf(saves);
        prefilled = Map.copyOf(prefilled);
    }

    /** @param by the rendering of the page from which it was saved */
    public record PageSave(int revision, String by) {}

    public Procedure procedure() {
        return edition.procedure();
    }

    public boolean isOpen() {
        return closedAs == null;
    }

    /** What was filled in and is still as it was. */
    public Map<QuestionId, Source> stillPrefilled(Answers changed) {
        var still = new HashMap<>(prefilled);
        still.keySet().removeIf(question -> !changed.get(question).equals(answers.get(question)));
        return still;
    }

    public Filling filling(LocalDate today) {
        return new Filling(procedure(), answers, pending, today);
    }

    public FillStep.Run run(FillEvent.Device device) {
        return new FillStep.Run(fill, procedure().id(), edition.version(), language.tag(), device);
    }

    /**
     * Whether somebody else (another tab, another device) saved the page after it was shown. Saving twice from the same
     * rendering is no conflict: that is the back button or a double click.
     */
    public boolean isOvertaken(PageId page, int shownRevision, String rendering) {
        var last = saves.get(page.value());
        return last != null && last.revision() > shownRevision && !last.by().equals(rendering);
    }

    /**
     * Where notices go: the address asked for in the form, else the account's.
     *
     * @return null for nowhere
     */
    public @Nullable String mailOf(Answers given, Visitor visitor) {
        var question = procedure().applicantMail();
        if (question == null) {
            return visitor.mail();
        }
        var typed = given.get(question, Answer.Text.class).map(Answer.Text::value).orElse("");
        return typed.isBlank() ? visitor.mail() : typed;
    }

    /** The language of a page that is asked for in one, as far as the procedure speaks it. */
    public Language languageFor(String tag) {
        return Language.ofTag(tag).filter(procedure().languages()::contains).orElse(Language.JA);
    }
}
