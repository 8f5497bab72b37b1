package jp.madoguchi.backoffice.office;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The offices of the city. */
@Component
public class Offices {

    private final DatabaseClient database;

    Offices(DatabaseClient database) {
        this.database = database;
    }

    /** Empty where no office has this code. */
    public Mono<Office> byCode(String code) {
        return database.sql("select code, name from office where code = :code").bind("code", code)
                .map(row -> new Office(row.get("code", String.class), row.get("name", String.class))).one();
    }

    /** All, in the city's own order. */
    public Flux<Office> all() {
        return database.sql("select code, name from office order by position, code")
                .map(row -> new Office(row.get("code", String.class), row.get("name", String.class))).all();
    }
}
