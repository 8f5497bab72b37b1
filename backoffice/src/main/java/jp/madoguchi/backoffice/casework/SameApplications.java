package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.madoguchi.forms.Sha256;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.backoffice.authoring.Editions;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.filling.SameApplication;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds applications for the same thing where a procedure can be asked for once only. Whatever way they came in: the answers
 * tell, in their newest revision. Nobody is refused by it; the clerk sees it and judges.
 */
@Component
public class SameApplications implements CaseObserver {

    private final DatabaseClient database;
    private final Offices offices;
    private final Editions editions;
    private final JsonMapper json;

    SameApplications(DatabaseClient database, Offices offices, Editions editions, JsonMapper json) {
        this.database = database;
        this.offices = offices;
        this.editions = editions;
        this.json = json;
    }

    /** Another case for the same, in the words of a list. */
    public record Other(UUID id, String receiptNumber, String office, CaseState state, Instant arrivedAt) {

        /** The receipt number as people read it. */
        public String number() {
            return ReceiptNumber.grouped(receiptNumber);
        }

        public String href() {
            return "/cases/" + id;
        }
    }

    @Override
    public Mono<Void> happened(CaseStep step) {
        if (!step.bringsAnswers()) {
            return Mono.empty();
        }
        return editions.edition(step.header().procedure(), step.header().procedureVersion())
                .filter(edition -> !edition.procedure().intake().oncePer().isEmpty())
                .flatMap(edition -> key(step.header().id(), edition).flatMap(key -> note(step.header(), key)));
    }

    /** The other cases with the same answers, oldest first; those given up by the applicant too. */
    public Flux<Other> of(UUID id) {
        return offices.names().flatMapMany(names -> database.sql("""
                select f.id, f.receipt_number, f.office, f.state, f.arrived_at from case_sameness mine
                join case_sameness other using (procedure_id, key_hash)
                join case_file f on f.id = other.case_id
                where mine.case_id = :id and other.case_id <> :id
                order by f.arrived_at, f.id limit 20
                """).bind("id", id)
                .map(row -> new Other(row.get("id", UUID.class), row.get("receipt_number", String.class),
                        Offices.nameOf(row.get("office", String.class), names),
                        CaseState.ofCode(row.get("state", String.class)), row.get("arrived_at", Instant.class)))
                .all());
    }

    /** The other case of this receipt number and the same procedure, as 14 digits; empty where there is none. */
    public Mono<String> other(UUID id, String receiptNumber) {
        return database.sql("""
                select other.receipt_number from case_file other join case_file mine using (procedure_id)
                where mine.id = :id and other.id <> :id and other.receipt_number = :receipt
                """).bind("id", id).bind("receipt", receiptNumber)
                .map(row -> row.get("receipt_number", String.class)).one();
    }

    private Mono<Optional<String>> key(UUID id, Edition edition) {
        return database.sql("select answers from case_answers where case_id = :id order by revision desc limit 1")
                .bind("id", id).map(row -> row.get("answers", String.class)).one()
                .map(answers -> SameApplication.key(edition.procedure(),
                        AnswersJson.read(edition.procedure(), json.readTree(answers))));
    }

    private Mono<Void> note(CaseHeader of, Optional<String> key) {
        if (key.isEmpty()) {
            return database.sql("delete from case_sameness where case_id = :case").bind("case", of.id()).then();
        }
        return database.sql("""
                insert into case_sameness (case_id, procedure_id, key_hash) values (:case, :procedure, :key)
                on conflict (case_id) do update set key_hash = excluded.key_hash
                """).bind("case", of.id()).bind("procedure", of.procedure().value())
                .bind("key", Sha256.hex(key.get())).then();
    }
}
