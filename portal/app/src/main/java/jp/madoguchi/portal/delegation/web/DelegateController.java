package jp.madoguchi.portal.delegation.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import gg.jte.Content;
import jp.madoguchi.exchange.FillEvent.Device;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.connection.ClientAddress;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.security.AttemptLimiter;
import jp.madoguchi.platform.attempt.AttemptPolicy;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.account.VisitorKey;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.delegation.Delegation;
import jp.madoguchi.portal.delegation.DelegationCompletion;
import jp.madoguchi.portal.delegation.DelegationStore;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.portal.draft.DraftStore;
import jp.madoguchi.portal.draft.NewDrafts;
import jp.madoguchi.portal.draft.Onward;
import jp.madoguchi.portal.fill.DeviceClass;
import jp.madoguchi.portal.fill.FillLog;
import jp.madoguchi.portal.fill.FillStep;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.upload.Download;
import jp.madoguchi.portal.upload.Uploads;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The other person's side of a delegation: who asks, the way into the form, and what is seen when it is over. Mail programs
 * open links to look at them, so opening one changes nothing; the button on its page does.
 */
@Controller
class DelegateController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final AttemptPolicy PER_ADDRESS = new AttemptPolicy("errand-address", 20, Duration.ofMinutes(1));

    private final DelegationStore delegations;
    private final DraftStore drafts;
    private final NewDrafts fresh;
    private final DraftService draftService;
    private final Catalogue catalogue;
    private final Uploads uploads;
    private final Grants grants;
    private final FillLog log;
    private final AttemptLimiter limiter;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    DelegateController(DelegationStore delegations, DraftStore drafts, NewDrafts fresh, DraftService draftService,
            Catalogue catalogue, Uploads uploads,
            Grants grants, FillLog log, AttemptLimiter limiter, TransactionalOperator transaction,
            InstantSource clock) {
        this.delegations = delegations;
        this.drafts = drafts;
        this.fresh = fresh;
        this.draftService = draftService;
        this.catalogue = catalogue;
        this.uploads = uploads;
        this.grants = grants;
        this.log = log;
        this.limiter = limiter;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping("/errands/{token}")
    Mono<ResponseEntity<Content>> open(@PathVariable String token, PageFrame frame, ServerWebExchange exchange) {
        return entrusted(token, exchange).flatMap(delegation -> catalogue.current(delegation.procedure())
                .switchIfEmpty(Mono.error(DelegationCompletion::over))
                .zipWith(drafts.partOf(delegation.id()).hasElement(), (edition, begun) -> {
                    var wording = speaking(frame, edition.procedure());
                    return Reply.page(TEMPLATES.delegationBegin(frame.titled(wording.text("entrusted.title")), wording,
                            new DelegatePage(delegation, edition.procedure(), token, begun)));
                }));
    }

    @PostMapping("/errands/{token}")
    Mono<ResponseEntity<Content>> begin(@PathVariable String token, PageFrame frame, ServerWebExchange exchange) {
        var device = DeviceClass.of(exchange.getRequest().getHeaders());
        return entrusted(token, exchange)
                .flatMap(delegation -> part(delegation, frame.language(), device)
                        .delayUntil(part -> grants.grant(VisitorKey.ensure(exchange), part.id(), Grants.DRAFT)))
                .map(part -> Reply.see(part.isOpen()
                        ? Onward.of(part, draftService.filling(part))
                        : Addresses.handed(part.id())));
    }

    /** When it is over, for whoever filled it in. */
    @GetMapping("/applications/{part}/handed")
    Mono<ResponseEntity<Content>> handed(@PathVariable UUID part, Visitor visitor, PageFrame frame) {
        return draftService.open(part, visitor).zipWhen(this::asked).switchIfEmpty(Mono.error(DraftService::notFound))
                .map(both -> {
                    var draft = both.getT1();
                    if (draft.isOpen()) {
                        return Reply.see(Addresses.draft(part));
                    }
                    var wording = speaking(frame, draft.procedure());
                    var done = Optional.ofNullable(both.getT2().completedAt());
                    return Reply.page(TEMPLATES.delegationHanded(
                            frame.titled(wording.text(done.isPresent() ? "handed.title" : "handed.over")), wording,
                            new HandedPage(draft.procedure(), done.isPresent(),
                                    done.map(wording::date).orElse(""),
                                    done.isPresent() ? "/applications/" + part + "/handed.pdf" : "")));
                });
    }

    /** A copy for whoever filled it in. */
    @GetMapping("/applications/{part}/handed.pdf")
    Mono<ResponseEntity<Flux<DataBuffer>>> copy(@PathVariable UUID part, Visitor visitor) {
        return draftService.open(part, visitor).flatMap(this::asked)
                .flatMap(delegation -> Mono.justOrEmpty(delegation.paper())
                        .flatMap(paper -> uploads.find(paper, delegation.draft())))
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-file", "このファイルはありません。")))
                .map(found -> Download.asAttachment(found.name(), found.mediaType(), found.bytes(),
                        uploads.content(found.id())));
    }

    /** What a draft was asked for in; empty where it is another draft. */
    private Mono<Delegation> asked(Draft draft) {
        return draft.purpose() instanceof DraftPurpose.DelegatedPart(var delegation)
                ? delegations.find(delegation)
                : Mono.empty();
    }

    /** What the secret leads to, while it may be filled in. */
    private Mono<Delegation> entrusted(String token, ServerWebExchange exchange) {
        var now = clock.instant();
        return limiter.take(PER_ADDRESS, ClientAddress.keyOf(exchange.getRequest()))
                .then(Mono.justOrEmpty(SecretToken.parse(token)).flatMap(secret -> delegations.byToken(secret.hash())))
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-link",
                        "このリンクは正しくありません。リンクが途中で切れていないか確認し、リンク全体を開いてください。")))
                .delayUntil(delegation -> limiter.reset(PER_ADDRESS, ClientAddress.keyOf(exchange.getRequest())))
                .delayUntil(delegation -> switch (delegation.stage(now)) {
                    case SENT, OPENED -> drafts.find(delegation.draft())
                            .filter(asking -> DelegationCompletion.takes(asking, now))
                            .switchIfEmpty(Mono.error(DelegationCompletion::over));
                    case COMPLETED -> Mono.error(new Refusal.Gone("link-used",
                            "このリンクからの記入は、すでに提出されています。もう一度記入が必要なときは、依頼した方に新しいリンクを頼んでください。"));
                    case EXPIRED -> Mono.error(new Refusal.Gone("link-expired",
                            "このリンクの有効期限は切れました。依頼した方に新しいリンクを頼んでください。"));
                    case WITHDRAWN -> Mono.error(new Refusal.Gone("link-withdrawn",
                            "この依頼は取り消されました。心当たりのないときは、依頼した方にお問い合わせください。"));
                });
    }

    private Mono<Draft> part(Delegation delegation, String language, Device device) {
        return drafts.partOf(delegation.id()).switchIfEmpty(Mono.defer(() -> begun(delegation, language, device)))
                .flatMap((UUID id) -> drafts.find(id));
    }

    private Mono<UUID> begun(Delegation delegation, String language, Device device) {
        var now = clock.instant();
        return catalogue.current(delegation.procedure()).switchIfEmpty(Mono.error(DelegationCompletion::over))
                .zipWith(drafts.find(delegation.draft())).flatMap(both -> {
                    var first = both.getT2().filling(BusinessCalendar.dayOf(now))
                            .carriedInto(both.getT1().procedure(), delegation.field());
                    return fresh.insertPart(delegation.id(), delegation.expiresAt(), both.getT1(), first, language,
                            device, now);
                })
                .delayUntil(id -> delegations.opened(delegation.id(), now).then(drafts.find(id))
                        .flatMap(part -> log.append(FillStep.of(part.run(device), Type.OPENED, now))))
                .as(transaction::transactional)
                // Somebody else began in the same moment: go on with theirs.
                .switchIfEmpty(Mono.defer(() -> drafts.partOf(delegation.id())));
    }

    private static Wording speaking(PageFrame frame, Procedure form) {
        return new Wording(Language.ofTag(frame.language()).filter(form.languages()::contains)
                .orElse(Language.JA));
    }
}
