package jp.madoguchi.forms.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.QuestionId;

import org.jspecify.annotations.Nullable;

/**
 * A procedure as its designers wrote it: all that a portal, a clerk and a notice need to know. Immutable; one published
 * version of it never changes (see {@link jp.madoguchi.forms.file.ContentHash}).
 *
 * @param languages the languages that are on; always with Japanese
 * @param applicantName the question whose answer names the applicant in queues and notices
 * @param applicantMail the question that holds the applicant's mail address, or null
 * @param applicantAddress the question that holds the applicant's address for notices, or null
 * @param bundle what follows this interview; null for a procedure that is handed in itself
 */
public record Procedure(ProcedureId id, Localized title, Localized summary, ProcedureKind kind, Set<Language> languages,
        Localized whoCanApply, Localized whatIsNeeded, @Nullable Localized whatHappensNext, Localized purpose,
        LegalBasis legalBasis, List<Criterion> criteria, StandardPeriod standardPeriod, @Nullable Localized deadline,
        Intake intake,
        Fee fee, AssuranceLevel assurance, RetentionClass retention, String bureau, Routing routing,
        @Nullable AppealInstruction appeal, Notices notices, List<String> keywords, List<String> lifeEvents,
        QuestionId applicantName, @Nullable QuestionId applicantMail, @Nullable QuestionId applicantAddress,
        List<Ending> endings, List<Rule> rules, List<Page> pages, @Nullable Bundle bundle) {

    public Procedure {
        languages = Set.copyOf(languages);
        criteria = List.copyOf(criteria);
        keywords = List.copyOf(keywords);
        lifeEvents = List.copyOf(lifeEvents);
        endings = List.copyOf(endings);
        rules = List.copyOf(rules);
        pages = List.copyOf(pages);
    }

    /** The same procedure with other pages. */
    public Procedure withPages(List<Page> other) {
        return new Procedure(id, title, summary, kind, languages, whoCanApply, whatIsNeeded, whatHappensNext, purpose,
                legalBasis, criteria, standardPeriod, deadline, intake, fee, assurance, retention, bureau, routing,
                appeal,
                notices, keywords, lifeEvents, applicantName, applicantMail, applicantAddress, endings, rules, other,
                bundle);
    }

    /** Whether the answers lead to a list of other procedures instead of being handed in. */
    public boolean isInterview() {
        return bundle != null;
    }

    public Optional<Page> page(PageId id) {
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }

    /** The question or repeat of this id, wherever it stands. */
    public Optional<Item> item(QuestionId id) {
        return everyItem().filter(item -> item.id().equals(id)).findFirst();
    }

    /** All questions and repeats in the order of the form, those in rows of repeats too. */
    public Stream<Item> everyItem() {
        return pages.stream().flatMap(page -> page.items().stream()).flatMap(Procedure::itselfAndWithin);
    }

    private static Stream<Item> itselfAndWithin(Item item) {
        return switch (item) {
            case Question question -> Stream.of(question);
            case Repeat repeat -> Stream.concat(Stream.of(repeat),
                    repeat.items().stream().flatMap(Procedure::itselfAndWithin));
        };
    }
}
