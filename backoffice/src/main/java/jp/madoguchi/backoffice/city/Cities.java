package jp.madoguchi.backoffice.city;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.r2dbc.spi.Readable;
import jp.madoguchi.backoffice.casework.Stranded;
import jp.madoguchi.backoffice.dispatch.Outbox;
import jp.madoguchi.backoffice.office.Office;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.exchange.CityDescription;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.CityFile;
import jp.madoguchi.forms.city.CityInForce;
import jp.madoguchi.forms.city.CityOffice;
import jp.madoguchi.platform.city.CityWatch;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.signal.DatabaseSignals;
import jp.madoguchi.platform.signal.DatabaseSignals.Signal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What the city is, each change whole, and who made it. */
@Component
public class Cities {

    private static final String REASON = "窓口の統廃合に伴う引き継ぎ";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Offices offices;
    private final Stranded stranded;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Signal changed;

    Cities(DatabaseClient database, TransactionalOperator transaction, Offices offices, Stranded stranded,
            Outbox outbox, InstantSource clock, DatabaseSignals signals) {
        this.database = database;
        this.transaction = transaction;
        this.offices = offices;
        this.stranded = stranded;
        this.outbox = outbox;
        this.clock = clock;
        this.changed = signals.on(CityWatch.CHANNEL);
    }

    Signal changed() {
        return changed;
    }

    /** What is in force; empty only before the first start was done. */
    public Mono<KeptCity> newest() {
        return database.sql("select * from city_file order by revision desc limit 1").map(Cities::row).one()
                .publishOn(Schedulers.boundedElastic())
                .map(row -> new KeptCity(row.revision(), CityFile.readJson(row.content()), row.at(), row.who()));
    }

    /**
     * One change.
     *
     * @param who made it, in words
     */
    public record Change(int revision, Instant at, String who) {}

    /** The newest first, at most 20. */
    public Flux<Change> changes() {
        return database.sql("select * from city_file order by revision desc limit 20").map(Cities::row).all()
                .map(row -> new Change(row.revision(), row.at(), row.who()));
    }

    /**
     * What the city is; where nobody kept one yet, the first is kept. Offices that stand in an older database beside it stay, as bureaus.
     * The portal is not told of the first: it goes by its own settings until somebody changes something here.
     */
    Mono<City> settle(City first) {
        return newest().switchIfEmpty(Mono.defer(() -> transaction.transactional(offices.all().collectList()
                .map(all -> with(first, all))
                .flatMap(city -> insert(1, city, "", "初めの設定", "on conflict do nothing")
                        .then(offices.addMissing(city.offices()))))
                .then(newest())))
                .map(KeptCity::city);
    }

    private static City with(City city, List<Office> others) {
        var all = new ArrayList<>(city.offices());
        others.stream().filter(other -> city.office(other.code()).isEmpty())
                .map(other -> new CityOffice(other.code(), other.name(), "", CityOffice.Kind.BUREAU, List.of(),
                        List.of(), "", "", "", ""))
                .forEach(all::add);
        return new City(city.code(), city.prefecture(), city.name(), city.kana(), city.nameEn(), city.addressName(),
                city.portal(), city.general(), city.desks(), city.wards(), all, city.closingDays());
    }

    /**
     * Offices that take cases now and would not any more, with how many cases are under way there.
     *
     * @return by id, offices without cases among them with 0
     */
    public Mono<Map<String, Long>> leaving(City wanted) {
        return offices.all().map(Office::code).filter(code -> wanted.office(code).isEmpty()).collectList()
                .zipWith(stranded.underWay(), (codes, cases) -> {
                    var leaving = new HashMap<String, Long>();
                    codes.forEach(code -> leaving.put(code, cases.getOrDefault(code, 0L)));
                    return leaving;
                });
    }

    /**
     * From now on this is the city, on all nodes and at the portal. Offices that it does not name take no more cases; what is under way there
     * goes to those named.
     *
     * @param seen the revision that was seen
     * @param takenOverBy by the office that goes, the office of the new city that takes its cases
     * @return how many cases changed their office
     * @throws Refusal.Conflict (as an error signal) where somebody changed the city since
     * @throws OrphanedCases where nobody takes the cases of an office that goes
     */
    public Mono<Long> keep(City wanted, int seen, Map<String, String> takenOverBy, Staff by) {
        var kept = leaving(wanted).flatMap(leaving -> {
            var orphaned = orphaned(leaving, takenOverBy, wanted);
            return orphaned.isEmpty()
                    ? insert(seen + 1, wanted, by.id(), by.name(), "").then(offices.arrange(wanted.offices()))
                            .then(outbox.city(new CityDescription(seen + 1, CityFile.writeJson(wanted))))
                            .thenReturn(leaving)
                    : Mono.error(new OrphanedCases(orphaned));
        });
        return transaction.transactional(kept)
                .onErrorMap(DataIntegrityViolationException.class, taken -> new Refusal.Conflict("changed-meanwhile",
                        "確認している間に、市の設定が変更されました。画面を開き直して、いまの設定を見てください。"))
                .doOnNext(done -> {
                    CityInForce.put(wanted);
                    changed.raise();
                })
                .flatMap(leaving -> Flux.fromIterable(leaving.keySet()).filter(takenOverBy::containsKey)
                        .concatMap(from -> stranded.giveAll(from, takenOverBy.getOrDefault(from, ""), by, REASON))
                        .reduce(0L, Long::sum));
    }

    private static Set<String> orphaned(Map<String, Long> leaving, Map<String, String> takenOverBy, City wanted) {
        var orphaned = new HashSet<String>();
        leaving.forEach((office, cases) -> {
            if (cases > 0 && wanted.office(takenOverBy.getOrDefault(office, "")).isEmpty()) {
                orphaned.add(office);
            }
        });
        return orphaned;
    }

    private Mono<Void> insert(int revision, City city, String staff, String name, String conflict) {
        return database.sql("""
                insert into city_file (revision, content, kept_at, staff, staff_name)
                values (:revision, :content, :now, :staff, :name)\s""" + conflict).bind("revision", revision)
                .bind("content", CityFile.writeJson(city)).bind("now", clock.instant()).bind("staff", staff)
                .bind("name", name).then();
    }

    private record Row(int revision, String content, Instant at, String who) {}

    private static Row row(Readable row) {
        return new Row(row.get("revision", Integer.class), row.get("content", String.class),
                row.get("kept_at", Instant.class), row.get("staff_name", String.class));
    }
}
