package jp.madoguchi.portal.application;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import gg.jte.Content;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.forms.reading.ReadingView;
import jp.madoguchi.platform.formpage.RowTitles;
import jp.madoguchi.platform.input.InputGuard;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.fill.DeviceClass;
import jp.madoguchi.portal.fill.FillLog;
import jp.madoguchi.portal.fill.FillStep;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.upload.Held;
import jp.madoguchi.portal.upload.Uploads;
import jp.madoguchi.portal.wording.Reply;
import jp.madoguchi.portal.wording.Say;
import jp.madoguchi.portal.catalogue.Opening;
import jp.madoguchi.portal.catalogue.Standing;
import jp.madoguchi.portal.notice.MailLimits;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The last look before handing in, and handing in.
 */
@Controller
class ReviewController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    /** How long somebody who hands in waits for what was not scanned yet. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DraftDesk desk;
    private final PageViews views;
    private final SubmitDesk submit;
    private final OwnWord words;
    private final CorrectionScopes scopes;
    private final Deadlines deadlines;
    private final ErrandHandIn errands;
    private final FillLog log;
    private final java.time.Clock clock;
    private final MailLimits limits;
    private final Uploads uploads;

    ReviewController(DraftDesk desk, PageViews views, SubmitDesk submit, OwnWord words, CorrectionScopes scopes,
            Deadlines deadlines, ErrandHandIn errands, FillLog log, java.time.Clock clock, MailLimits limits,
            Uploads uploads) {
        this.uploads = uploads;
        this.limits = limits;
        this.errands = errands;
        this.desk = desk;
        this.views = views;
        this.submit = submit;
        this.words = words;
        this.scopes = scopes;
        this.deadlines = deadlines;
        this.log = log;
        this.clock = clock;
    }

    @GetMapping("/applications/{draft}/review")
    Mono<ResponseEntity<Content>> show(@PathVariable UUID draft, Visitor visitor, PageFrame frame,
            ServerWebExchange exchange) {
        return desk.open(draft, visitor).flatMap(open -> {
            if (!open.isOpen()) {
                return Mono.just(Reply.see(Addresses.draft(draft)));
            }
            var reviewed = open.isCorrection()
                    ? Mono.<Void>empty()
                    : log.append(FillStep.of(open.run(DeviceClass.of(exchange.getRequest().getHeaders())),
                            Type.REVIEWED, clock.instant()));
            return reviewed.then(page(frame, open, visitor, "", false, false, List.of())).map(Reply::page);
        });
    }

    @PostMapping("/applications/{draft}/submission")
    Mono<ResponseEntity<Content>> submit(@PathVariable UUID draft, Visitor visitor, PageFrame frame,
            ServerWebExchange exchange) {
        return desk.open(draft, visitor).zipWith(exchange.getFormData()).flatMap(both -> {
            var open = both.getT1();
            boolean consent = "yes".equals(both.getT2().getFirst("consent"));
            var shown = both.getT2().getFirst("revision");
            if (open.isOpen() && wasCarried(open, shown)) {
                return page(frame, open, visitor, "", consent, false, List.of())
                        .map(content -> Reply.page(409, content));
            }
            if (open.isOpen() && !Integer.toString(open.revision()).equals(shown)) {
                return Mono.error(new Refusal.Conflict("draft-changed",
                        "確認画面を開いたあとに、別の画面で内容が変更されました。まだ提出していません。内容をもう一度確認してから提出してください。"));
            }
            if (open.isOpen() && !desk.filling(open).checkAll().isEmpty()) {
                return Mono.just(Reply.see(Addresses.review(draft)));
            }
            if (open.procedure().isInterview()) {
                return Mono.just(Reply.see(Addresses.bundle(draft)));
            }
            // It may have been begun without an account in a version that asked for none.
            if (open.isOpen() && !open.isCorrection() && !open.isErrand() && open.edition().needsAccount()
                    && !visitor.isSignedIn()) {
                return Mono.just(Reply.see(Addresses.signedIn(draft)));
            }
            return desk.standing(open).flatMap(standing -> {
                var shut = open.isOpen() ? closed(open, standing, new Say(PageViews.language(frame, open))) : "";
                if (!shut.isEmpty()) {
                    return page(frame, open, visitor, "", consent, false, List.of())
                            .map(content -> Reply.page(409, content));
                }
                var word = word(both.getT2());
                var wrong = open.isOpen() ? wordError(open, visitor, word, frame) : "";
                if (!wrong.isEmpty()) {
                    return page(frame, open, visitor, wrong, consent, false, List.of())
                            .map(content -> Reply.page(422, content));
                }
                var meant = both.getT2().containsKey("unchanged");
                return held(open).filter(files -> !files.isEmpty())
                        .flatMap(files -> page(frame, open, visitor, "", consent, false, files).map(content -> Reply
                                .page(files.stream().anyMatch(Held::infected) ? 422 : 503, content)))
                        .switchIfEmpty(Mono.defer(() -> open.isErrand()
                                ? errand(open, exchange)
                                : handIn(open, visitor, frame, word, consent, meant, exchange)));
            });
        });
    }

    private static String word(MultiValueMap<String, String> typed) {
        var word = typed.getFirst("word");
        return word == null ? "" : word;
    }

    /** Whether the page was shown before the draft was taken over into a newer version; the page itself then says so. */
    private static boolean wasCarried(Draft draft, @org.jspecify.annotations.Nullable String shown) {
        var carried = draft.carried();
        return carried != null && shown != null && shown.matches("[0-9]{1,9}")
                && Integer.parseInt(shown) < carried.revision();
    }

    private Mono<ResponseEntity<Content>> errand(Draft draft, ServerWebExchange exchange) {
        var handed = draft.isOpen()
                ? errands.handIn(draft, DeviceClass.of(exchange.getRequest().getHeaders()))
                : Mono.<Void>empty();
        return handed.thenReturn(Reply.see(Addresses.handed(draft.id())));
    }

    private Mono<ResponseEntity<Content>> handIn(Draft draft, Visitor visitor, PageFrame frame, String word,
            boolean consent, boolean meant, ServerWebExchange exchange) {
        return isUnchanged(draft).filter(unchanged -> unchanged && !meant)
                .flatMap(unchanged -> page(frame, draft, visitor, "", consent, true, List.of()))
                .map(content -> Reply.page(422, content))
                .switchIfEmpty(Mono.defer(() -> mayMail(draft, visitor, exchange).zipWith(words.hash(word))
                        .flatMap(known -> submit.submit(draft, visitor,
                                new SubmitDesk.Choices(consent, known.getT2().orElse(null), known.getT1()),
                                DeviceClass.of(exchange.getRequest().getHeaders()))
                                .map(submission -> Reply.see(Addresses.submission(submission)
                                        + (draft.isCorrection()
                                                ? "?corrected"
                                                : known.getT1() ? "/receipt" : "/receipt?unmailed"))))));
    }

    /** Nothing arrives that was not scanned; whoever hands in too early waits here for a while. */
    private Mono<List<Held>> held(Draft draft) {
        return draft.isOpen()
                ? uploads.held(AttachedFiles.idsIn(desk.filling(draft).effectiveAnswers()), PATIENCE).collectList()
                : Mono.just(List.of());
    }

    private static List<ErrorLink> infected(Draft draft, List<Held> files, Say say) {
        return files.stream().filter(Held::infected).flatMap(file -> {
            var path = FieldPath.parse(file.field());
            var top = path.within().isEmpty() ? path.question() : path.within().getFirst().repeat();
            return draft.procedure().pages().stream()
                    .filter(page -> page.items().stream().anyMatch(item -> item.id().equals(top)))
                    .map(page -> new ErrorLink(say.text("review.held.infected", file.name()),
                            Addresses.page(draft.id(), page.id()) + "?after=review#" + Addresses.anchor(file.field())));
        }).toList();
    }

    private static String waiting(List<Held> files, Say say) {
        return files.stream().filter(file -> !file.infected()).map(Held::name).distinct()
                .collect(Collectors.joining(say.language() == Language.JA ? "、" : ", "));
    }

    /** Handing in mails to whatever address was typed. One that was handed in before, or answers the city, mails nothing new. */
    private Mono<Boolean> mayMail(Draft draft, Visitor visitor, ServerWebExchange exchange) {
        var mail = draft.isOpen() && !draft.isCorrection()
                ? SubmitDesk.mailOf(draft, desk.filling(draft).effectiveAnswers(), visitor)
                : null;
        return mail == null
                ? Mono.just(true)
                : limits.take(MailLimits.ARRIVAL, mail, exchange.getRequest()).thenReturn(true)
                        .onErrorReturn(Refusal.TooMany.class, false);
    }

    /** A correction without any change is more often a mistake than an answer. */
    private Mono<Boolean> isUnchanged(Draft draft) {
        return draft.isOpen()
                ? scopes.of(draft).map(scope -> scope.isPresent() && scope.get().changes(draft.answers()).isEmpty())
                : Mono.just(false);
    }

    private Mono<Content> page(PageFrame frame, Draft draft, Visitor visitor, String wordError, boolean consent,
            boolean unchanged, List<Held> held) {
        return Mono.zip(views.asked(draft), views.open(draft, desk.filling(draft)), desk.standing(draft)).map(read -> {
            var asked = read.getT1();
            var mayChange = read.getT2();
            var language = PageViews.language(frame, draft);
            var say = new Say(language);
            var filling = desk.filling(draft);
            var reading = ReadingView.of(draft.procedure(), filling.effectiveAnswers(), language);
            return TEMPLATES.applicationReview(frame.titled(say.text(
                    draft.procedure().isInterview() ? "review.interview.title" : "review.title")), say,
                    new Sheets.ReviewSheet(draft, reading, filling.fee(), missing(draft, filling, say),
                            needsWord(draft, visitor), wordError, consent,
                            SubmitDesk.mailOf(draft, filling.effectiveAnswers(), visitor) != null, asked.orElse(null),
                            told(draft, filling, read.getT3(), say),
                            closed(draft, read.getT3(), say), mayChange, unchanged,
                            CarriedViews.of(draft, filling, say, true), infected(draft, held, say),
                            waiting(held, say)));
        });
    }

    private List<Deadlines.Told> told(Draft draft, Filling filling, Standing standing, Say say) {
        var told = new java.util.ArrayList<>(deadlines.all(draft, filling, say));
        var stopped = standing.toldInTheMiddle(clock.instant(), say);
        if (!stopped.isEmpty()) {
            told.add(new Deadlines.Told(stopped, true));
        }
        return told;
    }

    /** A correction answers the city, whenever the city asks for it; a part of somebody else belongs to its application. */
    private String closed(Draft draft, Standing standing, Say say) {
        return draft.isCorrection() || draft.isErrand()
                ? ""
                : Opening.closed(draft.procedure(), standing, clock.instant(), draft.expiresAt(), say);
    }

    /** Without an account the word is the way back to the application: mail goes astray, and a mailed link alone opens nothing. */
    private static boolean needsWord(Draft draft, Visitor visitor) {
        return !draft.isCorrection() && !draft.isErrand() && !visitor.isSignedIn();
    }

    private String wordError(Draft draft, Visitor visitor, String word, PageFrame frame) {
        var say = new Say(PageViews.language(frame, draft));
        if (word.isEmpty()) {
            return needsWord(draft, visitor) ? say.text("review.word.needed") : "";
        }
        var trouble = InputGuard.trouble(word, say.language().tag());
        if (!trouble.isEmpty()) {
            return trouble;
        }
        return OwnWord.isLongEnough(word) ? "" : say.text("review.word.short");
    }

    /** Links to the pages on which something is missing. */
    private static List<ErrorLink> missing(Draft draft, Filling filling, Say say) {
        var titles = new RowTitles(filling, say.language());
        return filling.visiblePages().stream().flatMap(page -> filling.check(page.id()).stream()
                .map(finding -> new Missing(Addresses.page(draft.id(), page.id()), finding)))
                .map(missing -> new ErrorLink(titles.tell(missing.finding()),
                        missing.page() + "?errors&after=review#" + Addresses.anchor(missing.finding().field())))
                .toList();
    }

    private record Missing(String page, Finding finding) {}
}
