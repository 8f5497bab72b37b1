package jp.madoguchi.portal.application;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import gg.jte.Content;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.forms.filling.Prefilling.Source;
import jp.madoguchi.forms.reading.AnswerChange;
import jp.madoguchi.forms.reading.ReadingView;
import jp.madoguchi.platform.formpage.FormPage;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.catalogue.Standing;
import jp.madoguchi.portal.wording.Say;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Draws the pages of a draft.
 */
@Component
class PageViews {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final CorrectionStore corrections;
    private final CorrectionScopes scopes;
    private final Deadlines deadlines;
    private final ErrandViews errands;
    private final DraftDesk desk;
    private final Clock clock;

    PageViews(CorrectionStore corrections, CorrectionScopes scopes, Deadlines deadlines, ErrandViews errands,
            DraftDesk desk, Clock clock) {
        this.desk = desk;
        this.errands = errands;
        this.corrections = corrections;
        this.scopes = scopes;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * @param more whether new questions have appeared by what was just saved
     * @param review whether the applicant came from the review page, to go back there
     * @param shown what the page's address asks for besides
     */
    Mono<Content> page(PageFrame frame, Draft draft, Filling filling, Page page, List<Finding> findings, boolean more,
            boolean review, Shown shown) {
        var language = language(frame, draft);
        var say = new Say(language);
        return Mono.zipDelayError(asked(draft), errands.of(draft, filling, page, say), open(draft, filling),
                desk.standing(draft), Places.offered(filling, shown.postal()))
                .map(read -> {
                    var asked = read.getT1();
                    var others = read.getT2();
                    var still = draft.stillPrefilled(filling.answers());
                    var view = FormPage.forApplicant(filling, page, findings, language,
                            (path, file) -> Addresses.file(draft.id(), file.id()),
                            new Searched(draft.edition(), language, shown, read.getT5()), others,
                            mark(still, say),
                            read.getT3());
                    return TEMPLATES.applicationPage(
                            (view.hasFiles() ? frame.using("kit/photo.js").using("kit/upload.js") : frame).titled(
                                    (findings.isEmpty() ? "" : say.text("page.error-title") + " ")
                                            + say.text("title.of", view.title(), say.text(draft.procedure().title()))),
                            say,
                            new Sheets.PageSheet(draft, Addresses.page(draft.id(), page.id()), view,
                                    filling.count(page.id()), hidden(draft, review),
                                    more, review,
                                    page.items().stream().anyMatch(item -> still.containsKey(item.id())),
                                    asked.orElse(null),
                                    told(draft, filling, page, read.getT4(), say),
                                    CarriedViews.of(draft, filling, say, review), savedBy(draft, page)));
                });
    }

    private static String savedBy(Draft draft, Page page) {
        var last = draft.saves().get(page.id().value());
        return last == null ? "" : last.by();
    }

    private List<String> told(Draft draft, Filling filling, Page page, Standing standing, Say say) {
        var told = new ArrayList<>(deadlines.late(draft, filling, page, say));
        var now = clock.instant();
        var stopped = standing.notHandedIn(now, say);
        told.add(stopped.isEmpty()
                ? standing.toldInTheMiddle(now, say)
                : stopped + say.text("opening.kept", say.date(draft.expiresAt())));
        told.removeIf(String::isEmpty);
        return told;
    }

    /** Said at answers that were filled in when the draft began and that nobody has changed. */
    private static Function<QuestionId, String> mark(Map<QuestionId, Source> still, Say say) {
        return question -> {
            var source = still.get(question);
            return source == null ? "" : say.text("page.prefilled." + source);
        };
    }

    /** What was searched for in the long list of a question, and whose postal code was looked up; nulls for nothing. */
    record Shown(@Nullable String find, @Nullable String words, @Nullable String postal) {

        static final Shown NOTHING = new Shown(null, null, null);
    }

    Content overtaken(PageFrame frame, Draft draft, Page page, PageDesk.Outcome.Overtaken overtaken,
            PostedPage posted) {
        var say = new Say(language(frame, draft));
        var changes = AnswerChange.between(draft.procedure(), overtaken.saved().answers(), overtaken.typed().answers());
        var hidden = new java.util.ArrayList<>(hidden(draft, posted.own(PostedPage.AFTER).equals("review")));
        posted.typed().fields()
                .forEach((name, values) -> values.forEach(value -> hidden.add(new Sheets.Hidden(name, value))));
        return TEMPLATES.applicationOvertaken(frame.titled(say.text("overtaken.title")), say,
                new Sheets.OvertakenSheet(draft, Addresses.page(draft.id(), page.id()), changes, List.copyOf(hidden)));
    }

    private List<Sheets.Hidden> hidden(Draft draft, boolean review) {
        var fields = new java.util.ArrayList<>(List.of(new Sheets.Hidden(PostedPage.KEY, draft.formKey()),
                new Sheets.Hidden(PostedPage.VERSION, Integer.toString(draft.edition().version())),
                new Sheets.Hidden(PostedPage.REVISION, Integer.toString(draft.revision())),
                new Sheets.Hidden(PostedPage.RENDERING, SecretToken.create().value().substring(0, 16)),
                new Sheets.Hidden(PostedPage.SHOWN, Long.toString(clock.millis()))));
        if (review) {
            fields.add(new Sheets.Hidden(PostedPage.AFTER, "review"));
        }
        return List.copyOf(fields);
    }

    Mono<java.util.Optional<Sheets.AskedView>> asked(Draft draft) {
        var correction = draft.corrects();
        return correction == null
                ? Mono.just(java.util.Optional.empty())
                : corrections.asked(correction.request())
                        .map(asked -> java.util.Optional.of(new Sheets.AskedView(asked.reason(),
                                new Say(draft.language()).date(asked.answerBy()),
                                asked.fields().stream().map(field -> place(draft, field)).distinct().toList())))
                        .defaultIfEmpty(java.util.Optional.empty());
    }

    /** What may be changed: everything, unless a correction asks for something in particular. */
    Mono<Predicate<FieldPath>> open(Draft draft, Filling filling) {
        return scopes.of(draft).map(
                scope -> scope.map(limits -> limits.openWith(filling.answers())).orElse(path -> true));
    }

    /** The answer a path leads to, named with its row, and where it stands in the form. */
    private static ErrorLink place(Draft draft, String field) {
        for (var section : ReadingView.of(draft.procedure(), draft.answers(), draft.language()).sections()) {
            for (var line : section.lines()) {
                if (line.path().toString().equals(field)) {
                    return new ErrorLink(section.level() > 1 ? section.title() + "：" + line.label() : line.label(),
                            Addresses.page(draft.id(), section.page()) + "?after=review#" + Addresses.place(field));
                }
            }
        }
        try {
            return new ErrorLink(draft.procedure().item(FieldPath.parse(field).question())
                    .map(item -> item.label().in(draft.language())).orElse(field), "");
        } catch (IllegalArgumentException notPath) {
            return new ErrorLink(field, "");
        }
    }

    /** The language of the page, as far as the procedure speaks it. */
    static Language language(PageFrame frame, Draft draft) {
        return Language.ofTag(frame.language()).filter(draft.procedure().languages()::contains).orElse(Language.JA);
    }
}
