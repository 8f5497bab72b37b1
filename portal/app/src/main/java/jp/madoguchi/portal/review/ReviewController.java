package jp.madoguchi.portal.review;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import gg.jte.Content;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.platform.input.InputGuard;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.AttachedFiles;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftCompletions;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.portal.draft.HandingIn;
import jp.madoguchi.portal.fill.DeviceClass;
import jp.madoguchi.portal.fill.FillStep;
import jp.madoguchi.portal.fill.SeenPages;
import jp.madoguchi.portal.notice.MailLimits;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.passphrase.OwnWords;
import jp.madoguchi.portal.passphrase.Passphrase;
import jp.madoguchi.portal.passphrase.PassphraseRule;
import jp.madoguchi.portal.upload.Held;
import jp.madoguchi.portal.upload.Uploads;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.portal.wording.Wording;
import org.jspecify.annotations.Nullable;
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
    private static final Duration SCAN_TIMEOUT = Duration.ofSeconds(20);

    private final DraftService draftService;
    private final DraftCompletions completions;
    private final ReviewViews views;
    private final Passphrase passphrases;
    private final SeenPages seen;
    private final InstantSource clock;
    private final MailLimits limits;
    private final Uploads uploads;

    ReviewController(DraftService draftService, DraftCompletions completions, ReviewViews views, Passphrase passphrases,
            SeenPages seen, InstantSource clock, MailLimits limits, Uploads uploads) {
        this.draftService = draftService;
        this.completions = completions;
        this.views = views;
        this.passphrases = passphrases;
        this.seen = seen;
        this.clock = clock;
        this.limits = limits;
        this.uploads = uploads;
    }

    @GetMapping("/applications/{draft}/review")
    Mono<ResponseEntity<Content>> show(@PathVariable UUID draft, Visitor visitor, PageFrame frame,
            ServerWebExchange exchange) {
        return draftService.open(draft, visitor).flatMap(open -> {
            if (!open.isOpen()) {
                return Mono.just(Reply.see(Addresses.draft(draft)));
            }
            if (open.purpose().isMeasured()) {
                seen.note(FillStep.of(open.run(DeviceClass.of(exchange.getRequest().getHeaders())), Type.REVIEWED,
                        clock.instant()));
            }
            return views.page(frame, open, visitor, Review.shown(false)).map(Reply::page);
        });
    }

    @PostMapping("/applications/{draft}/submission")
    Mono<ResponseEntity<Content>> submit(@PathVariable UUID draft, Visitor visitor, PageFrame frame,
            ServerWebExchange exchange) {
        return draftService.open(draft, visitor).zipWith(exchange.getFormData()).flatMap(both -> {
            var open = both.getT1();
            boolean consent = "yes".equals(both.getT2().getFirst("consent"));
            var word = word(both.getT2());
            var shown = both.getT2().getFirst("revision");
            if (open.isOpen() && wasCarried(open, shown)) {
                return views.page(frame, open, visitor, Review.again(consent, word))
                        .map(content -> Reply.page(409, content));
            }
            if (open.isOpen() && !Integer.toString(open.revision()).equals(shown)) {
                return Mono.error(new Refusal.Conflict("draft-changed",
                        "確認画面を開いたあとに、別の画面で内容が変更されました。まだ提出していません。内容をもう一度確認してから提出してください。"));
            }
            if (open.isOpen() && !draftService.filling(open).checkAll().isEmpty()) {
                return Mono.just(Reply.see(Addresses.review(draft)));
            }
            if (open.purpose() instanceof DraftPurpose.Interview) {
                return Mono.just(Reply.see(Addresses.bundle(draft)));
            }
            // It may have been begun without an account in a version that asked for none.
            if (open.isOpen() && open.purpose().isOwn() && open.edition().needsAccount() && !visitor.isSignedIn()) {
                return Mono.just(Reply.see(Addresses.signedIn(draft)));
            }
            return draftService.standing(open).flatMap(standing -> {
                var shut = open.isOpen() ? views.closed(open, standing, wording(frame, open)) : "";
                if (!shut.isEmpty()) {
                    return views.page(frame, open, visitor, Review.again(consent, word))
                            .map(content -> Reply.page(409, content));
                }
                var wrong = open.isOpen() ? wordError(open, visitor, word, frame) : "";
                if (!wrong.isEmpty()) {
                    return views.page(frame, open, visitor, Review.again(consent, word).wrong(wrong))
                            .map(content -> Reply.page(422, content));
                }
                var meant = both.getT2().containsKey("unchanged");
                return held(open).filter(files -> !files.isEmpty())
                        .flatMap(files -> views.page(frame, open, visitor, Review.again(consent, word).held(files))
                                .map(content -> Reply
                                        .page(files.stream().anyMatch(Held::infected) ? 422 : 503, content)))
                        .switchIfEmpty(
                                Mono.defer(() -> handIn(open, visitor, frame, word, consent, meant, exchange)));
            });
        });
    }

    private static String word(MultiValueMap<String, String> typed) {
        var word = typed.getFirst("word");
        return word == null ? "" : word;
    }

    /** Whether the page was shown before the draft was taken over into a newer version; the page itself then says so. */
    private static boolean wasCarried(Draft draft, @Nullable String shown) {
        var carried = draft.carried();
        return carried != null && shown != null && shown.matches("[0-9]{1,9}")
                && Integer.parseInt(shown) < carried.revision();
    }

    private Mono<ResponseEntity<Content>> handIn(Draft draft, Visitor visitor, PageFrame frame, String word,
            boolean consent, boolean meant, ServerWebExchange exchange) {
        return isUnchanged(draft).filter(unchanged -> unchanged && !meant)
                .flatMap(unchanged -> views.page(frame, draft, visitor, Review.again(consent, word).withoutChange()))
                .map(content -> Reply.page(422, content))
                .switchIfEmpty(Mono.defer(() -> mayMail(draft, visitor, exchange).zipWith(passphrases.hash(word))
                        .flatMap(known -> completions.of(draft).complete(draft,
                                new HandingIn(visitor, DeviceClass.of(exchange.getRequest().getHeaders()), consent,
                                        known.getT2().orElse(null), known.getT1())))
                        .map(Reply::see)));
    }

    /** Nothing arrives that was not scanned; whoever hands in too early waits here for a while. */
    private Mono<List<Held>> held(Draft draft) {
        return draft.isOpen()
                ? uploads.held(AttachedFiles.idsIn(draftService.filling(draft).effectiveAnswers()), SCAN_TIMEOUT)
                        .collectList()
                : Mono.just(List.of());
    }

    /** Handing in mails to whatever address was typed. One that was handed in before, or answers the city, mails nothing new. */
    private Mono<Boolean> mayMail(Draft draft, Visitor visitor, ServerWebExchange exchange) {
        var mail = draft.isOpen() && draft.purpose() instanceof DraftPurpose.Application
                ? draft.mailOf(draftService.filling(draft).effectiveAnswers(), visitor)
                : null;
        return mail == null
                ? Mono.just(true)
                : limits.take(MailLimits.ARRIVAL, mail, exchange.getRequest()).thenReturn(true)
                        .onErrorReturn(Refusal.TooMany.class, false);
    }

    /** A correction without any change is more often a mistake than an answer. */
    private Mono<Boolean> isUnchanged(Draft draft) {
        return draft.isOpen()
                ? completions.of(draft).scope(draft)
                        .map(scope -> scope.isPresent() && scope.get().changes(draft.answers()).isEmpty())
                : Mono.just(false);
    }

    private String wordError(Draft draft, Visitor visitor, String word, PageFrame frame) {
        var wording = wording(frame, draft);
        if (word.isEmpty()) {
            return ReviewViews.needsWord(draft, visitor) ? wording.text("review.word.needed") : "";
        }
        var trouble = InputGuard.trouble(word, wording.language().tag());
        if (!trouble.isEmpty()) {
            return trouble;
        }
        return PassphraseRule.brokenBy(word, OwnWords.of(draftService.filling(draft).effectiveAnswers()))
                .map(rule -> wording.text(rule.textKey())).orElse("");
    }

    private static Wording wording(PageFrame frame, Draft draft) {
        return new Wording(draft.languageFor(frame.language()));
    }
}
