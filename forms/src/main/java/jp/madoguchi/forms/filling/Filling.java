package jp.madoguchi.forms.filling;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Ending;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;

/**
 * An application being filled in: one version of a procedure, the answers so far, and what was typed but not understood.
 * Immutable; every move returns a new one. Pure computation, no input makes it throw.
 *
 * @param pending what was typed into fields that could not be understood
 * @param today the day of filling in, in the city's time zone
 */
public record Filling(Procedure procedure, Answers answers, Entries pending, LocalDate today) {

    public static Filling begin(Procedure procedure, LocalDate today) {
        return new Filling(procedure, Answers.NONE, Entries.NONE, today);
    }

    /** What saving one page led to. */
    public record Saved(Filling filling, List<Finding> findings) {
        public Saved {
            findings = List.copyOf(findings);
        }

        public boolean isClean() {
            return findings.isEmpty();
        }
    }

    /**
     * Takes a posted page: understood fields become answers, others stay in {@link #pending}; unknown field names and
     * fields of other pages are findings ({@code unknown-field}) and are not stored; a valid My Number in a free field is
     * refused and not stored at all (番号法 20条).
     */
    public Saved save(PageId page, Entries posted) {
        throw new UnsupportedOperationException();
    }

    /** Adds an empty row, unless the repeat is full. */
    public Filling addRow(QuestionId repeat) {
        throw new UnsupportedOperationException();
    }

    public Filling removeRow(QuestionId repeat, RowId row) {
        throw new UnsupportedOperationException();
    }

    /** Attaches an uploaded file; the caller has checked size and content; a finding where there is no room for it. */
    public Saved attach(FieldPath question, jp.madoguchi.forms.answer.Answer.FileRef file) {
        throw new UnsupportedOperationException();
    }

    public Filling detach(FieldPath question, java.util.UUID file) {
        throw new UnsupportedOperationException();
    }

    /** What is wrong on one page as it stands, in the order of its fields. */
    public List<Finding> check(PageId page) {
        throw new UnsupportedOperationException();
    }

    /** What is wrong anywhere; empty exactly where the application may be submitted. */
    public List<Finding> checkAll() {
        throw new UnsupportedOperationException();
    }

    /** The pages to be asked with the answers so far, in order. */
    public List<Page> visiblePages() {
        throw new UnsupportedOperationException();
    }

    /** The items of a page to be asked; inside a repeat ask {@link #visibleQuestions}. */
    public List<Item> visibleItems(Page page) {
        throw new UnsupportedOperationException();
    }

    public List<Question> visibleQuestions(QuestionId repeat, RowId row) {
        throw new UnsupportedOperationException();
    }

    /** The ending that these answers lead to after the page, if any. */
    public Optional<Ending> endingAfter(PageId page) {
        throw new UnsupportedOperationException();
    }

    /** The answers to be submitted: what is hidden is dropped. */
    public Answers effectiveAnswers() {
        throw new UnsupportedOperationException();
    }

    /** The fields of one answer for an input form: what is pending, else the answer printed back. */
    public Entries entries(FieldPath path) {
        throw new UnsupportedOperationException();
    }

    /** The code of the office that works the application. */
    public String office() {
        throw new UnsupportedOperationException();
    }
}
