package jp.madoguchi.forms.filling;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Ending;
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

    /** The part of a question's fields that says, with {@code yes}, that the answer is the same as another one. */
    public static final String SAME = "same";

    public Filling {
        answers = RowMoves.withFewestRows(procedure, answers);
    }

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
        return procedure.page(page).map(found -> Saving.save(this, found, posted))
                .orElseGet(() -> new Saved(this,
                        List.of(Findings.unknownPage(FieldPath.of(new QuestionId(page.value()))))));
    }

    /** Adds an empty row to the repeat that the path leads to, unless it is full. */
    public Filling addRow(FieldPath repeat) {
        return RowMoves.add(this, repeat);
    }

    /** Takes a row away, with all that was typed into it. */
    public Filling removeRow(FieldPath repeat, RowId row) {
        return RowMoves.remove(this, repeat, row);
    }

    /** Attaches an uploaded file; the caller has checked size and content; a finding where there is no room for it. */
    public Saved attach(FieldPath question, Answer.FileRef file) {
        return FileMoves.attach(this, question, file);
    }

    public Filling detach(FieldPath question, UUID file) {
        return FileMoves.detach(this, question, file);
    }

    /** What the other person finds in the form of {@code other} when they begin; see {@link jp.madoguchi.forms.definition.QuestionKind.FilledByOther}. */
    public Answers carriedInto(Procedure other, FieldPath question) {
        return OtherMoves.carried(this, question, other);
    }

    /**
     * Takes what the other person filled in, in the place of whatever answer there was.
     *
     * @return empty where the question has gone meanwhile, or asks for another procedure's form
     */
    public Optional<Filling> fillIn(FieldPath question, Answer.FilledIn answer) {
        return OtherMoves.fillIn(this, question, answer);
    }

    /** Gives up what the other person filled in. */
    public Filling takeOut(FieldPath question) {
        return OtherMoves.takeOut(this, question);
    }

    /** Whether a question with {@link Question#sameAs} has the same answer as the other one now. */
    public boolean isSame(FieldPath path) {
        return SameAnswers.isTicked(this, path);
    }

    /** Whether there is an answer that a question with {@link Question#sameAs} could take. */
    public boolean mayBeSame(FieldPath path) {
        return question(path).flatMap(question -> SameAnswers.source(effectiveAnswers(), path, question)).isPresent();
    }

    /** What the other person of an ending begins with, from their side. */
    public Answers fromTheOther(Ending.OtherPerson other) {
        return OtherSide.of(this, other);
    }

    /** Where a page stands among those that are asked. */
    public PageCount count(PageId page) {
        return PageCount.of(this, page);
    }

    /** What is wrong on one page as it stands, in the order of its fields. */
    public List<Finding> check(PageId page) {
        return procedure.page(page).map(found -> new Checking(this).only(found)).orElse(List.of());
    }

    /** What is wrong anywhere; empty exactly where the application may be submitted. */
    public List<Finding> checkAll() {
        return new Checking(this).all();
    }

    /** The pages to be asked with the answers so far, in order. */
    public List<Page> visiblePages() {
        var shown = visibility();
        return procedure.pages().stream().filter(page -> shown.shows(page.id())).toList();
    }

    /** The ending that these answers lead to after the page, if any. */
    public Optional<Ending> endingAfter(PageId page) {
        var shown = visibility();
        return procedure.endings().stream()
                .filter(ending -> ending.after().equals(page) && shown.shows(page) && shown.holds(ending.when()))
                .findFirst();
    }

    /** The answers to be submitted: what is hidden is dropped. */
    public Answers effectiveAnswers() {
        return visibility().effective();
    }

    /** The fields of one answer for an input form: what is pending, else the answer printed back. */
    public Entries entries(FieldPath path) {
        return Printing.entries(this, path);
    }

    /**
     * Until when the application has to be handed in, as far as the answers so far say.
     *
     * @param isOpen whether the city's offices are open on a day
     */
    public List<DueDay> dueDays(Predicate<LocalDate> isOpen) {
        return DueDay.of(this, isOpen);
    }

    /** What the application costs with the answers so far; items whose number is not known yet stand at one. */
    public FeeDue fee() {
        return FeeDue.of(procedure.fee(), visibility());
    }

    /** What has to be done after this interview with the answers so far; nothing after a procedure that is handed in. */
    public List<Applying> followUps() {
        return Applying.of(procedure, visibility());
    }

    /** Which office works the application, or why a person has to decide it. */
    public Route route() {
        return Routes.of(procedure, effectiveAnswers());
    }

    /** What is asked with the answers so far; for callers that ask several things about it at once. */
    public Visibility visibility() {
        return Visibility.of(procedure, answers, today);
    }

    /** The question of a path, wherever it stands; none if the path leads nowhere in this procedure. */
    public Optional<Question> question(FieldPath path) {
        return Items.find(procedure, path).filter(Question.class::isInstance).map(Question.class::cast);
    }

    /** The stored answer of a path, hidden or not. */
    public Optional<Answer> answer(FieldPath path) {
        return Rows.answers(answers, path.within()).flatMap(group -> group.get(path.question()));
    }

    /** Whether there are the rows that the path needs. */
    boolean hasPlace(FieldPath path) {
        return Rows.answers(answers, path.within()).isPresent();
    }

    Filling with(Answers changed) {
        return new Filling(procedure, changed, pending, today);
    }

    /** A finding about a page as a whole has the page's name for its path. */
    static FieldPath pathOf(Page page) {
        return FieldPath.of(new QuestionId(page.id().value()));
    }
}
