package jp.madoguchi.portal.application;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import gg.jte.Content;
import jp.madoguchi.exchange.FillEvent.Device;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.connection.ClientAddress;
import jp.madoguchi.platform.security.AttemptLimiter;
import jp.madoguchi.platform.attempt.AttemptPolicy;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.account.VisitorKey;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.fill.DeviceClass;
import jp.madoguchi.portal.fill.FillLog;
import jp.madoguchi.portal.fill.FillStep;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.upload.Download;
import jp.madoguchi.portal.upload.Uploads;
import jp.madoguchi.portal.wording.Reply;
import jp.madoguchi.portal.wording.Say;
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
 * The other person's side of an errand: who asks, the way into the form, and what is seen when it is over. Mail programs
 * open links to look at them, so opening one changes nothing; the button on its page does.
 */
@Controller
class EntrustedController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final AttemptPolicy PER_ADDRESS = new AttemptPolicy("errand-address", 20, Duration.ofMinutes(1));

    private final ErrandStore errands;
    private final DraftStore drafts;
    private final DraftDesk desk;
    private final Catalogue catalogue;
    private final Uploads uploads;
    private final Grants grants;
    private final FillLog log;
    private final AttemptLimiter limiter;
    private final TransactionalOperator transaction;
    private final Clock clock;

    EntrustedController(ErrandStore errands, DraftStore drafts, DraftDesk desk, Catalogue catalogue, Uploads uploads,
            Grants grants, FillLog log, AttemptLimiter limiter, TransactionalOperator transaction, Clock clock) {
        this.errands = errands;
        this.drafts = drafts;
        this.desk = desk;
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
        return entrusted(token, exchange).flatMap(errand -> catalogue.current(errand.procedure())
                .switchIfEmpty(Mono.error(ErrandHandIn::over))
                .zipWith(errands.part(errand.id()).hasElement(), (edition, begun) -> {
                    var say = speaking(frame, edition.procedure());
                    return Reply.page(TEMPLATES.applicationEntrusted(frame.titled(say.text("entrusted.title")), say,
                            new Sheets.EntrustedSheet(errand, edition.procedure(), token, begun)));
                }));
    }

    @PostMapping("/errands/{token}")
    Mono<ResponseEntity<Content>> begin(@PathVariable String token, PageFrame frame, ServerWebExchange exchange) {
        var device = DeviceClass.of(exchange.getRequest().getHeaders());
        return entrusted(token, exchange)
                .flatMap(errand -> part(errand, frame.language(), device)
                        .delayUntil(part -> grants.grant(VisitorKey.ensure(exchange), part.id(), Grants.DRAFT)))
                .map(part -> Reply.see(part.isOpen()
                        ? Onward.of(part, desk.filling(part))
                        : Addresses.handed(part.id())));
    }

    /** When it is over, for whoever filled it in. */
    @GetMapping("/applications/{part}/handed")
    Mono<ResponseEntity<Content>> handed(@PathVariable UUID part, Visitor visitor, PageFrame frame) {
        return desk.open(part, visitor).filter(Draft::isErrand).switchIfEmpty(Mono.error(DraftDesk::notFound))
                .zipWhen(draft -> errands.ofPart(part)).map(both -> {
                    var draft = both.getT1();
                    if (draft.isOpen()) {
                        return Reply.see(Addresses.draft(part));
                    }
                    var say = speaking(frame, draft.procedure());
                    var done = Optional.ofNullable(both.getT2().completedAt());
                    return Reply.page(TEMPLATES.applicationHanded(
                            frame.titled(say.text(done.isPresent() ? "handed.title" : "handed.over")), say,
                            new Sheets.HandedSheet(draft.procedure(), done.isPresent(),
                                    done.map(say::date).orElse(""),
                                    done.isPresent() ? "/applications/" + part + "/handed.pdf" : "")));
                });
    }

    /** A copy for whoever filled it in. */
    @GetMapping("/applications/{part}/handed.pdf")
    Mono<ResponseEntity<Flux<DataBuffer>>> copy(@PathVariable UUID part, Visitor visitor) {
        return desk.open(part, visitor).flatMap(draft -> errands.ofPart(draft.id()))
                .flatMap(errand -> Mono.justOrEmpty(errand.paper())
                        .flatMap(paper -> uploads.find(paper, errand.draft())))
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-file", "このファイルはありません。")))
                .map(found -> Download.asAttachment(found.name(), found.mediaType(), found.bytes(),
                        uploads.content(found.id())));
    }

    /** What the secret leads to, while it may be filled in. */
    private Mono<Errand> entrusted(String token, ServerWebExchange exchange) {
        var now = clock.instant();
        return limiter.take(PER_ADDRESS, ClientAddress.keyOf(exchange.getRequest()))
                .then(Mono.justOrEmpty(SecretToken.parse(token)).flatMap(secret -> errands.byToken(secret.hash())))
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-link",
                        "このリンクは正しくありません。リンクが途中で切れていないか確認し、リンク全体を開いてください。")))
                .delayUntil(errand -> limiter.reset(PER_ADDRESS, ClientAddress.keyOf(exchange.getRequest())))
                .delayUntil(errand -> switch (errand.stage(now)) {
                    case SENT, OPENED -> drafts.find(errand.draft())
                            .filter(asking -> ErrandHandIn.takes(asking, now))
                            .switchIfEmpty(Mono.error(ErrandHandIn::over));
                    case COMPLETED -> Mono.error(new Refusal.Gone("link-used",
                            "このリンクからの記入は、すでに提出されています。もう一度記入が必要なときは、依頼した方に新しいリンクを頼んでください。"));
                    case EXPIRED -> Mono.error(new Refusal.Gone("link-expired",
                            "このリンクの有効期限は切れました。依頼した方に新しいリンクを頼んでください。"));
                    case WITHDRAWN -> Mono.error(new Refusal.Gone("link-withdrawn",
                            "この依頼は取り消されました。心当たりのないときは、依頼した方にお問い合わせください。"));
                });
    }

    private Mono<Draft> part(Errand errand, String language, Device device) {
        return errands.part(errand.id()).switchIfEmpty(Mono.defer(() -> begun(errand, language, device)))
                .flatMap(drafts::find);
    }

    private Mono<UUID> begun(Errand errand, String language, Device device) {
        var now = clock.instant();
        return catalogue.current(errand.procedure()).switchIfEmpty(Mono.error(ErrandHandIn::over))
                .zipWith(drafts.find(errand.draft())).flatMap(both -> {
                    var first = both.getT2().filling(BusinessCalendar.dayOf(now))
                            .carriedInto(both.getT1().procedure(), errand.field());
                    return drafts.insertPart(errand, both.getT1(), first, language, device, now);
                })
                .delayUntil(id -> errands.opened(errand.id(), now).then(drafts.find(id))
                        .flatMap(part -> log.append(FillStep.of(part.run(device), Type.OPENED, now))))
                .as(transaction::transactional)
                // Somebody else began in the same moment: go on with theirs.
                .switchIfEmpty(Mono.defer(() -> errands.part(errand.id())));
    }

    private static Say speaking(PageFrame frame, Procedure form) {
        return new Say(Language.ofTag(frame.language()).filter(form.languages()::contains)
                .orElse(Language.JA));
    }
}
