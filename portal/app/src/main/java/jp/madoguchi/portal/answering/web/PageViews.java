package jp.madoguchi.portal.answering.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import gg.jte.Content;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.forms.filling.Prefilling.Source;
import jp.madoguchi.forms.reading.AnswerChange;
import jp.madoguchi.platform.formpage.FormPage;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.answering.Outcome;
import jp.madoguchi.portal.answering.PostalPlaces;
import jp.madoguchi.portal.answering.PostedPage;
import jp.madoguchi.portal.carryover.CarriedView;
import jp.madoguchi.portal.catalogue.Deadlines;
import jp.madoguchi.portal.catalogue.Standing;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftCompletions;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.portal.begun.OpenDrafts;
import jp.madoguchi.portal.draft.PartsByOthers;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Draws the pages of a draft.
 */
@Component
class PageViews {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int MOST_OTHERS = 3;

    private final DraftService draftService;
    private final DraftCompletions completions;
    private final PartsByOthers parts;
    private final Deadlines deadlines;
    private final OpenDrafts begun;
    private final InstantSource clock;

    PageViews(DraftService draftService, DraftCompletions completions, PartsByOthers parts, Deadlines deadlines,
            OpenDrafts begun, InstantSource clock) {
        this.begun = begun;
        this.draftService = draftService;
        this.completions = completions;
        this.parts = parts;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * @param more whether new questions have appeared by what was just saved
     * @param review whether the applicant came from the review page, to go back there
     * @param shown what the page's address asks for besides
     */
    Mono<Content> page(PageFrame frame, Visitor visitor, Draft draft, Filling filling, Page page,
            List<Finding> findings, boolean more, boolean review, Shown shown) {
        var language = draft.languageFor(frame.language());
        var wording = new Wording(language);
        return Mono
                .zipDelayError(completions.of(draft).asked(draft), parts.on(page, draft, filling, wording),
                        open(draft, filling),
                        draftService.standing(draft), PostalPlaces.offered(filling, shown.postal()),
                        others(visitor, draft, filling, page))
                .map(read -> {
                    var asked = read.getT1();
                    var others = read.getT2();
                    var still = draft.stillPrefilled(filling.answers());
                    var view = FormPage.forApplicant(filling, page, findings, language,
                            (path, file) -> Addresses.file(draft.id(), file.id()),
                            new Searched(draft.edition(), language, shown, read.getT5()), others,
                            mark(still, wording),
                            read.getT3());
                    var scripted = frame.using("portal/memory.js");
                    return TEMPLATES.answeringPage(
                            (view.hasFiles() ? scripted.using("kit/photo.js").using("kit/upload.js") : scripted).titled(
                                    (findings.isEmpty() ? "" : wording.text("page.error-title") + " ")
                                            + wording.text("title.of", view.title(),
                                                    wording.text(draft.procedure().title()))),
                            wording,
                            new QuestionPage(draft, Addresses.page(draft.id(), page.id()), view,
                                    filling.count(page.id()), hidden(draft, review),
                                    more, review,
                                    page.items().stream().anyMatch(item -> still.containsKey(item.id())),
                                    asked.orElse(null),
                                    told(draft, filling, page, read.getT4(), wording),
                                    CarriedView.of(draft, filling, wording, review), read.getT6(),
                                    savedBy(draft, page)));
                });
    }

    /** Whoever begins once more is told of what waits already. */
    private Mono<List<OpenDrafts.Begun>> others(Visitor visitor, Draft draft, Filling filling, Page page) {
        return draft.purpose().isOwn() && filling.count(page.id()).number() == 1
                ? begun.of(visitor, draft.procedure().id()).map(all -> all.stream()
                        .filter(other -> !other.id().equals(draft.id())).limit(MOST_OTHERS).toList())
                : Mono.just(List.of());
    }

    private static String savedBy(Draft draft, Page page) {
        var last = draft.saves().get(page.id().value());
        return last == null ? "" : last.by();
    }

    private List<String> told(Draft draft, Filling filling, Page page, Standing standing, Wording wording) {
        var told = new ArrayList<>(draft.purpose() instanceof DraftPurpose.Correction
                ? List.<String>of()
                : deadlines.late(filling, page, wording));
        var now = clock.instant();
        var stopped = standing.notHandedIn(now, wording);
        told.add(stopped.isEmpty()
                ? standing.toldInTheMiddle(now, wording)
                : stopped + wording.text("opening.kept", wording.date(draft.expiresAt())));
        told.removeIf(String::isEmpty);
        return told;
    }

    /** Said at answers that were filled in when the draft began and that nobody has changed. */
    private static Function<QuestionId, String> mark(Map<QuestionId, Source> still, Wording wording) {
        return question -> {
            var source = still.get(question);
            return source == null ? "" : wording.text("page.prefilled." + source);
        };
    }

    /** What was searched for in the long list of a question, and whose postal code was looked up; nulls for nothing. */
    record Shown(@Nullable String find, @Nullable String words, @Nullable String postal) {

        static final Shown NOTHING = new Shown(null, null, null);
    }

    Content overtaken(PageFrame frame, Draft draft, Page page, Outcome.Overtaken overtaken,
            PostedPage posted) {
        var wording = new Wording(draft.languageFor(frame.language()));
        var changes = AnswerChange.between(draft.procedure(), overtaken.saved().answers(), overtaken.typed().answers());
        var hidden = new ArrayList<>(hidden(draft, posted.own(PostedPage.AFTER).equals("review")));
        posted.typed().fields()
                .forEach((name, values) -> values.forEach(value -> hidden.add(new QuestionPage.Hidden(name, value))));
        return TEMPLATES.answeringOvertaken(frame.titled(wording.text("overtaken.title")), wording,
                new OvertakenPage(draft, Addresses.page(draft.id(), page.id()), changes, List.copyOf(hidden)));
    }

    private List<QuestionPage.Hidden> hidden(Draft draft, boolean review) {
        var fields = new ArrayList<>(List.of(new QuestionPage.Hidden(PostedPage.KEY, draft.formKey()),
                new QuestionPage.Hidden(PostedPage.VERSION, Integer.toString(draft.edition().version())),
                new QuestionPage.Hidden(PostedPage.REVISION, Integer.toString(draft.revision())),
                new QuestionPage.Hidden(PostedPage.RENDERING, SecretToken.create().value().substring(0, 16)),
                new QuestionPage.Hidden(PostedPage.SHOWN, Long.toString(clock.millis()))));
        if (review) {
            fields.add(new QuestionPage.Hidden(PostedPage.AFTER, "review"));
        }
        return List.copyOf(fields);
    }

    /** What may be changed: everything, unless a correction asks for something in particular. */
    private Mono<Predicate<FieldPath>> open(Draft draft, Filling filling) {
        return completions.of(draft).scope(draft).map(
                scope -> scope.map(limits -> limits.openWith(filling.answers())).orElse(path -> true));
    }
}
