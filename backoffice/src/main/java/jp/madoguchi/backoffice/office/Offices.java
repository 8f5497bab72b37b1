package jp.madoguchi.backoffice.office;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import jp.madoguchi.forms.city.CityOffice;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The offices of the city. */
@Component
public class Offices {

    private final DatabaseClient database;
    private final OfficePapers papers;
    private final InstantSource clock;

    Offices(DatabaseClient database, OfficePapers papers, InstantSource clock) {
        this.papers = papers;
        this.database = database;
        this.clock = clock;
    }

    /** Open or closed: its name stays for what it did. Empty where no office ever had this code. */
    public Mono<Office> byCode(String code) {
        return database.sql("select code, name from office where code = :code").bind("code", code)
                .map(row -> new Office(row.get("code", String.class), row.get("name", String.class))).one();
    }

    /** One that takes cases now; empty where there is none of this code, or it was closed. */
    public Mono<Office> open(String code) {
        return database.sql("select code, name from office where code = :code and closed_at is null")
                .bind("code", code)
                .map(row -> new Office(row.get("code", String.class), row.get("name", String.class))).one();
    }

    /** As its papers name it; empty where no office has this code. */
    public Mono<OfficePaper> paper(String code) {
        return papers.of(code);
    }

    /** All that take cases now, in the city's own order. */
    public Flux<Office> all() {
        return database.sql("select code, name from office where closed_at is null order by position, code")
                .map(row -> new Office(row.get("code", String.class), row.get("name", String.class))).all();
    }

    /** What each office is called, by its code, whether it takes cases now or was closed. */
    public Mono<Map<String, String>> names() {
        return database.sql("select code, name from office")
                .map(row -> Map.entry(row.get("code", String.class), row.get("name", String.class))).all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** @return the code itself where no office has it */
    public static String nameOf(String code, Map<String, String> names) {
        return names.getOrDefault(code, code);
    }

    /** Those that were closed, in the city's own order. */
    public Flux<Office> closed() {
        return database.sql("select code, name from office where closed_at is not null order by position, code")
                .map(row -> new Office(row.get("code", String.class), row.get("name", String.class))).all();
    }

    /** From now on it takes no case. Returns whether there was such an open office. */
    public Mono<Boolean> close(String code) {
        return database.sql("update office set closed_at = :now where code = :code and closed_at is null")
                .bind("now", clock.instant()).bind("code", code).fetch().rowsUpdated().map(changed -> changed == 1);
    }

    /** Adds those that are not there yet; the others stay as they are, those that were closed closed. */
    public Mono<Void> addMissing(List<CityOffice> offices) {
        return each(offices, """
                insert into office (code, name, position) values (:code, :name, :position) on conflict (code) do nothing
                """);
    }

    /** From now on the city has these, in this order; what is not among them is closed, what was closed and is named takes cases again. */
    public Mono<Void> arrange(List<CityOffice> offices) {
        var closed = database.sql("""
                update office set closed_at = :now where closed_at is null and code <> all(:codes)
                """).bind("now", clock.instant())
                .bind("codes", offices.stream().map(CityOffice::id).toArray(String[]::new)).then();
        return each(offices, """
                insert into office (code, name, position) values (:code, :name, :position)
                on conflict (code) do update set name = excluded.name, position = excluded.position, closed_at = null
                """).then(closed);
    }

    private Mono<Void> each(List<CityOffice> offices, String statement) {
        return Flux.range(0, offices.size()).concatMap(at -> {
            var office = offices.get(at);
            return database.sql(statement).bind("code", office.id()).bind("name", office.name())
                    .bind("position", (at + 1) * 10).then()
                    .then(office.mark().isEmpty() ? Mono.empty() : papers.begin(office.id(), office.mark()));
        }).then();
    }

    /** Takes cases again. Returns whether it was closed. */
    public Mono<Boolean> reopen(String code) {
        return database.sql("update office set closed_at = null where code = :code and closed_at is not null")
                .bind("code", code).fetch().rowsUpdated().map(changed -> changed == 1);
    }
}
