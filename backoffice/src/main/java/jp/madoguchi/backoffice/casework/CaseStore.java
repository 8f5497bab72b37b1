package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import io.r2dbc.spi.Readable;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.database.Maybe;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cases in PostgreSQL: the events, and the row that sums them up. Callers bring the transaction. */
@Component
class CaseStore {

    private final DatabaseClient database;

    CaseStore(DatabaseClient database) {
        this.database = database;
    }

    /** A case as read: itself, whose it is, and the hash its next event follows. */
    record Loaded(CaseFile file, CaseHeader header, String lastHash) {}

    /**
     * The case as it stands. Head and events come from one statement, and so from one snapshot: whoever moves the case meanwhile is
     * seen in both or in neither.
     */
    Mono<Loaded> load(UUID id) {
        return database.sql("""
                select id, application_id, receipt_number, procedure_id, procedure_version, procedure_title, channel,
                    applicant, mail, language, electronic_notice, arrived_at, lease_until, last_hash,
                    array(select e.body from case_event e where e.case_id = f.id order by e.sequence) as bodies
                from case_file f where id = :id
                """).bind("id", id)
                .map(row -> new Loaded(
                        CaseFile.replay(Arrays.stream(row.get("bodies", String[].class)).map(EventJson::read).toList(),
                                row.get("lease_until", Instant.class)),
                        headerOf(row), row.get("last_hash", String.class)))
                .one();
    }

    /**
     * The case for a step: nobody else moves it before the caller's transaction ends. The lock and the reading are two statements
     * on purpose. A statement that waited for a lock goes on with the new row, but reads everything else as it was before the wait.
     */
    Mono<Loaded> loadForMove(UUID id) {
        return database.sql("select id from case_file where id = :id for no key update").bind("id", id)
                .map(row -> row.get("id", UUID.class)).one().flatMap(this::load);
    }

    /** A new case; its answers and attachments follow with {@link #addAnswers}. */
    Mono<Void> insert(CaseFile file, CaseHeader of, CaseClocks clocks) {
        var links = EventChain.extend(EventChain.BEGINNING, file.fresh());
        var sql = database
                .sql("""
                        insert into case_file (id, application_id, receipt_number, procedure_id, procedure_version,
                            procedure_title, channel, applicant, mail, language, electronic_notice, arrived_at,
                            office, state, version, due_on, due_rule, deemed_on, holder, holder_name, lease_until, responsible, correction_id,
                            correction_until, corrected, closed_at, unread_since, last_hash)
                        values (:id, :application, :receipt, :procedure, :procedureVersion, :title, :channel, :applicant,
                            :mail, :language, :electronic, :arrivedAt,
                            :office, :state, :version, :dueOn, :dueRule, :deemedOn, :holder, :holderName, :leaseUntil, :responsible, :correction,
                            :correctionUntil, :corrected, :closedAt, :unreadSince, :lastHash)
                        """)
                .bind("application", of.application()).bind("receipt", of.receiptNumber())
                .bind("procedure", of.procedure().value()).bind("procedureVersion", of.procedureVersion())
                .bind("title", of.procedureTitle()).bind("channel", of.channel().code())
                .bind("applicant", of.applicant())
                .bind("language", of.language()).bind("electronic", of.electronicNotice())
                .bind("arrivedAt", of.arrivedAt()).bind("mail", Maybe.of(of.mail(), String.class));
        return bindState(sql, file, clocks, links.getLast().hash()).then().then(insertEvents(file, links))
                .then(database.sql("insert into record_check (case_id) values (:id)").bind("id", file.id()).then());
    }

    /**
     * The outcome of a step.
     *
     * @return fails with {@link OptimisticLockingFailureException} if the case moved on since it was read
     */
    Mono<Void> update(Loaded loaded, CaseClocks clocks) {
        var file = loaded.file();
        var links = EventChain.extend(loaded.lastHash(), file.fresh());
        String lastHash = links.isEmpty() ? loaded.lastHash() : links.getLast().hash();
        var sql = database.sql("""
                update case_file set office = :office, state = :state, version = :version, due_on = :dueOn,
                    due_rule = :dueRule, deemed_on = :deemedOn,
                    holder = :holder, holder_name = :holderName, lease_until = :leaseUntil, responsible = :responsible,
                    correction_id = :correction, correction_until = :correctionUntil, corrected = :corrected,
                    closed_at = :closedAt, unread_since = :unreadSince, last_hash = :lastHash
                where id = :id and version = :read and last_hash = :readHash
                """).bind("read", file.storedVersion()).bind("readHash", loaded.lastHash());
        return bindState(sql, file, clocks, lastHash).fetch().rowsUpdated()
                .flatMap(count -> count == 1
                        ? insertEvents(file, links)
                        : Mono.error(new OptimisticLockingFailureException("case " + file.id() + " moved on")));
    }

    /** What the row says of the applicant, after a correction. */
    Mono<Void> updateHeader(CaseHeader of) {
        var sql = database.sql("update case_file set applicant = :applicant, mail = :mail, "
                + "electronic_notice = :electronic where id = :id").bind("applicant", of.applicant())
                .bind("electronic", of.electronicNotice()).bind("id", of.id());
        return sql.bind("mail", Maybe.of(of.mail(), String.class)).then();
    }

    private GenericExecuteSpec bindState(GenericExecuteSpec sql, CaseFile file, CaseClocks clocks, String lastHash) {
        var history = file.history();
        var holding = file.assignment();
        var correction = file.correction();
        return sql.bind("id", file.id()).bind("office", file.office()).bind("state", file.state().code())
                .bind("version", history.size()).bind("corrected", file.isFreshlyCorrected())
                .bind("lastHash", lastHash).bind("dueOn", Maybe.of(clocks.dueOn(), LocalDate.class))
                .bind("dueRule", clocks.due().rule().code())
                .bind("deemedOn", Maybe.of(clocks.due().deemed(), LocalDate.class))
                .bind("holder", Maybe.of(holding == null ? null : holding.staff(), String.class))
                .bind("holderName", Maybe.of(holding == null ? null : holding.name(), String.class))
                .bind("leaseUntil", Maybe.of(holding == null ? null : holding.until(), Instant.class))
                .bind("responsible", Maybe.of(file.responsible(), String.class))
                .bind("correction", Maybe.of(correction == null ? null : correction.id(), UUID.class))
                .bind("correctionUntil", Maybe.of(correction == null ? null : correction.answerBy(), LocalDate.class))
                .bind("unreadSince", Maybe.of(UnreadMessages.of(history).since(), Instant.class))
                .bind("closedAt", Maybe.of(clocks.closedAt(), Instant.class));
    }

    private Mono<Void> insertEvents(CaseFile file, List<EventChain.Link> links) {
        var events = file.fresh();
        return Flux.range(0, events.size()).concatMap(i -> insertEvent(events.get(i), links.get(i))).then();
    }

    private Mono<Void> insertEvent(CaseEvent event, EventChain.Link link) {
        return database.sql("""
                insert into case_event (case_id, sequence, type, at, actor_kind, actor_id, body, previous_hash, hash)
                values (:case, :sequence, :type, :at, :kind, :actor, :body, :previous, :hash)
                """).bind("case", event.caseId()).bind("sequence", event.sequence())
                .bind("type", EventJson.typeOf(event.what())).bind("at", event.at())
                .bind("kind", event.actor().kind().name().toLowerCase(Locale.ROOT)).bind("actor", event.actor().id())
                .bind("body", link.body()).bind("previous", link.previousHash()).bind("hash", link.hash()).then();
    }

    /** Answers that arrived, never overwritten, with the attachments that came with them. */
    Mono<Void> addAnswers(UUID id, Incoming incoming, Instant receivedAt) {
        var inserted = database.sql("""
                insert into case_answers (case_id, revision, received_at, answers, salt)
                values (:case, :revision, :at, :answers, :salt)
                """).bind("case", id).bind("revision", incoming.revision()).bind("at", receivedAt)
                .bind("answers", incoming.answers()).bind("salt", incoming.seal().salt()).then();
        return inserted.thenMany(Flux.fromIterable(incoming.files()))
                .concatMap(each -> addFile(id, incoming.revision(), each)).then();
    }

    private Mono<Void> addFile(UUID id, int revision, Incoming.File each) {
        var file = each.file();
        var size = file.size();
        var sql = database
                .sql("""
                        insert into case_attachment (id, case_id, revision, question, name, bytes, sha256, media_type, store_key, salt,
                            width, height)
                        values (:id, :case, :revision, :question, :name, :bytes, :sha256, :type, :key, :salt, :width, :height)
                        """)
                .bind("id", file.id()).bind("case", id).bind("revision", revision)
                .bind("question", file.question()).bind("name", file.name()).bind("bytes", file.bytes())
                .bind("sha256", file.sha256()).bind("type", file.mediaType()).bind("key", file.storeKey())
                .bind("salt", each.seal().salt());
        return sql.bind("width", Maybe.of(size == null ? null : size.width(), Long.class))
                .bind("height", Maybe.of(size == null ? null : size.height(), Long.class)).then();
    }

    /** Further answers under the next number; files the case has already stay as they first came. Under the lock of a step. */
    Mono<Incoming> incoming(UUID id, String answers, List<ReceivedFile> files) {
        return database.sql("""
                select (select max(revision) from case_answers where case_id = :id) as latest,
                    array(select a.id from case_attachment a where a.case_id = :id) as files
                """).bind("id", id).map(row -> {
            var known = Set.of(row.get("files", UUID[].class));
            return Incoming.of(row.get("latest", Integer.class) + 1, answers,
                    files.stream().filter(file -> !known.contains(file.id())).toList());
        }).one();
    }

    Mono<UUID> byApplication(UUID application) {
        return database.sql("select id from case_file where application_id = :application")
                .bind("application", application).map(row -> row.get("id", UUID.class)).one();
    }

    private static CaseHeader headerOf(Readable row) {
        return new CaseHeader(row.get("id", UUID.class), row.get("application_id", UUID.class),
                row.get("receipt_number", String.class), new ProcedureId(row.get("procedure_id", String.class)),
                row.get("procedure_version", Integer.class), row.get("procedure_title", String.class),
                Channel.ofCode(row.get("channel", String.class)), row.get("applicant", String.class),
                row.get("mail", String.class), row.get("language", String.class),
                row.get("electronic_notice", Boolean.class), row.get("arrived_at", Instant.class));
    }
}
