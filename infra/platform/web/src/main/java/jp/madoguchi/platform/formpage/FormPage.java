package jp.madoguchi.platform.formpage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import gg.jte.Content;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.field.QuestionField;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.forms.filling.Visibility;
import jp.madoguchi.forms.reading.ReadingView;
import jp.madoguchi.platform.pagekit.Controls;
import jp.madoguchi.platform.pagekit.Field;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;
import jp.madoguchi.platform.pagekit.RepeatRow;
import jp.madoguchi.platform.pagekit.Words;
import org.jspecify.annotations.Nullable;

/** Draws one page of a form: the definition's questions, what was typed so far, and what is wrong with it. */
public final class FormPage {

    private final Filling filling;
    private final Page page;
    private final List<Finding> findings;
    private final Map<FieldPath, List<Finding>> wrong;
    private final Language language;
    private final FileLinks links;
    private final Searches searches;
    private final Delegations delegations;
    private final Visibility visibility;
    private final RowTitles titles;
    private final boolean saysWhoseItIs;
    private final Set<QuestionId> live;
    private final Function<QuestionId, String> marks;
    private final Predicate<FieldPath> open;
    private @Nullable Map<FieldPath, String> read;
    private boolean hasFiles;

    private FormPage(Filling filling, Page page, List<Finding> findings, Language language, FileLinks links,
            Searches searches, Delegations delegations, Function<QuestionId, String> marks,
            Predicate<FieldPath> open) {
        this.filling = filling;
        this.page = page;
        this.findings = findings;
        this.wrong = findings.stream().collect(Collectors.groupingBy(Finding::path));
        this.language = language;
        this.links = links;
        this.searches = searches;
        this.delegations = delegations;
        this.marks = marks;
        this.open = open;
        this.visibility = filling.visibility();
        this.titles = new RowTitles(filling, language);
        this.saysWhoseItIs = filling.procedure().everyItem().anyMatch(item -> item instanceof Question question
                && question.prefill() != null && question.prefill().profile() != null);
        this.live = oneField(List.of(), page.items(), _ -> Optional.empty());
    }

    /** A page as the applicant fills it in. */
    public static FormPageView forApplicant(Filling filling, Page page, List<Finding> findings, Language language,
            FileLinks links, Searches searches, Delegations delegations) {
        return forApplicant(filling, page, findings, language, links, searches, delegations, question -> "");
    }

    /** The same without a search in its long lists, and with nobody to ask. */
    public static FormPageView forApplicant(Filling filling, Page page, List<Finding> findings, Language language,
            FileLinks links) {
        return forApplicant(filling, page, findings, language, links, Searches.NONE, Delegations.NONE);
    }

    /** The same with marks at answers that were filled in: where each came from, empty for none. */
    public static FormPageView forApplicant(Filling filling, Page page, List<Finding> findings, Language language,
            FileLinks links, Searches searches, Delegations delegations, Function<QuestionId, String> marks) {
        return forApplicant(filling, page, findings, language, links, searches, delegations, marks, path -> true);
    }

    /** The same where only some answers may be changed (補正): the others stand to be read, and are not posted. */
    public static FormPageView forApplicant(Filling filling, Page page, List<Finding> findings, Language language,
            FileLinks links, Searches searches, Delegations delegations, Function<QuestionId, String> marks,
            Predicate<FieldPath> open) {
        return new FormPage(filling, page, findings, language, links, searches, delegations, marks, open).draw();
    }

    private FormPageView draw() {
        var controls = items(List.of(), page.items(), filling.answers(), this::nameOnPage);
        var errors = findings.stream().map(this::link).toList();
        var intro = page.intro();
        return new FormPageView(page.title().in(language), intro == null ? "" : intro.in(language), controls, errors,
                hasFiles);
    }

    /** @param names the posted field of a question that the script can see from here */
    private Content items(List<FieldPath.At> within, List<Item> items, Answers answers,
            Function<QuestionId, Optional<String>> names) {
        var controls = new ArrayList<Content>();
        for (var item : items) {
            var path = new FieldPath(within, item.id());
            boolean asked = visibility.shows(path);
            rule(item.showIf(), names, condition -> visibility.holds(condition, within), asked)
                    .ifPresent(when -> controls.add(Controls.asked(path.toString(), when, asked, switch (item) {
                        case Question question when isFixed(question, path) -> fixed(question, path);
                        case Question question -> question(question, path, answers);
                        case Repeat repeat -> repeat(repeat, path, answers, names);
                    })));
        }
        return Controls.all(controls);
    }

    /** Words of the form itself are no answers, and are shown as ever. */
    private boolean isFixed(Question question, FieldPath path) {
        return QuestionField.of(question.kind()).hasAnswer() && !open.test(path);
    }

    private Content fixed(Question question, FieldPath path) {
        var label = question.label();
        return Controls.fixed(label.in(language), label.speaks(language) ? null : Language.JA.tag(),
                read().getOrDefault(path, ""), Words.in(language.tag(), "fixed"));
    }

    private Map<FieldPath, String> read() {
        var values = read;
        if (values == null) {
            values = new HashMap<>();
            for (var section : ReadingView.of(filling.procedure(), filling.effectiveAnswers(), language).sections()) {
                for (var line : section.lines()) {
                    values.put(line.path(), line.value());
                }
            }
            read = values;
        }
        return values;
    }

    /**
     * A script sees only what can be typed here: what stands fixed is settled, and so is what this page does not draw, such as a
     * question that waits for a date beside it. What hangs on that comes after it, with the page drawn anew.
     */
    private Set<QuestionId> oneField(List<FieldPath.At> within, List<Item> items,
            Function<QuestionId, Optional<String>> around) {
        var seen = new HashSet<QuestionId>();
        for (var item : items) {
            var path = new FieldPath(within, item.id());
            if (isOneField(item) && open.test(path) && rule(item.showIf(),
                    id -> seen.contains(id) ? Optional.of(new FieldPath(within, id).toString()) : around.apply(id),
                    condition -> visibility.holds(condition, within), visibility.shows(path)).isPresent()) {
                seen.add(item.id());
            }
        }
        return seen;
    }

    /**
     * The rule for the script, empty text where the question is always asked; nothing at all for a question that no
     * answer of this page can bring up.
     */
    private static Optional<String> rule(Condition condition, Function<QuestionId, Optional<String>> names,
            Predicate<Condition> holds, boolean asked) {
        return switch (LiveRule.of(condition, names, holds)) {
            case LiveRule.Open(String json) -> Optional.of(json);
            case LiveRule.Settled _ -> asked ? Optional.of("") : Optional.empty();
        };
    }

    private Optional<String> nameOnPage(QuestionId question) {
        return live.contains(question) ? Optional.of(question.value()) : Optional.empty();
    }

    /** Whether a script can see the answer in a field named like the question itself. */
    private static boolean isOneField(Item item) {
        return item instanceof Question question && QuestionField.of(question.kind()).isOneField();
    }

    private Content question(Question question, FieldPath path, Answers answers) {
        hasFiles |= question.kind().filesTaken() != null;
        var answer = answers.get(question.id());
        boolean own = path.within().isEmpty() && aboutApplicant(question);
        var controls = new QuestionControls(question, path, filling.entries(path), wrong(path), language, own,
                path.within().isEmpty() ? marks.apply(question.id()) : "").draw(answer, links, searches, delegations);
        return question.sameAs() == null ? controls : same(question, path, question.sameAs(), controls);
    }

    /** The tick stands before what it spares; without a script both can be filled in, and the tick counts. */
    private Content same(Question question, FieldPath path, QuestionId as, Content controls) {
        if (!filling.mayBeSame(path) && !page.items().stream().anyMatch(item -> item.id().equals(as)
                && visibility.shows(as))) {
            return controls;
        }
        var name = path.field(Filling.SAME);
        boolean ticked = filling.isSame(path);
        var label = Words.in(language.tag(), "same", question.label().in(language), nameOf(as));
        var rule = "{\"op\":\"not\",\"of\":{\"op\":\"is\",\"name\":\"" + name + "\",\"values\":[\"yes\"]}}";
        return Controls.all(List.of(Controls.same(name, label, ticked),
                Controls.asked(path.field("own"), rule, !ticked || !wrong(path).isEmpty(), controls)));
    }

    /** A question as the form names it, with its page where that is another one. */
    private String nameOf(QuestionId id) {
        for (var each : filling.procedure().pages()) {
            for (var item : each.items()) {
                if (item.id().equals(id)) {
                    var label = item.label().in(language);
                    return each.id().equals(page.id())
                            ? label
                            : Words.in(language.tag(), "same.elsewhere", each.title().in(language), label);
                }
            }
        }
        return filling.procedure().item(id).map(item -> item.label().in(language)).orElse("");
    }

    /**
     * Whether a question asks about the person at the screen, whose browser may fill it in (WCAG 1.3.5): it then says that it takes
     * what they keep of themselves. In a form that says so nowhere it is the applicant, whose questions share the beginning of
     * their ids ({@code claimant-name}, {@code claimant-birth}).
     */
    private boolean aboutApplicant(Question question) {
        return saysWhoseItIs
                ? question.prefill() != null && question.prefill().profile() != null
                : sharesName(question.id());
    }

    private boolean sharesName(QuestionId question) {
        var name = filling.procedure().applicantName().value();
        int hyphen = name.lastIndexOf('-');
        return hyphen < 0 ? question.value().equals(name) : question.value().startsWith(name.substring(0, hyphen + 1));
    }

    private Content repeat(Repeat repeat, FieldPath path, Answers answers,
            Function<QuestionId, Optional<String>> names) {
        var rows = answers.get(repeat.id(), Answer.Rows.class).map(Answer.Rows::rows).orElse(List.of());
        var drawn = new ArrayList<RepeatRow>();
        for (int number = 0; number < rows.size(); number++) {
            var row = rows.get(number);
            drawn.add(new RepeatRow(titles.of(repeat, row, number + 1), row(repeat, path, row, names),
                    rows.size() > repeat.min() && open.test(path) ? FormPageView.REMOVE : "", path + "." + row.id()));
        }
        var told = wrong(path).stream().map(finding -> finding.message().in(language))
                .collect(Collectors.joining("\n"));
        var hint = repeat.hint();
        var field = new Field(path.toString(), repeat.label().in(language), hint == null ? "" : hint.in(language),
                "", Field.Need.SILENT, told, language.tag(),
                repeat.label().speaks(language) ? null : Language.JA.tag(), "");
        var add = rows.size() < repeat.max() && open.test(path)
                ? Words.in(language.tag(), "repeat.add", repeat.rowTitle().in(language))
                : "";
        return Controls.repeat(field, drawn, FormPageView.ADD, path.toString(), add, 2 + path.within().size());
    }

    private Content row(Repeat repeat, FieldPath path, Row row, Function<QuestionId, Optional<String>> names) {
        var inRow = oneField(path.rows(row.id()), repeat.items(), names);
        return items(path.rows(row.id()), repeat.items(), row.answers(),
                id -> inRow.contains(id) ? Optional.of(path.in(row.id(), id).toString()) : names.apply(id));
    }

    private List<Finding> wrong(FieldPath path) {
        return wrong.getOrDefault(path, List.of());
    }

    private ErrorLink link(Finding finding) {
        return new ErrorLink(titles.tell(finding), Field.idOf(finding.field()));
    }
}
