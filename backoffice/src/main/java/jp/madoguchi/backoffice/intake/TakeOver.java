package jp.madoguchi.backoffice.intake;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.backoffice.authoring.Editions;
import jp.madoguchi.backoffice.casework.Actor;
import jp.madoguchi.backoffice.casework.CaseMaterials;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.Channel;
import jp.madoguchi.backoffice.casework.EventPayload;
import jp.madoguchi.backoffice.casework.Periods;
import jp.madoguchi.backoffice.casework.ReceivedFile;
import jp.madoguchi.backoffice.casework.CaseHeader;
import jp.madoguchi.backoffice.office.Office;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.correction.CorrectionScope;
import jp.madoguchi.forms.definition.ProcedureKind;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Route;
import jp.madoguchi.forms.reading.AnswerChange;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.monitoring.RequestId;
import jp.madoguchi.platform.monitoring.webflux.RequestIds;
import jp.madoguchi.platform.trace.Tracing;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes one consignment over: attachments first, then everything else in one transaction that also notes the consignment's id.
 * Whatever breaks, the whole may simply be done again; once noted, doing it again changes nothing.
 */
@Component
class TakeOver {

    private final Attachments attachments;
    private final Editions editions;
    private final Offices offices;
    private final CaseService cases;
    private final CaseMaterials materials;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Tracing tracing;

    TakeOver(Attachments attachments, Editions editions, Offices offices, CaseService cases, CaseMaterials materials,
            DatabaseClient database, TransactionalOperator transaction, JsonMapper json, InstantSource clock,
            Tracing tracing) {
        this.tracing = tracing;
        this.attachments = attachments;
        this.editions = editions;
        this.offices = offices;
        this.cases = cases;
        this.materials = materials;
        this.database = database;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** Completes when the consignment is durably here, whether by this call or an earlier one. */
    Mono<Void> take(Consignment consignment) {
        return known(consignment.id()).flatMap(known -> known ? Mono.empty() : switch (consignment) {
            case Consignment.Submitted submitted -> RequestIds.continued(tracing, "take over",
                    RequestId.wellFormed(submitted.traceparent()), submitted(submitted));
            case Consignment.Corrected corrected -> corrected(corrected);
            case Consignment.Withdrawn withdrawn -> once(withdrawn, caseOf(withdrawn).flatMap(
                    id -> cases.happen(id, (file, now) -> file.withdraw(orEmpty(withdrawn.reason()), now))).then());
            case Consignment.MessageSent message -> once(message, caseOf(message)
                    .flatMap(id -> cases.happen(id, (file, now) -> file.messages().receive(message.text(), now)))
                    .then());
            case Consignment.NoticeOpened opened -> once(opened, caseOf(opened).flatMap(id -> cases.happen(id,
                    (file, now) -> file.delivery().opened(opened.document(), opened.downloaded(), opened.at(), now)))
                    .then());
            case Consignment.NoticeWayChosen chosen -> once(chosen, caseOf(chosen)
                    .flatMap(id -> cases.chooseNoticeWay(id, chosen.electronic(), chosen.at())).then());
        });
    }

    private Mono<Void> submitted(Consignment.Submitted submitted) {
        return Mono.justOrEmpty(ProcedureId.parse(submitted.procedure()))
                .flatMap(procedure -> editions.edition(procedure, submitted.version()))
                .switchIfEmpty(Mono.error(() -> new CannotTakeOver(
                        "手続 " + submitted.procedure() + " の第" + submitted.version() + "版が、業務側にありません。")))
                .flatMap(edition -> attachments.carry(submitted.application(), submitted.attachments())
                        .flatMap(
                                files -> once(submitted, caseId().flatMap(id -> open(id, submitted, edition, files)))));
    }

    private Mono<Void> open(UUID id, Consignment.Submitted submitted, Edition edition, List<ReceivedFile> files) {
        if (!edition.contentHash().equals(submitted.contentHash())) {
            return Mono.error(new CannotTakeOver("手続 " + submitted.procedure() + " の第" + submitted.version()
                    + "版の内容が、ポータルと業務側で異なります。"));
        }
        var procedure = edition.procedure();
        var answers = AnswersJson.read(procedure, submitted.answers());
        var filling = new Filling(procedure, answers, Entries.NONE, BusinessCalendar.dayOf(submitted.at()));
        var header = new CaseHeader(id, submitted.application(), submitted.receiptNumber(),
                procedure.id(), submitted.version(), procedure.title().ja(), Channel.ONLINE,
                CaseHeader.applicantOf(procedure, answers), submitted.mail(), submitted.language(),
                submitted.electronicNoticeConsent(), submitted.at());
        return routed(submitted.id()).map(Optional::of).defaultIfEmpty(Optional.empty())
                .flatMap(byHand -> byHand.isPresent()
                        ? Mono.just(byHand.get().office())
                        : office(filling.route()).map(Office::code))
                .flatMap(office -> cases.open(header,
                        new EventPayload.Arrived(submitted.receiptNumber(), submitted.procedure(), submitted.version(),
                                edition.contentHash(), Channel.ONLINE, office,
                                procedure.kind() == ProcedureKind.NOTIFICATION,
                                procedure.standardPeriod().length(), Periods.of(procedure.standardPeriod())),
                        submitted.answers().toString(), files))
                .then(routed(submitted.id())).flatMap(byHand -> cases.happen(id,
                        (file, now) -> file.placed(byHand.by(), byHand.reason(), now)))
                .then();
    }

    /** Where its own routing sends it; a person has to decide where that leads nowhere. */
    private Mono<Office> office(Route route) {
        var code = route.office();
        return code == null
                ? Mono.error(new NeedsOffice(route.reason()))
                : offices.open(code).switchIfEmpty(offices.byCode(code).<Office>flatMap(
                        closed -> Mono.error(new NeedsOffice("担当窓口「" + closed.name() + "」は閉じられています。")))
                        .switchIfEmpty(Mono.error(() -> new NeedsOffice("担当窓口「" + code + "」が、窓口の一覧にありません。"))));
    }

    private record Routed(String office, Actor by, String reason) {}

    /** What a person decided about it while it was parked; empty where nobody did. */
    private Mono<Routed> routed(UUID consignment) {
        return database.sql("""
                select routed_to, routed_by, routed_because from parked_consignment
                where id = :id and routed_to is not null
                """).bind("id", consignment)
                .map(row -> new Routed(row.get("routed_to", String.class),
                        json.readValue(row.get("routed_by", String.class), Actor.class),
                        row.get("routed_because", String.class)))
                .one();
    }

    /** Ordered by time, so that cases due on one day stand in the order of their arrival. */
    private Mono<UUID> caseId() {
        return database.sql("select uuidv7() as id").map(row -> row.get("id", UUID.class)).one();
    }

    private Mono<Void> corrected(Consignment.Corrected corrected) {
        return caseOf(corrected).flatMap(id -> attachments.carry(corrected.application(), corrected.attachments())
                .flatMap(files -> once(corrected, correct(id, corrected, files))));
    }

    /** Read and judged in the transaction that takes it over, so that the answers are those it is measured against. */
    private Mono<Void> correct(UUID id, Consignment.Corrected corrected, List<ReceivedFile> files) {
        return cases.underCorrection(id).flatMap(opened -> materials.of(opened.header()).flatMap(material -> {
            var procedure = material.edition().procedure();
            var answers = AnswersJson.read(procedure, corrected.answers());
            var request = opened.file().correction();
            if (request != null && request.id().equals(corrected.correction())) {
                var beyond = CorrectionScope.of(procedure, material.answers(), request.fields(),
                        BusinessCalendar.dayOf(corrected.at())).beyond(answers);
                if (!beyond.isEmpty()) {
                    return Mono.error(new CannotTakeOver("補正を求めていない回答（"
                            + beyond.stream().map(AnswerChange::label).distinct().collect(Collectors.joining("、"))
                            + "）が変わっているため、取り込めません。"));
                }
            }
            return cases.correct(opened.header().corrected(procedure, answers, corrected.mail()),
                    corrected.correction(), corrected.answers().toString(), files, corrected.at()).then();
        }));
    }

    private Mono<UUID> caseOf(Consignment consignment) {
        return cases.caseOf(consignment.application())
                .switchIfEmpty(Mono.error(() -> new CannotTakeOver("もとの申請がまだ届いていません。届き次第、自動で取り込みます。")));
    }

    /** Notes the consignment and does the work, both or neither; the work is left out where it was noted before. */
    private Mono<Void> once(Consignment consignment, Mono<Void> work) {
        var noted = database.sql("""
                insert into received_consignment (id, application_id, type, received_at)
                values (:id, :application, :type, :now) on conflict (id) do nothing
                """).bind("id", consignment.id()).bind("application", consignment.application())
                .bind("type", typeOf(consignment)).bind("now", clock.instant()).fetch().rowsUpdated();
        return transaction.transactional(noted.flatMap(count -> count == 0 ? Mono.<Void>empty() : work))
                .retryWhen(Retry.max(4).filter(ConcurrencyFailureException.class::isInstance));
    }

    private Mono<Boolean> known(UUID consignment) {
        return database.sql("select 1 as one from received_consignment where id = :id").bind("id", consignment)
                .map(row -> true).one().defaultIfEmpty(false);
    }

    static String typeOf(Consignment consignment) {
        return switch (consignment) {
            case Consignment.Submitted submitted -> "submitted";
            case Consignment.Corrected corrected -> "corrected";
            case Consignment.Withdrawn withdrawn -> "withdrawn";
            case Consignment.MessageSent message -> "message";
            case Consignment.NoticeOpened opened -> "notice-opened";
            case Consignment.NoticeWayChosen chosen -> "notice-way-chosen";
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
