package jp.madoguchi.portal.draft;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import io.r2dbc.spi.Readable;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Prefilling.Source;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.forms.definition.Edition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of the draft table as drafts.
 */
@Component
class DraftRows {

    private static final JsonMapper JSON = JsonMapper.shared();
    // Made once: each look for a reader of a type would find out about the type anew.
    private static final ObjectReader SAVES = JSON.readerForMapOf(Draft.PageSave.class);
    private static final ObjectReader NAMES = JSON.readerForMapOf(String.class);
    private static final ObjectReader ENTRIES = JSON.readerFor(new TypeReference<Map<String, List<String>>>() {
    });
    private static final ObjectReader CARRIED = JSON.readerFor(Carried.class);

    private final Catalogue catalogue;

    DraftRows(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A row before its version is looked up. */
    record Row(UUID id, ProcedureId procedure, int version, @Nullable UUID submission, @Nullable UUID correction,
            @Nullable UUID delegation,
            @Nullable UUID account, String answers, String pending, String saves, @Nullable String lastPage,
            int revision, String formKey, UUID fill, String language, Instant savedAt, Instant expiresAt,
            @Nullable String closedAs, String prefilled, @Nullable UUID interview, @Nullable String carried,
            @Nullable UUID begunFrom) {}

    static Row read(Readable row) {
        return new Row(Columns.required(row, "id", UUID.class),
                new ProcedureId(Columns.required(row, "procedure", String.class)),
                Columns.required(row, "version", Integer.class), row.get("submission_id", UUID.class),
                row.get("correction_id", UUID.class), row.get("delegation_id", UUID.class),
                row.get("account", UUID.class),
                Columns.required(row, "answers", String.class), Columns.required(row, "pending", String.class),
                Columns.required(row, "page_saves", String.class), row.get("last_page", String.class),
                Columns.required(row, "revision", Integer.class), Columns.required(row, "form_key", String.class),
                Columns.required(row, "fill", UUID.class),
                Columns.required(row, "language", String.class), Columns.required(row, "saved_at", Instant.class),
                Columns.required(row, "expires_at", Instant.class), row.get("closed_as", String.class),
                Columns.required(row, "prefilled", String.class), row.get("bundle_id", UUID.class),
                row.get("carried", String.class), row.get("begun_from", UUID.class));
    }

    Mono<Draft> complete(Row row) {
        return catalogue.edition(row.procedure(), row.version()).map(edition -> draft(row, edition));
    }

    private static Draft draft(Row row, Edition edition) {
        return new Draft(row.id(), edition, purpose(row, edition), row.account(),
                AnswersJson.read(edition.procedure(), JSON.readTree(row.answers())), entries(row.pending()),
                SAVES.readValue(row.saves()), row.lastPage(),
                row.revision(), row.formKey(), row.fill(), Language.ofTag(row.language()).orElse(Language.JA),
                row.savedAt(),
                row.expiresAt(), row.closedAs(), sources(row.prefilled()), row.interview(),
                row.carried() == null ? null : CARRIED.readValue(row.carried()), row.begunFrom());
    }

    private static DraftPurpose purpose(Row row, Edition edition) {
        if (row.correction() != null && row.submission() != null) {
            return new DraftPurpose.Correction(row.submission(), row.correction());
        }
        if (row.delegation() != null) {
            return new DraftPurpose.DelegatedPart(row.delegation());
        }
        return edition.procedure().isInterview() ? new DraftPurpose.Interview() : new DraftPurpose.Application();
    }

    static String write(Carried carried) {
        return JSON.writeValueAsString(carried);
    }

    static String write(Entries entries) {
        return JSON.writeValueAsString(entries.fields());
    }

    static String write(Map<QuestionId, Source> sources) {
        var names = new java.util.TreeMap<String, String>();
        sources.forEach((question, source) -> names.put(question.value(), source.name()));
        return JSON.writeValueAsString(names);
    }

    private static Map<QuestionId, Source> sources(String json) {
        var sources = new HashMap<QuestionId, Source>();
        Map<String, String> names = NAMES.readValue(json);
        names.forEach((question, source) -> sources.put(new QuestionId(question), Source.valueOf(source)));
        return sources;
    }

    private static Entries entries(String json) {
        return new Entries(ENTRIES.readValue(json));
    }
}
