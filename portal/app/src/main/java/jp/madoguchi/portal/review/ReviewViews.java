package jp.madoguchi.portal.review;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import gg.jte.Content;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.forms.reading.ReadingView;
import jp.madoguchi.platform.formpage.RowTitles;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.carryover.CarriedView;
import jp.madoguchi.portal.catalogue.Deadlines;
import jp.madoguchi.portal.catalogue.Opening;
import jp.madoguchi.portal.catalogue.Standing;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftCompletion;
import jp.madoguchi.portal.draft.DraftCompletions;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.upload.Held;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Draws the last page before handing in.
 */
@Component
class ReviewViews {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final DraftService draftService;
    private final DraftCompletions completions;
    private final Deadlines deadlines;
    private final InstantSource clock;

    ReviewViews(DraftService draftService, DraftCompletions completions, Deadlines deadlines, InstantSource clock) {
        this.draftService = draftService;
        this.completions = completions;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    Mono<Content> page(PageFrame frame, Draft draft, Visitor visitor, Review review) {
        var completion = completions.of(draft);
        var filling = draftService.filling(draft);
        return Mono.zip(completion.asked(draft), open(completion, draft, filling), draftService.standing(draft))
                .map(read -> {
                    var asked = read.getT1();
                    var mayChange = read.getT2();
                    var language = draft.languageFor(frame.language());
                    var wording = new Wording(language);
                    var reading = ReadingView.of(draft.procedure(), filling.effectiveAnswers(), language);
                    var page = new ReviewPage(draft, reading, filling.fee(), missing(draft, filling, wording),
                            needsWord(draft, visitor), review.wordGone(), review.wordError(), review.consent(),
                            draft.mailOf(filling.effectiveAnswers(), visitor) != null, asked.orElse(null),
                            told(draft, filling, read.getT3(), wording),
                            closed(draft, read.getT3(), wording), mayChange, review.unchanged(),
                            CarriedView.of(draft, filling, wording, true),
                            infected(draft, review.held(), wording), waiting(review.held(), wording));
                    return TEMPLATES.reviewReview(frame.using("portal/memory.js").titled(
                            (page.refused() ? wording.text("page.error-title") + " " : "")
                                    + wording.text(title(draft))),
                            wording, page);
                });
    }

    private static String title(Draft draft) {
        return switch (draft.purpose()) {
            case DraftPurpose.Interview _ -> "review.interview.title";
            case DraftPurpose.Correction _ -> "review.correction.title";
            case DraftPurpose.Application _,DraftPurpose.DelegatedPart _ -> "review.title";
        };
    }

    private List<Deadlines.Told> told(Draft draft, Filling filling, Standing standing, Wording wording) {
        var told = new ArrayList<>(draft.purpose() instanceof DraftPurpose.Correction
                ? List.<Deadlines.Told>of()
                : deadlines.all(filling, wording));
        var stopped = standing.toldInTheMiddle(clock.instant(), wording);
        if (!stopped.isEmpty()) {
            told.add(new Deadlines.Told(stopped, true));
        }
        return told;
    }

    /** A correction answers the city, whenever the city asks for it; a part of somebody else belongs to its application. */
    String closed(Draft draft, Standing standing, Wording wording) {
        return draft.purpose().isOwn()
                ? Opening.closed(draft.procedure(), standing, clock.instant(), draft.expiresAt(), wording)
                : "";
    }

    /** Without an account the word is the way back to the application: mail goes astray, and a mailed link alone opens nothing. */
    static boolean needsWord(Draft draft, Visitor visitor) {
        return draft.purpose().isOwn() && !visitor.isSignedIn();
    }

    /** What may be changed: everything, unless a correction asks for something in particular. */
    private static Mono<Predicate<FieldPath>> open(DraftCompletion completion, Draft draft, Filling filling) {
        return completion.scope(draft).map(
                scope -> scope.map(limits -> limits.openWith(filling.answers())).orElse(path -> true));
    }

    private static List<ErrorLink> infected(Draft draft, List<Held> files, Wording wording) {
        return files.stream().filter(Held::infected).flatMap(file -> {
            var path = FieldPath.parse(file.field());
            var top = path.within().isEmpty() ? path.question() : path.within().getFirst().repeat();
            return draft.procedure().pages().stream()
                    .filter(page -> page.items().stream().anyMatch(item -> item.id().equals(top)))
                    .map(page -> new ErrorLink(wording.text("review.held.infected", file.name()),
                            Addresses.page(draft.id(), page.id()) + "?after=review#" + Addresses.anchor(file.field())));
        }).toList();
    }

    private static String waiting(List<Held> files, Wording wording) {
        return files.stream().filter(file -> !file.infected()).map(Held::name).distinct()
                .collect(Collectors.joining(wording.language() == Language.JA ? "、" : ", "));
    }

    /** Links to the pages on which something is missing. */
    private static List<ErrorLink> missing(Draft draft, Filling filling, Wording wording) {
        var titles = new RowTitles(filling, wording.language());
        return filling.visiblePages().stream().flatMap(page -> filling.check(page.id()).stream()
                .map(finding -> new Missing(Addresses.page(draft.id(), page.id()), finding)))
                .map(missing -> new ErrorLink(titles.tell(missing.finding()),
                        missing.page() + "?errors&after=review#" + Addresses.anchor(missing.finding().field())))
                .toList();
    }

    private record Missing(String page, Finding finding) {}
}
