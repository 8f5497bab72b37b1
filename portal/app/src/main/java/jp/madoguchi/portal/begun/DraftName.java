package jp.madoguchi.portal.begun;

import jp.madoguchi.portal.draft.Draft;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.portal.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What tells a draft from another of the same procedure.
 *
 * @param people whom it is about, as typed so far: the applicant and those that name a row, such as the children
 * @param page the title of the page where it was left; null before the first was saved
 * @param answers how many there are so far
 */
public record DraftName(List<String> people, @Nullable Localized page, int answers) {

    public DraftName {
        people = List.copyOf(people);
    }

    static DraftName of(Draft draft) {
        var procedure = draft.procedure();
        var answers = draft.answers();
        var rows = procedure.pages().stream().flatMap(page -> page.items().stream()).filter(Repeat.class::isInstance)
                .map(Repeat.class::cast).flatMap(repeat -> rows(repeat, answers));
        var people = Stream.concat(name(answers, procedure.applicantName()).stream(), rows).distinct().toList();
        var last = draft.lastPage();
        var page = last == null ? Optional.<Page>empty() : procedure.page(new PageId(last));
        return new DraftName(people, page.map(Page::title).orElse(null), answers.values().size());
    }

    /** In the words of a list of drafts. */
    public String in(Wording wording) {
        if (!people.isEmpty()) {
            return String.join(wording.text("begun.and"), people);
        }
        return page == null
                ? wording.text("begun.nothing")
                : wording.text("begun.at", wording.text(page), answers);
    }

    private static Stream<String> rows(Repeat repeat, Answers answers) {
        var from = repeat.titleFrom();
        return from == null
                ? Stream.empty()
                : answers.get(repeat.id(), Answer.Rows.class).stream().flatMap(rows -> rows.rows().stream())
                        .flatMap(row -> name(row.answers(), from).stream());
    }

    private static Optional<String> name(Answers answers, QuestionId question) {
        return answers.get(question).flatMap(answer -> switch (answer) {
            case Answer.PersonName person -> Optional.of(person.full());
            case Answer.Text text -> Optional.of(text.value());
            default -> Optional.empty();
        });
    }
}
