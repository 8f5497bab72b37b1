package jp.madoguchi.portal.catalogue;

import jp.madoguchi.forms.source.InvalidFile;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.forms.Sha256;
import jp.madoguchi.exchange.ProcedureStanding;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.search.Hits;
import jp.madoguchi.portal.search.ProcedureIndex;
import jp.madoguchi.portal.search.Synonyms;
import jp.madoguchi.platform.signal.DatabaseSignals;
import jp.madoguchi.platform.signal.DatabaseSignals.Signal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The procedures that can be applied for. Only published versions are ever served.
 */
@Component
public class Catalogue {

    /** How long another node may go on offering the version before, should it not hear of the new one. */
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(3);

    private final Editions editions;
    private final Standings standings;
    private final InstantSource clock;
    private final Synonyms synonyms;
    private final Usage usage;
    private final Signal changed;
    private final AtomicLong changes = new AtomicLong();
    private final AtomicReference<@Nullable Shelf> shelf = new AtomicReference<>();
    private final AtomicReference<@Nullable Indexed> indexed = new AtomicReference<>();

    Catalogue(Editions editions, Standings standings, InstantSource clock, Synonyms synonyms, Usage usage,
            DatabaseSignals signals) {
        this.changed = signals.on("catalogue");
        this.usage = usage;
        this.editions = editions;
        this.standings = standings;
        this.clock = clock;
        this.synonyms = synonyms;
    }

    private void told() {
        forget();
        changed.raise();
    }

    /** Each time something was published, paused or withdrawn, on any node. */
    Flux<Boolean> changes() {
        return changed.raised();
    }

    /** What was read before is not what there is. */
    void forget() {
        changes.incrementAndGet();
        shelf.set(null);
    }

    /** What was read while something changed may be what was before, and is soon read again. */
    private void keep(Shelf read, long before) {
        shelf.set(read);
        if (changes.get() != before) {
            shelf.compareAndSet(read, read.until(SOON));
        }
    }

    /** @param of the versions it was made from; versions never change, so the same list has the same index */
    private record Indexed(List<Edition> of, ProcedureIndex index) {}

    /**
     * Found by words.
     *
     * @param near whether these only come near to what was typed
     */
    public record Found(List<Edition> editions, boolean near) {}

    /** @param offered of them those that are not withdrawn */
    private record Shelf(List<Edition> editions, List<Edition> offered, Map<ProcedureId, Standing> standings,
            Instant readAt) {

        static Shelf of(List<Edition> editions, Map<ProcedureId, Standing> standings, Instant readAt) {
            return new Shelf(List.copyOf(editions),
                    editions.stream().filter(edition -> !of(standings, edition.procedure().id()).isWithdrawn())
                            .toList(),
                    standings, readAt);
        }

        /** The same, good for so long only. */
        Shelf until(Duration good) {
            return new Shelf(editions, offered, standings, readAt.minus(FRESH).plus(good));
        }

        static Standing of(Map<ProcedureId, Standing> standings, ProcedureId procedure) {
            return standings.getOrDefault(procedure, Standing.OPEN);
        }
    }

    /** The newest version of every procedure that is not withdrawn, by Japanese title. */
    public Mono<List<Edition>> current() {
        return shelf().map(Shelf::offered);
    }

    private Mono<Shelf> shelf() {
        var now = clock.instant();
        var standing = shelf.get();
        if (standing != null && Duration.between(standing.readAt(), now).compareTo(FRESH) < 0) {
            return Mono.just(standing);
        }
        long before = changes.get();
        return editions.newest().flatMapMany(Flux::fromIterable)
                .concatMap(key -> editions.edition(key.procedure(), key.version()))
                .sort(java.util.Comparator.comparing(edition -> edition.procedure().title().ja())).collectList()
                .zipWhen(read -> standings.all(), (read, all) -> Shelf.of(read, all, now))
                .doOnNext(read -> keep(read, before));
    }

    /** As {@link #current()}, what is applied for most before the rest. */
    public Mono<List<Edition>> byUse() {
        return Mono.zipDelayError(current(), usage.ofLate()).map(read -> read.getT1().stream()
                .sorted(java.util.Comparator.comparing(
                        (Edition edition) -> -read.getT2().getOrDefault(edition.procedure().id(), 0L)))
                .toList());
    }

    /** What can be applied for, by the words people use; best first. */
    public Mono<Found> search(String words) {
        return current().flatMap(all -> index(all).map(index -> found(index.find(words), all)));
    }

    private static Found found(Hits hits, List<Edition> all) {
        var byId = all.stream().collect(Collectors.toMap(edition -> edition.procedure().id(), edition -> edition));
        return new Found(hits.procedures().stream().map(byId::get).toList(), hits.near());
    }

    /** A new index is made off the event loop: the first one reads a dictionary, and a thousand procedures take a while. */
    private Mono<ProcedureIndex> index(List<Edition> all) {
        var made = indexed.get();
        if (made != null && made.of().equals(all)) {
            return Mono.just(made.index());
        }
        return Mono.fromCallable(() -> ProcedureIndex.of(all.stream().map(Edition::procedure).toList(), synonyms))
                .subscribeOn(Schedulers.boundedElastic()).doOnNext(index -> indexed.set(new Indexed(all, index)));
    }

    /** The newest version of one procedure, withdrawn or not; empty where there is none. */
    public Mono<Edition> current(ProcedureId procedure) {
        return shelf().flatMap(
                all -> Mono.justOrEmpty(
                        all.editions().stream().filter(edition -> edition.procedure().id().equals(procedure))
                                .findFirst()));
    }

    /** Whether a procedure is taken at present. */
    public Mono<Standing> standing(ProcedureId procedure) {
        return shelf().map(all -> Shelf.of(all.standings(), procedure));
    }

    /**
     * Takes over what was decided about a procedure.
     *
     * @throws Refusal.NotFound (as error signal) if no version of it is published
     */
    public Mono<Void> stands(ProcedureId procedure, ProcedureStanding standing) {
        return standings.keep(procedure, standing).doOnSuccess(done -> told());
    }

    /** One version, be it old or new; empty where there is none. */
    public Mono<Edition> edition(ProcedureId procedure, int version) {
        return editions.edition(procedure, version);
    }

    /**
     * Takes over a published version. The same content again is no change.
     *
     * @param version from 1
     * @throws Refusal.Conflict (as error signal) if the number is taken by other content
     * @throws Refusal.Unprocessable if the definition cannot be read, is another procedure's or does not match its hash
     */
    public Mono<Void> publish(ProcedureId procedure, int version, String definition, String contentHash,
            Instant publishedAt) {
        return Mono.fromRunnable(() -> check(procedure, definition, contentHash))
                .then(Mono.defer(() -> editions.insert(procedure, version, contentHash, definition, publishedAt,
                        clock.instant())))
                .flatMap(fresh -> fresh ? Mono.<Void>empty() : mustBeSame(procedure, version, contentHash))
                .doOnSuccess(done -> told());
    }

    private Mono<Void> mustBeSame(ProcedureId procedure, int version, String contentHash) {
        return editions.contentHash(procedure, version).filter(contentHash::equals)
                .switchIfEmpty(Mono.error(() -> new Refusal.Conflict("version-taken",
                        "この版番号には、別の内容がすでに公開されています。新しい版番号で公開してください。")))
                .then();
    }

    private static void check(ProcedureId procedure, String definition, String contentHash) {
        if (!Sha256.hex(definition).equals(contentHash)) {
            throw unusable("内容とハッシュ値が一致しません。");
        }
        try {
            if (!DefinitionFile.readJson(definition).id().equals(procedure)) {
                throw unusable("宛先と異なる手続の定義です。");
            }
        } catch (InvalidFile invalid) {
            throw unusable("手続の定義を読み取れません: " + invalid.getMessage());
        }
    }

    private static Refusal unusable(String reason) {
        return new Refusal.Unprocessable("unusable-definition", reason);
    }
}
