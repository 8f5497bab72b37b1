package jp.madoguchi.portal.exchange;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import jp.madoguchi.exchange.Acknowledgement;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.CityDescription;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.DraftCount;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.exchange.LostMails;
import jp.madoguchi.exchange.MailResend;
import jp.madoguchi.exchange.PortalExchange;
import jp.madoguchi.exchange.PortalState;
import jp.madoguchi.exchange.ProcedureFigures;
import jp.madoguchi.exchange.ProcedureStanding;
import jp.madoguchi.exchange.PublishedVersion;
import jp.madoguchi.exchange.UnreachedApplicant;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.connection.Uncancellable;
import jp.madoguchi.platform.content.FileName;
import jp.madoguchi.platform.meter.Since;
import jp.madoguchi.platform.outbox.MailOutbox;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.catalogue.Figures;
import jp.madoguchi.portal.catalogue.Unpublished;
import jp.madoguchi.portal.begun.OpenDrafts;
import jp.madoguchi.portal.city.ToldCity;
import jp.madoguchi.portal.fill.FillOutbox;
import jp.madoguchi.portal.handover.ArrivalSignal;
import jp.madoguchi.portal.handover.WaitingConsignments;
import jp.madoguchi.portal.submission.HandedOver;
import jp.madoguchi.portal.tracking.Documents;
import jp.madoguchi.portal.tracking.Progress;
import jp.madoguchi.portal.upload.Uploads;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The portal's side of the exchange.
 */
@RestController
class ExchangeController implements PortalExchange {

    private final ConsignmentReader waiting;
    private final WaitingConsignments outbox;
    private final FillOutbox fills;
    private final HandedOver submissions;
    private final Catalogue catalogue;
    private final Figures figures;
    private final OpenDrafts drafts;
    private final Uploads uploads;
    private final Documents documents;
    private final Progress progress;
    private final MailOutbox mails;
    private final ArrivalSignal arrivals;
    private final ToldCity city;
    private final Since asked;
    private final InstantSource clock;

    ExchangeController(ConsignmentReader waiting, WaitingConsignments outbox, FillOutbox fills, HandedOver submissions,
            Catalogue catalogue, Figures figures, OpenDrafts drafts,
            Uploads uploads,
            Documents documents, Progress progress, MailOutbox mails, ArrivalSignal arrivals, ToldCity city,
            Since asked,
            InstantSource clock) {
        this.waiting = waiting;
        this.outbox = outbox;
        this.fills = fills;
        this.submissions = submissions;
        this.catalogue = catalogue;
        this.figures = figures;
        this.drafts = drafts;
        this.uploads = uploads;
        this.documents = documents;
        this.progress = progress;
        this.mails = mails;
        this.arrivals = arrivals;
        this.city = city;
        this.asked = asked;
        this.clock = clock;
    }

    @Override
    public Mono<PortalState> state() {
        return Mono.fromSupplier(() -> new PortalState(uploads.areScanned()));
    }

    @Override
    public Mono<Void> city(CityDescription content) {
        return city.take(content);
    }

    @Override
    public Mono<Void> publish(String procedure, int version, PublishedVersion content) {
        return Mono.justOrEmpty(ProcedureId.parse(procedure).filter(id -> version > 0))
                .switchIfEmpty(Mono.error(() -> new Refusal.Unprocessable("unusable-definition",
                        "手続の識別子または版番号が正しくありません。")))
                .flatMap(id -> catalogue.publish(id, version, content.definition(), content.contentHash(),
                        content.publishedAt()));
    }

    @Override
    public Mono<Void> standing(String procedure, ProcedureStanding content) {
        return content.isWhole()
                ? published(procedure).flatMap(id -> catalogue.stands(id, content))
                : Mono.error(new Refusal.Malformed("no-such-standing", "理由と日付が、状態に合っていません。"));
    }

    @Override
    public Mono<List<DraftCount>> drafts(String procedure) {
        return Mono.justOrEmpty(ProcedureId.parse(procedure))
                .flatMap(catalogue::current)
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-procedure", "この手続きは公開されていません。")))
                .flatMap(edition -> drafts.inVersionsOf(edition.procedure().id()).collectList());
    }

    @Override
    public Mono<Void> figures(String procedure, ProcedureFigures content) {
        return published(procedure).flatMap(id -> figures.keep(id, content));
    }

    /** What is no id was never published. */
    private static Mono<ProcedureId> published(String procedure) {
        return Mono.justOrEmpty(ProcedureId.parse(procedure)).switchIfEmpty(Mono.error(Unpublished::refusal));
    }

    @Override
    public Mono<List<Consignment>> consignments(int limit, int waitSeconds) {
        asked.happened();
        return poll(limit, waitSeconds, arrivals.looks(), () -> waiting.consignments(limit));
    }

    @Override
    public Mono<Void> acknowledgeConsignments(Acknowledgement received) {
        return checked(received)
                .then(Mono.defer(() -> outbox.acknowledge(received.ids(), clock.instant())));
    }

    @Override
    public Flux<DataBuffer> attachment(UUID attachment) {
        return uploads.handedIn(attachment)
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-attachment", "この添付ファイルはありません。")))
                .flatMapMany(file -> uploads.content(file.id()));
    }

    @Override
    public Mono<List<FillEvent>> fillEvents(int limit, int waitSeconds) {
        return poll(limit, waitSeconds, FillOutbox.looks(), () -> fills.next(limit).collectList());
    }

    @Override
    public Mono<Void> acknowledgeFillEvents(Acknowledgement received) {
        return checked(received).then(Mono.defer(() -> fills.acknowledge(received.ids(), clock.instant())));
    }

    @Override
    public Mono<List<UnreachedApplicant>> unreachedApplicants() {
        return submissions.unreached(MOST_AT_ONCE).collectList();
    }

    @Override
    public Mono<List<LostMails>> lostMails() {
        return mails.lost(MOST_AT_ONCE).map(lost -> new LostMails(
                new LostMails.Batch(lost.hour(), lost.error(), lost.domain()), lost.mails(), lost.resendable()))
                .collectList();
    }

    @Override
    public Mono<MailResend.Resent> resendMails(MailResend wanted) {
        return wanted.batches().size() > MOST_AT_ONCE
                ? Mono.error(new Refusal.Malformed("out-of-range", "一度に指定できるのは" + MOST_AT_ONCE + "件までです。"))
                : Flux.fromIterable(wanted.batches())
                        .concatMap(batch -> mails.resend(batch.hour(), batch.error(), batch.domain()))
                        .reduce(0L, Long::sum).map(MailResend.Resent::new);
    }

    @Override
    public Mono<Void> document(UUID application, UUID document, String sha256, String name, Flux<DataBuffer> content) {
        return sha256.matches("[0-9a-f]{64}")
                ? documents.keep(application, document, sha256, FileName.of(decoded(name), "application/pdf"), content)
                : Mono.error(new Refusal.Malformed("malformed-hash", "X-Content-SHA256 は16進小文字64桁で指定してください。"));
    }

    @Override
    public Mono<Void> update(UUID application, UUID update, ApplicationUpdate content) {
        return content.id().equals(update)
                ? progress.take(application, content)
                : Mono.error(new Refusal.Malformed("id-mismatch", "アドレスと本文の識別子が一致しません。"));
    }

    /** Looks, and looks again at every signal, until there is something or the time is over. No thread waits meanwhile. */
    private static <T> Mono<List<T>> poll(int limit, int waitSeconds, Flux<Long> looks, Supplier<Mono<List<T>>> look) {
        if (limit < 1 || limit > MOST_AT_ONCE || waitSeconds < 0 || waitSeconds > LONGEST_WAIT_SECONDS) {
            return Mono.error(new Refusal.Malformed("out-of-range", "limit は1から" + MOST_AT_ONCE + "、waitSeconds は0から"
                    + LONGEST_WAIT_SECONDS + "の範囲で指定してください。"));
        }
        if (waitSeconds == 0) {
            return look.get();
        }
        // The time, or the caller's leaving, ends the looking, never a query half-way: that would cost its connection.
        return Mono.deferContextual(context -> looks
                .takeUntilOther(Mono.firstWithSignal(Mono.delay(Duration.ofSeconds(waitSeconds)).then(),
                        Uncancellable.left(context)))
                .concatMap(signal -> look.get(), 1).filter(found -> !found.isEmpty()).next().defaultIfEmpty(List.of()));
    }

    private static Mono<Void> checked(Acknowledgement received) {
        return received.ids().size() <= MOST_AT_ONCE
                ? Mono.empty()
                : Mono.error(new Refusal.Malformed("out-of-range", "一度に確認できるのは" + MOST_AT_ONCE + "件までです。"));
    }

    private static String decoded(String name) {
        try {
            // URLDecoder itself would put a replacement character where the bytes are no UTF-8.
            var bytes = URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.ISO_8859_1)
                    .getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            throw new Refusal.Malformed("malformed-name", "X-Document-Name はUTF-8のパーセントエンコードで指定してください。");
        }
    }
}
