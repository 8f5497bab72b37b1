package jp.madoguchi.portal.city;

import java.time.InstantSource;

import jp.madoguchi.exchange.CityDescription;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.CityFile;
import jp.madoguchi.forms.city.CityInForce;
import jp.madoguchi.forms.source.InvalidFile;
import jp.madoguchi.platform.city.CityWatch;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.signal.DatabaseSignals;
import jp.madoguchi.platform.signal.DatabaseSignals.Signal;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Keeps what the back office tells of the city. */
@Component
public class ToldCity {

    private final DatabaseClient database;
    private final InstantSource clock;
    private final Signal changed;

    ToldCity(DatabaseClient database, InstantSource clock, DatabaseSignals signals) {
        this.database = database;
        this.clock = clock;
        this.changed = signals.on(CityWatch.CHANNEL);
    }

    Signal changed() {
        return changed;
    }

    /** Empty where nothing was told yet. */
    Mono<City> newest() {
        return database.sql("select content from city").map(row -> row.get("content", String.class)).one()
                .publishOn(Schedulers.boundedElastic()).map(CityFile::readJson);
    }

    /**
     * Takes over what was told, unless a later revision stands there.
     *
     * @throws Refusal.Malformed (as error signal) for a revision below 1
     * @throws Refusal.Unprocessable for what is no city
     */
    public Mono<Void> take(CityDescription told) {
        if (told.revision() < 1) {
            return Mono.error(new Refusal.Malformed("no-such-revision", "市の情報の版番号は1からです。"));
        }
        return Mono.fromCallable(() -> CityFile.readJson(told.content())).subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(InvalidFile.class,
                        invalid -> new Refusal.Unprocessable("unusable-city", "市の情報を読み取れません。"))
                .flatMap(city -> database.sql("""
                        insert into city (revision, content, taken_at) values (:revision, :content, :now)
                        on conflict (single) do update set revision = excluded.revision, content = excluded.content,
                            taken_at = excluded.taken_at
                        where city.revision < excluded.revision
                        """).bind("revision", told.revision()).bind("content", CityFile.writeJson(city))
                        .bind("now", clock.instant()).fetch().rowsUpdated()
                        .doOnNext(rows -> inForce(city, rows)))
                .then()
                .doOnSuccess(done -> changed.raise());
    }

    /** On this node at once; the others hear of it. */
    private static void inForce(City city, long rows) {
        if (rows == 1) {
            CityInForce.put(city);
        }
    }
}
