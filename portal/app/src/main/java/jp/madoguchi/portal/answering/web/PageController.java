package jp.madoguchi.portal.answering.web;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import gg.jte.Content;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.account.VisitorKey;
import jp.madoguchi.portal.answering.Outcome;
import jp.madoguchi.portal.answering.PageService;
import jp.madoguchi.portal.answering.PageService.Taken;
import jp.madoguchi.portal.answering.Pages;
import jp.madoguchi.portal.answering.PostedPage;
import jp.madoguchi.portal.answering.Received;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.portal.draft.DraftStore;
import jp.madoguchi.portal.draft.DraftStore.Keyed;
import jp.madoguchi.portal.draft.PageOrder;
import jp.madoguchi.portal.fill.DeviceClass;
import jp.madoguchi.portal.fill.FillStep;
import jp.madoguchi.portal.fill.SeenPages;
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
    private final SeenPages seen;
    private final Grants grants;
    private final InstantSource clock;

    PageController(DraftService draftService, DraftStore drafts, PageService pages, PageBody body, PageViews views,
            SeenPages seen,
            Grants grants, InstantSource clock) {
        this.grants = grants;
        this.draftService = draftService;
        this.drafts = drafts;
        this.pages = pages;
        this.body = body;
        this.views = views;
        this.seen = seen;
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
            if (draft.carried() != null && Pages.find(draft.procedure(), pageId).isEmpty()) {
                return Mono.just(Reply.see(Addresses.draft(id)));
            }
            var page = Pages.named(draft.procedure(), pageId);
            if (!PageOrder.ids(filling).contains(page.id())) {
                return Mono.just(Reply.see(Addresses.draft(id)));
            }
            var findings = asked.containsKey("errors")
                    ? filling.check(page.id())
                    : List.<Finding>of();
            if (draft.purpose().isMeasured()) {
                seen.note(FillStep.onPage(draft.run(DeviceClass.of(exchange.getRequest().getHeaders())),
                        Type.PAGE_SHOWN, clock.instant(), page.id().value()));
            }
            return views.page(frame, visitor, draft, filling, page, findings, asked.containsKey("more"),
                    "review".equals(asked.getFirst("after")),
                    new PageViews.Shown(asked.getFirst("find"), asked.getFirst("words"),
                            asked.getFirst("postal")))
                    .map(Reply::page);
        });
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<Content>> save(@PathVariable("draft") UUID id, @PathVariable("page") String pageId,
            Visitor visitor, PageFrame frame, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> keyed(id, visitor)
                .flatMap(found -> take(found, pageId, Received.of(fields), visitor, frame, exchange)));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Content>> saveWithFiles(@PathVariable("draft") UUID id, @PathVariable("page") String pageId,
            @RequestBody Flux<PartEvent> parts, Visitor visitor, PageFrame frame, ServerWebExchange exchange) {
        return keyed(id, visitor).flatMap(found -> body.read(found.draft(), parts)
                .flatMap(received -> take(found, pageId, received, visitor, frame, exchange)));
    }

    private Mono<Keyed> keyed(UUID id, Visitor visitor) {
        return drafts.findKeyed(id, visitor, clock.instant()).switchIfEmpty(Mono.error(DraftService::notFound));
    }

    private Mono<ResponseEntity<Content>> take(Keyed found, String pageId, Received received, Visitor visitor,
            PageFrame frame, ServerWebExchange exchange) {
        var draft = found.draft();
        // Without the key of its pages a draft is not there: who has none learns nothing of it.
        if (!received.page().hasKeyOf(draft)) {
            return Mono.error(DraftService.notFound());
        }
        if (pages.isOver(draft)) {
            return Mono.just(Reply.see(Addresses.draft(draft.id())));
        }
        return pages.take(draft, pageId, received, DeviceClass.of(exchange.getRequest().getHeaders()))
                .flatMap(taken -> isNew(draft, visitor)
                        ? known(draft, exchange).flatMap(same -> answer(taken, true, received, same, frame))
                        : answer(taken, found.mayOpen(), received, visitor, frame));
    }

    /**
     * A browser that lost its cookie, and nothing else, still holds the page with the draft's key: it goes on, with a new cookie. One
     * whose draft was moved away holds an old key.
     */
    private static boolean isNew(Draft draft, Visitor visitor) {
        return draft.account() == null && visitor.keyHash() == null && !visitor.isSignedIn()
                && draft.purpose().isOwn();
    }

    private Mono<Visitor> known(Draft draft, ServerWebExchange exchange) {
        var key = VisitorKey.ensure(exchange);
        return grants.grant(key, draft.id(), Grants.DRAFT).thenReturn(new Visitor(null, key, null));
    }

    /** What is saved is saved; what is shown afterwards is only for whoever may see the draft. */
    private Mono<ResponseEntity<Content>> answer(Taken taken, boolean mayOpen, Received received, Visitor visitor,
            PageFrame frame) {
        var elsewhere = Reply.see(Addresses.signedIn(taken.draft().id()));
        return switch (taken.outcome()) {
            case Outcome.Goes goes -> Mono.just(mayOpen && DraftService.isAssured(taken.draft(), visitor)
                    ? Reply.see(goes.address())
                    : elsewhere);
            case Outcome.Stays stays -> asSaved(taken.draft(), visitor).flatMap(mine -> views
                    .page(frame, visitor, mine, stays.filling(), taken.page(), stays.findings(), false,
                            received.page().own(PostedPage.AFTER).equals("review"), PageViews.Shown.NOTHING)
                    .map(content -> Reply.page(stays.status(), content))).defaultIfEmpty(elsewhere);
            case Outcome.Overtaken overtaken -> asSaved(taken.draft(), visitor).map(mine -> Reply.page(409,
                    views.overtaken(frame, mine, taken.page(), overtaken, received.page()))).defaultIfEmpty(elsewhere);
        };
    }

    /** What the draft has become, for the page that is shown at once; empty for whoever may not see it. */
    private Mono<Draft> asSaved(Draft draft, Visitor visitor) {
        return drafts.find(draft.id(), visitor, clock.instant())
                .filter(mine -> DraftService.isAssured(mine, visitor));
    }
}
