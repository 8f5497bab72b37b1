package jp.madoguchi.backoffice.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jp.madoguchi.backoffice.authoring.Editions;
import jp.madoguchi.backoffice.casework.CaseService.Opened;
import jp.madoguchi.backoffice.casework.EventPayload.Redacted.Replaced;
import jp.madoguchi.backoffice.dispatch.Outbox;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes out of a case what must not stand in it, once a second person agrees: the words of an event or an answer in every revision,
 * and their copies in drafts, in search keys and on the way to the portal. The record goes on to vouch for all that is left.
 */
@Component
public class RedactionService {

    private final CaseService cases;
    private final CaseMaterials materials;
    private final Editions editions;
    private final WorkDrafts drafts;
    private final Outbox outbox;
    private final DatabaseClient database;
    private final JsonMapper json;

    RedactionService(CaseService cases, CaseMaterials materials, Editions editions, WorkDrafts drafts, Outbox outbox,
            DatabaseClient database, JsonMapper json) {
        this.cases = cases;
        this.materials = materials;
        this.editions = editions;
        this.drafts = drafts;
        this.outbox = outbox;
        this.database = database;
        this.json = json;
    }

    /** A new text and what it takes the place of. */
    private record Change(Replaced replaced, String old, String text, @Nullable String salt) {}

    public Mono<Opened> redact(UUID id, Staff by, UUID redaction) {
        return cases.allow(id, by, CaseAction.REDACT).then(cases.look(id, by)).flatMap(opened -> {
            var asked = opened.file().redactions().asked(redaction)
                    .orElseThrow(() -> new Refusal.Conflict("case-moved-on", "この削除の求めは、もう終わっています。"));
            return changes(opened, asked.what()).collectList()
                    .flatMap(changes -> cases.make(id, by, CaseAction.REDACT,
                            (file, now) -> file.redaction().confirm(by, redaction,
                                    changes.stream().map(Change::replaced).toList(), now),
                            done -> takeOut(done, asked.what(), changes)));
        });
    }

    private Flux<Change> changes(Opened opened, EventPayload.RedactionAsked asked) {
        var id = opened.file().id();
        var event = asked.event();
        if (event != null) {
            return database.sql("select body, hash from case_event where case_id = :id and sequence = :event")
                    .bind("id", id).bind("event", event).map(row -> {
                        var body = row.get("body", String.class);
                        var without = EventJson.withoutTexts(body);
                        return new Change(new Replaced(event, null, Seal.hash(row.get("hash", String.class), without)),
                                body, without, null);
                    }).all();
        }
        var path = FieldPath.parse(String.valueOf(asked.answer()));
        var of = opened.header();
        return editions.edition(of.procedure(), of.procedureVersion())
                .flatMapMany(edition -> database
                        .sql("select revision, answers from case_answers where case_id = :id order by revision")
                        .bind("id", id)
                        .map(row -> change(row.get("revision", Integer.class), row.get("answers", String.class),
                                edition.procedure(), path))
                        .all())
                .filter(change -> !change.text().equals(change.old()));
    }

    private Change change(int revision, String stored, Procedure procedure, FieldPath path) {
        var answers = AnswersJson.read(procedure, json.readTree(stored));
        var without = without(answers, path, 0);
        // A document that does not change is left byte for byte as it arrived.
        var text = without.equals(answers) ? stored : AnswersJson.write(without).toString();
        var seal = Seal.on(text);
        return new Change(new Replaced(null, revision, seal.hash()), stored, text, seal.salt());
    }

    private static Answers without(Answers answers, FieldPath path, int depth) {
        if (depth == path.within().size()) {
            return answers.without(path.question());
        }
        var at = path.within().get(depth);
        return answers.get(at.repeat(), Answer.Rows.class)
                .map(rows -> answers.with(at.repeat(), new Answer.Rows(rows.rows().stream()
                        .map(row -> row.id().equals(at.row())
                                ? new Row(row.id(), without(row.answers(), path, depth + 1))
                                : row)
                        .toList(), rows.used())))
                .orElse(answers);
    }

    private Mono<Void> takeOut(Opened done, EventPayload.RedactionAsked asked, List<Change> changes) {
        var id = done.file().id();
        var removed = new ArrayList<String>();
        var event = asked.event();
        if (event != null) {
            removed.addAll(FreeText.of(done.file().history().get(event - 1).what()));
        }
        return Flux.fromIterable(changes).concatMap(change -> takeOut(id, change)).then(drafts.forget(id, removed))
                .then(outbox.forgetWords(done.header().application()))
                // Whose case it is may be what was taken out.
                .then(event == null ? rename(done) : Mono.empty());
    }

    private Mono<Void> rename(Opened done) {
        return materials.of(done.header()).flatMap(material -> database
                .sql("update case_file set applicant = :applicant where id = :id")
                .bind("applicant",
                        CaseHeader.applicantOf(material.edition().procedure(), material.answers()))
                .bind("id", done.file().id()).then());
    }

    private Mono<Void> takeOut(UUID id, Change change) {
        var event = change.replaced().event();
        if (event != null) {
            return database.sql("select take_out_of_event(:id, :event, :body)").bind("id", id).bind("event", event)
                    .bind("body", change.text()).fetch().all().then();
        }
        return database.sql("select take_out_of_answers(:id, :revision, :old, :answers, :salt)").bind("id", id)
                .bind("revision", Objects.requireNonNull(change.replaced().revision()))
                .bind("old", change.old()).bind("answers", change.text())
                .bind("salt", String.valueOf(change.salt())).fetch().all().then();
    }
}
