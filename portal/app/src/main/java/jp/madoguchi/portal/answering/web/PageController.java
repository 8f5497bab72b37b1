package jp.madoguchi.portal.answering.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import gg.jte.Content;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.account.VisitorKey;
import jp.madoguchi.portal.answering.Outcome;
import jp.madoguchi.portal.answering.PageService;
import jp.madoguchi.portal.answering.PostedPage;
import jp.madoguchi.portal.answering.Received;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.portal.draft.DraftStore;
import jp.madoguchi.portal.draft.PageOrder;
import jp.madoguchi.portal.fill.DeviceClass;
import jp.madoguchi.portal.fill.FillLog;
import jp.madoguchi.portal.fill.FillStep;
import jp.madoguchi.platform.pagekit.Reply;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One page of questions: shown, posted, saved.
 */
@Controller
@RequestMapping("/applications/{draft}/pages/{page}")
class PageController {

    private final DraftService draftService;
    private final DraftStore drafts;
    private final PageService pages;
    private final PageBody body;
    private final PageViews views;
    private final FillLog log;
    private final Grants grants;
    private final InstantSource clock;

    PageController(DraftService draftService, DraftStore drafts, PageService pages, PageBody body, PageViews views,
            FillLog log,
            Grants grants, InstantSource clock) {
        this.grants = grants;
        this.draftService = draftService;
        this.drafts = drafts;
        this.pages = pages;
        this.body = body;
        this.views = views;
        this.log = log;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<Content>> show(@PathVariable("draft") UUID id, @PathVariable("page") String pageId,
            Visitor visitor, PageFrame frame, ServerWebExchange exchange) {
        var asked = exchange.getRequest().getQueryParams();
        return draftService.open(id, visitor).flatMap(draft -> {
            if (!draft.isOpen()) {
                return Mono.just(Reply.see(Addresses.draft(id)));
            }
            var filling = draftService.filling(draft);
            // A page of an older version leads to where the draft goes on in this one.
            if (draft.carried() != null && !isPage(draft.procedure(), pageId)) {
                return Mono.just(Reply.see(Addresses.draft(id)));
            }
            var page = page(draft.procedure(), pageId);
            if (!PageOrder.ids(filling).contains(page.id())) {
                return Mono.just(Reply.see(Addresses.draft(id)));
            }
            var findings = asked.containsKey("errors")
                    ? filling.check(page.id())
                    : List.<Finding>of();
            var shown = draft.purpose().isMeasured()
                    ? log.append(FillStep.onPage(draft.run(DeviceClass.of(exchange.getRequest().getHeaders())),
                            Type.PAGE_SHOWN, clock.instant(), page.id().value()))
                    : Mono.<Void>empty();
            return shown.then(views.page(frame, visitor, draft, filling, page, findings, asked.containsKey("more"),
                    "review".equals(asked.getFirst("after")),
                    new PageViews.Shown(asked.getFirst("find"), asked.getFirst("words"),
                            asked.getFirst("postal"))))
                    .map(Reply::page);
        });
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<Content>> save(@PathVariable("draft") UUID id, @PathVariable("page") String pageId,
            Visitor visitor, PageFrame frame, ServerWebExchange exchange) {
        return drafts.find(id).switchIfEmpty(Mono.error(DraftService::notFound))
                .flatMap(draft -> exchange.getFormData()
                        .flatMap(fields -> take(draft, pageId, Received.of(fields), visitor, frame, exchange)));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Content>> saveWithFiles(@PathVariable("draft") UUID id, @PathVariable("page") String pageId,
            @RequestBody Flux<PartEvent> parts, Visitor visitor, PageFrame frame, ServerWebExchange exchange) {
        return drafts.find(id).switchIfEmpty(Mono.error(DraftService::notFound))
                .flatMap(draft -> body.read(draft, parts)
                        .flatMap(received -> take(draft, pageId, received, visitor, frame, exchange)));
    }

    private Mono<ResponseEntity<Content>> take(Draft before, String pageId, Received received, Visitor visitor,
            PageFrame frame, ServerWebExchange exchange) {
        // Without the key of its pages a draft is not there: who has none learns nothing of it.
        if (!received.page().hasKeyOf(before)) {
            return Mono.error(DraftService.notFound());
        }
        // Read again: while the files arrived, the draft may have changed.
        return drafts.find(before.id()).flatMap(draft -> {
            if (!draft.isOpen() || draft.expiresAt().isBefore(clock.instant())) {
                return Mono.just(Reply.see(Addresses.draft(draft.id())));
            }
            var device = DeviceClass.of(exchange.getRequest().getHeaders());
            if (received.page().isFor(draft)) {
                var page = page(draft.procedure(), pageId);
                return pages.save(draft, page, received, device)
                        .flatMap(outcome -> known(draft, visitor, exchange)
                                .flatMap(same -> answer(outcome, draft, page, received, same, frame)));
            }
            // Shown before the draft was taken over into a newer version: what was typed there goes the same way.
            return pages.older(draft, received.page()).switchIfEmpty(Mono.error(PageController::otherVersion))
                    .flatMap(shown -> pages.saveLate(draft, shown, page(shown, pageId), received, device))
                    .flatMap(outcome -> known(draft, visitor, exchange).flatMap(same -> answer(outcome, draft,
                            isPage(draft.procedure(), pageId)
                                    ? page(draft.procedure(), pageId)
                                    : draft.procedure().pages().getFirst(),
                            received, same, frame)));
        });
    }

    private static Refusal otherVersion() {
        return new Refusal.Conflict("other-version",
                "別の版の画面から送られたため、保存しませんでした。申請の画面を開き直してから入力してください。");
    }

    /**
     * A browser that lost its cookie, and nothing else, still holds the page with the draft's key: it goes on, with a new cookie. One
     * whose draft was moved away holds an old key.
     */
    private Mono<Visitor> known(Draft draft, Visitor visitor, ServerWebExchange exchange) {
        if (draft.account() != null || visitor.keyHash() != null || visitor.isSignedIn()
                || !draft.purpose().isOwn()) {
            return Mono.just(visitor);
        }
        var key = VisitorKey.ensure(exchange);
        return grants.grant(key, draft.id(), Grants.DRAFT).thenReturn(new Visitor(null, key, null));
    }

    /** What is saved is saved; what is shown afterwards is only for whoever may see the draft. */
    private Mono<ResponseEntity<Content>> answer(Outcome outcome, Draft draft, Page page, Received received,
            Visitor visitor, PageFrame frame) {
        return drafts.find(draft.id(), visitor, clock.instant())
                .filter(mine -> DraftService.isAssured(mine, visitor)).flatMap(mine -> switch (outcome) {
                    case Outcome.Goes goes -> Mono.just(Reply.see(goes.address()));
                    case Outcome.Stays stays -> views
                            .page(frame, visitor, mine, stays.filling(), page, stays.findings(), false,
                                    received.page().own(PostedPage.AFTER).equals("review"), PageViews.Shown.NOTHING)
                            .map(content -> Reply.page(stays.status(), content));
                    case Outcome.Overtaken overtaken -> Mono
                            .just(Reply.page(409, views.overtaken(frame, mine, page, overtaken, received.page())));
                }).defaultIfEmpty(Reply.see(Addresses.signedIn(draft.id())));
    }

    private static boolean isPage(Procedure procedure, String pageId) {
        return PageId.isValid(pageId) && procedure.page(new PageId(pageId)).isPresent();
    }

    private static Page page(Procedure procedure, String pageId) {
        return (PageId.isValid(pageId) ? procedure.page(new PageId(pageId)) : Optional.<Page>empty())
                .orElseThrow(() -> new Refusal.NotFound("no-such-page", "この手続きに、このページはありません。"));
    }
}
