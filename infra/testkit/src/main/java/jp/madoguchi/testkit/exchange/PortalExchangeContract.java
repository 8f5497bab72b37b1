package jp.madoguchi.testkit.exchange;

import static jp.madoguchi.testkit.exchange.Caller.answer;
import static jp.madoguchi.testkit.exchange.Caller.body;
import static jp.madoguchi.testkit.exchange.Caller.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import jp.madoguchi.exchange.CityDescription;
import jp.madoguchi.forms.city.CityFile;
import jp.madoguchi.exchange.Acknowledgement;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.ApplicationUpdate.CorrectionRequest;
import jp.madoguchi.exchange.ApplicationUpdate.Outcome;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.DraftCount;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.exchange.LostMails;
import jp.madoguchi.exchange.MailResend;
import jp.madoguchi.exchange.PortalExchange;
import jp.madoguchi.exchange.PortalState;
import jp.madoguchi.exchange.ProcedureFigures;
import jp.madoguchi.exchange.ProcedureStanding;
import jp.madoguchi.exchange.ProcedureStanding.State;
import jp.madoguchi.exchange.PublishedVersion;
import jp.madoguchi.forms.Sha256;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.testkit.exchange.Subject.Paper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every promise of {@link PortalExchange}, to be kept by whatever answers to it, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PortalExchangeContract implements FiguresContract {

    private static final Duration PROMPT = Duration.ofSeconds(8);
    private static final byte[] NOTICE = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
            .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OTHER_NOTICE = "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    private static final ProcedureStanding OPEN = new ProcedureStanding(State.OPEN, Instant.EPOCH, null, null, null,
            null);

    private Subject subject;
    private Caller caller;
    private PortalExchange exchange;
    private int newest;

    /** Starts what is tested, empty. */
    protected abstract Subject open();

    @BeforeAll
    void start() {
        subject = open();
        caller = new Caller(subject.address(), subject.token());
        exchange = caller.exchange();
        publishNext();
    }

    @AfterAll
    void stop() {
        subject.close();
    }

    @Override
    public PortalExchange exchange() {
        return exchange;
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public int statusOf(String path, String body) {
        return caller.put(path, body);
    }

    @BeforeEach
    void nothingWaits() {
        for (var shelf : Shelf.values()) {
            for (var left = offered(shelf); !left.isEmpty(); left = offered(shelf)) {
                done(shelf.acknowledge(exchange, left));
            }
        }
    }

    // ---- who may call

    @Test
    void nobodyCallsWithoutAGoodToken() {
        for (var bad : new @Nullable String[]{null, "nonsense"}) {
            everyCall(new Caller(subject.address(), bad).exchange()).forEach(call -> refused(401, call));
        }
    }

    @Test
    void nobodyCallsWithoutTheScope() {
        everyCall(new Caller(subject.address(), subject.tokenWithoutScope()).exchange())
                .forEach(call -> refused(403, call));
    }

    @Test
    void tellsThatFilesAreNotScannedWhereThereIsNoScanner() {
        assertThat(exchange.state().block()).isEqualTo(new PortalState(false));
    }

    private static Stream<Publisher<?>> everyCall(PortalExchange exchange) {
        var nobody = UUID.randomUUID();
        var update = update(1, Stage.IN_EXAMINATION, null, null);
        var received = new Acknowledgement(List.of(nobody));
        return Stream.of(exchange.state(), exchange.publish(PROCEDURE, 99, version(definition(99))),
                exchange.consignments(1, 0),
                exchange.drafts(PROCEDURE),
                exchange.standing(PROCEDURE, OPEN),
                exchange.city(new CityDescription(1, "{}")),
                exchange.acknowledgeConsignments(received), exchange.attachment(nobody), exchange.fillEvents(1, 0),
                exchange.acknowledgeFillEvents(received),
                exchange.document(nobody, UUID.randomUUID(), Sha256.hex(NOTICE), "a.pdf", body(NOTICE)),
                exchange.update(nobody, update.id(), update), exchange.lostMails(),
                exchange.resendMails(new MailResend(List.of())),
                exchange.figures(PROCEDURE, new ProcedureFigures(LocalDate.now(), null, null, Instant.now())));
    }

    // ---- handing over

    @Test
    void whatArrivesIsHandedOverWhole() {
        var arrival = subject.handIn();

        var submitted = (Consignment.Submitted) only(ofApplication(arrival.application()));
        assertThat(submitted.procedure()).isEqualTo(PROCEDURE);
        assertThat(submitted.version()).isEqualTo(newest);
        assertThat(submitted.contentHash()).isEqualTo(Sha256.hex(definition(newest)));
        assertThat(submitted.answers().isObject()).isTrue();
        assertThat(submitted.answers().isEmpty()).isFalse();
        assertThat(submitted.at()).isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(5));
        var file = only(submitted.attachments());
        assertThat(file.bytes()).isEqualTo(arrival.attachment().length);
        assertThat(file.sha256()).isEqualTo(Sha256.hex(arrival.attachment()));
        assertThat(caller.attachment(file.id())).isEqualTo(arrival.attachment());
        assertThat(caller.attachment(file.id())).as("again").isEqualTo(arrival.attachment());
    }

    @Test
    void whoIsReachedIsNotAmongTheUnreached() {
        assertThat(exchange.unreachedApplicants().block()).isEmpty();
    }

    @Test
    void whatIsNotLostIsNotSentOnceMore() {
        var unknown = new LostMails.Batch(Instant.parse("2026-11-20T01:00:00Z"), "550 5.1.1", "example.jp");
        assertThat(answer(exchange.resendMails(new MailResend(List.of(unknown))))).isEqualTo(new MailResend.Resent(0));
        refused(400, exchange.resendMails(new MailResend(Collections.nCopies(501, unknown))));
    }

    @Test
    void anAttachmentThatIsNotThereIsNotFound() {
        refused(404, exchange.attachment(UUID.randomUUID()));
    }

    @Test
    void allAnApplicantSendsComesInItsOrderAndAsWhatItIs() {
        var id = subject.handIn().application();
        subject.write(id, "𠮷野です。髙橋さんへ。");
        var request = new CorrectionRequest(UUID.randomUUID(), "お名前を確かめてください。", List.of(),
                LocalDate.now().plusDays(14));
        tell(id, new ApplicationUpdate(UUID.randomUUID(), 1, Instant.now(), Stage.AWAITING_CORRECTION, "中央区役所", null,
                request, null, null, null));
        subject.correct(id);
        subject.withdraw(id, "引っ越すため");

        var sent = ofApplication(id);
        assertThat(sent).extracting(one -> (Object) one.getClass()).containsExactly(Consignment.Submitted.class,
                Consignment.MessageSent.class, Consignment.Corrected.class, Consignment.Withdrawn.class);
        assertThat(((Consignment.MessageSent) sent.get(1)).text()).isEqualTo("𠮷野です。髙橋さんへ。");
        assertThat(((Consignment.Corrected) sent.get(2)).correction()).isEqualTo(request.id());
        assertThat(((Consignment.Withdrawn) sent.get(3)).reason()).isEqualTo("引っ越すため");
    }

    @Test
    void takingConsentBackAndGivingItAgainAreToldOneByOne() {
        var id = subject.handIn().application();
        subject.chooseNoticeWay(id, false);
        subject.chooseNoticeWay(id, true);

        var sent = ofApplication(id);
        assertThat(((Consignment.Submitted) sent.getFirst()).electronicNoticeConsent())
                .as("what was said when handing in stays").isTrue();
        assertThat(sent.subList(1, sent.size())).extracting(one -> ((Consignment.NoticeWayChosen) one).electronic())
                .containsExactly(false, true);
    }

    @Test
    void fillEventsSayWhichVersionWasFilledIn() {
        subject.handIn();

        subject.awaitSteps();
        var events = answer(exchange.fillEvents(PortalExchange.MOST_AT_ONCE, 0));
        assertThat(events).isNotEmpty().allSatisfy(event -> {
            assertThat(event.procedure()).isEqualTo(PROCEDURE);
            assertThat(event.version()).isEqualTo(newest);
            assertThat(event.channel()).isEqualTo(FillEvent.Channel.ONLINE);
        });
    }

    @ParameterizedTest
    @EnumSource
    void isOfferedUntilAcknowledgedOneByOne(Shelf shelf) {
        subject.handIn();
        subject.handIn();
        var offered = waiting(shelf);
        assertThat(offered).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        assertThat(waiting(shelf)).as("again").isEqualTo(offered);

        var second = offered.get(1);
        done(shelf.acknowledge(exchange, List.of(second)));
        var rest = new ArrayList<>(offered);
        rest.remove(second);
        assertThat(waiting(shelf)).isEqualTo(rest);

        done(shelf.acknowledge(exchange, rest));
        assertThat(waiting(shelf)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isOfferedOldestFirst(Shelf shelf) {
        subject.handIn();
        var before = waiting(shelf);
        subject.handIn();
        var after = waiting(shelf);

        assertThat(after).hasSizeGreaterThan(before.size()).startsWith(before.toArray(UUID[]::new));
        for (int limit = 1; limit <= 2; limit++) {
            assertThat(answer(shelf.pull(exchange, limit, 0))).isEqualTo(after.subList(0, limit));
        }
    }

    @ParameterizedTest
    @EnumSource
    void acknowledgingTheUnknownOrTheKnownAgainIsNoError(Shelf shelf) {
        subject.handIn();
        subject.handIn();
        var offered = waiting(shelf);
        var received = List.of(offered.getFirst(), UUID.randomUUID());

        done(shelf.acknowledge(exchange, received));
        done(shelf.acknowledge(exchange, received));
        done(shelf.acknowledge(exchange, List.of()));

        // More may have come meanwhile: steps of filling in are written behind the pages.
        assertThat(waiting(shelf)).containsAll(offered.subList(1, offered.size())).doesNotContain(offered.getFirst());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-1,0", "501,0", "1,-1", "1,31"})
    void limitsAndWaitsOutOfRangeAreRefused(int limit, int waitSeconds) {
        for (var shelf : Shelf.values()) {
            refused(400, shelf.pull(exchange, limit, waitSeconds));
        }
    }

    @Test
    void tooManyAcknowledgementsAtOnceAreRefused() {
        var most = Stream.generate(UUID::randomUUID).limit(PortalExchange.MOST_AT_ONCE).toList();
        var tooMany = new ArrayList<>(most);
        tooMany.add(UUID.randomUUID());
        for (var shelf : Shelf.values()) {
            done(shelf.acknowledge(exchange, most));
            refused(400, shelf.acknowledge(exchange, tooMany));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoWaitsIsAnsweredAsSoonAsSomethingArrives(Shelf shelf) {
        var pulled = shelf.pull(exchange, 10, PortalExchange.LONGEST_WAIT_SECONDS).toFuture();
        assertThatThrownBy(() -> pulled.get(700, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        subject.handIn();

        assertThat(pulled).succeedsWithin(PROMPT).satisfies(found -> assertThat(found).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void whoWaitsInVainIsAnsweredWhenTheTimeIsOver(Shelf shelf) {
        var begun = Instant.now();
        assertThat(answer(shelf.pull(exchange, 10, 0))).isEmpty();
        assertThat(Duration.between(begun, Instant.now())).as("who does not wait").isLessThan(PROMPT);

        var waited = Instant.now();
        assertThat(answer(shelf.pull(exchange, 10, 2))).isEmpty();
        assertThat(Duration.between(waited, Instant.now())).isBetween(Duration.ofMillis(1_500), PROMPT);
    }

    // ---- publishing

    @Test
    void newApplicationsUseTheVersionPublishedLast() {
        int before = newest;
        publishNext();
        done(exchange.publish(PROCEDURE, before, version(definition(before))));

        var submitted = (Consignment.Submitted) only(ofApplication(subject.handIn().application()));
        assertThat(submitted.version()).isEqualTo(before + 1);
    }

    @Test
    void otherContentUnderTheSameNumberIsRefused() {
        refused(409, exchange.publish(PROCEDURE, newest, version(definition(newest + 1_000))));

        done(exchange.publish(PROCEDURE, newest, version(definition(newest))));
    }

    @Test
    void contentThatDoesNotMatchItsHashIsRefusedAndNotKept() {
        var definition = definition(newest + 1);
        refused(422, exchange.publish(PROCEDURE, newest + 1,
                new PublishedVersion(definition, "0".repeat(64), Instant.now())));
        refused(422, exchange.publish("inu-toroku", newest + 1, version(definition)));
        var noDefinition = "{}";
        refused(422, exchange.publish(PROCEDURE, newest + 1, version(noDefinition)));

        publishNext();
    }

    @Test
    void itIsToldHowManyDraftsStandInWhichVersion() {
        publishNext();
        assertThat(answer(exchange.drafts(PROCEDURE))).noneMatch(count -> count.version() == newest);
        subject.begin();
        subject.begin();
        subject.handIn();
        assertThat(answer(exchange.drafts(PROCEDURE))).last().isEqualTo(new DraftCount(newest, 2));

        publishNext();

        assertThat(answer(exchange.drafts(PROCEDURE))).as("nobody has opened them since").last()
                .isEqualTo(new DraftCount(newest - 1, 2));
        refused(404, exchange.drafts("nothing-of-the-kind"));
    }

    @Test
    void whatIsPausedOrWithdrawnIsNotBegunUntilItIsTakenAgain() {
        var now = Instant.now();
        assertThat(subject.whyNotBegun()).isEmpty();
        var paused = new ProcedureStanding(State.PAUSED, now, "制度が変わる準備のため", "The rules are changing.",
                LocalDate.now().plusDays(20), LocalDate.now().plusDays(5));
        done(exchange.standing(PROCEDURE, paused));
        done(exchange.standing(PROCEDURE, paused));
        assertThat(subject.whyNotBegun()).contains("制度が変わる準備のため");

        done(exchange.standing(PROCEDURE,
                new ProcedureStanding(State.WITHDRAWN, now.plusSeconds(2), "事業が終わったため", null, null, null)));
        assertThat(subject.whyNotBegun()).contains("事業が終わったため");
        done(exchange.standing(PROCEDURE, paused));
        assertThat(subject.whyNotBegun()).as("an older decision came late").contains("事業が終わったため");

        done(exchange.standing(PROCEDURE,
                new ProcedureStanding(State.OPEN, now.plusSeconds(3), null, null, null, null)));
        assertThat(subject.whyNotBegun()).isEmpty();
    }

    @Test
    void aStandingWhosePartsDoNotFitIsRefused() {
        var now = Instant.now();
        var day = LocalDate.now().plusDays(3);
        for (var wrong : List.of(new ProcedureStanding(State.PAUSED, now, null, null, null, null),
                new ProcedureStanding(State.PAUSED, now, " ", null, null, null),
                new ProcedureStanding(State.WITHDRAWN, now, "理由", null, day, null),
                new ProcedureStanding(State.WITHDRAWN, now, "あ".repeat(501), null, null, null),
                new ProcedureStanding(State.OPEN, now, "理由", null, null, null),
                new ProcedureStanding(State.OPEN, now, null, null, null, day))) {
            refused(400, exchange.standing(PROCEDURE, wrong));
        }
        refused(404, exchange.standing("nothing-of-the-kind", OPEN));
        assertThat(subject.whyNotBegun()).isEmpty();
    }

    // ---- the city

    @Test
    void theCityIsTheOneOfTheHighestRevision() {
        var sample = CityFile.sample();
        var other = CityFile.writeJson(sample).replace("まどぐち市", "港町市");

        done(exchange.city(new CityDescription(1, other)));
        done(exchange.city(new CityDescription(1, other)));
        assertThat(subject.cityName()).isEqualTo("港町市");
        done(exchange.city(new CityDescription(2, CityFile.writeJson(sample))));
        assertThat(subject.cityName()).isEqualTo("まどぐち市");

        done(exchange.city(new CityDescription(1, other)));
        refused(422, exchange.city(new CityDescription(3, "{\"name\": \"港町市\"}")));
        refused(400, exchange.city(new CityDescription(0, other)));
        assertThat(subject.cityName()).as("what came late, and what is none").isEqualTo("まどぐち市");
    }

    // ---- documents

    @Test
    void aDocumentIsShownOnceTheUpdateAnnouncesIt() {
        var id = subject.handIn().application();
        var document = UUID.randomUUID();
        var name = "決定通知書 100%+𠮷野 髙.pdf";
        deliver(id, document, NOTICE, name);
        deliver(id, document, NOTICE, name);
        assertThat(subject.papers(id)).isEmpty();

        tell(id, update(1, Stage.ISSUED, Outcome.APPROVED, document));

        var paper = only(subject.papers(id));
        assertThat(paper.name()).isEqualTo(name);
        assertThat(paper.content()).isEqualTo(NOTICE);
    }

    @Test
    void aDocumentThatDoesNotMatchItsDigestIsRefusedAndNotKept() {
        var id = subject.handIn().application();
        var document = UUID.randomUUID();
        refused(422, exchange.document(id, document, Sha256.hex(NOTICE), "a.pdf", body(OTHER_NOTICE)));
        var announcing = update(1, Stage.ISSUED, Outcome.APPROVED, document);
        refused(404, exchange.update(id, announcing.id(), announcing));
        assertThat(subject.standsAt(id, Stage.ARRIVED, null)).as("nothing of the update was applied").isTrue();

        deliver(id, document, NOTICE, "a.pdf");
        tell(id, announcing);

        assertThat(only(subject.papers(id)).content()).isEqualTo(NOTICE);
        assertThat(subject.standsAt(id, Stage.ISSUED, Outcome.APPROVED)).isTrue();
    }

    @Test
    void anotherDocumentUnderTheSameIdIsRefused() {
        var id = subject.handIn().application();
        var document = UUID.randomUUID();
        deliver(id, document, NOTICE, "a.pdf");

        refused(409, exchange.document(id, document, Sha256.hex(OTHER_NOTICE), "a.pdf", body(OTHER_NOTICE)));
        var stranger = subject.handIn().application();
        refused(409, exchange.document(stranger, document, Sha256.hex(NOTICE), "a.pdf", body(NOTICE)));

        var announcing = update(1, Stage.ISSUED, Outcome.APPROVED, document);
        refused(404, exchange.update(stranger, announcing.id(), announcing));
        tell(id, announcing);
        assertThat(subject.papers(id)).extracting(Paper::content).containsExactly(NOTICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789"})
    void aDigestThatIsNoneIsRefused(String digest) {
        var id = subject.handIn().application();
        refused(400, exchange.document(id, UUID.randomUUID(), digest, "a.pdf", body(NOTICE)));
        refused(400, exchange.document(id, UUID.randomUUID(), Sha256.hex(NOTICE), "%E9%80", body(NOTICE)));
        refused(400, exchange.document(id, UUID.randomUUID(), Sha256.hex(NOTICE), "%zz.pdf", body(NOTICE)));
    }

    // ---- updates

    @Test
    void whatTheOfficeTookOutLeavesTheMessages() {
        var id = subject.handIn().application();
        tell(id, said(1, "番号は 𠮷 123 です。"));
        tell(id, said(2, "別の話です。"));
        var salt = "0123";

        tell(id, new ApplicationUpdate(UUID.randomUUID(), 3, Instant.now(), Stage.IN_EXAMINATION, "中央区役所", null, null,
                null, "一部を削除しました。", null,
                List.of(new ApplicationUpdate.TakenOut(salt, Sha256.hex(salt + "\n番号は 𠮷 123 です。")))));

        assertThat(subject.messages(id)).hasSize(3).contains("別の話です。", "一部を削除しました。")
                .noneMatch(message -> message.contains("123"));
    }

    private static ApplicationUpdate said(long sequence, String message) {
        return new ApplicationUpdate(UUID.randomUUID(), sequence, Instant.now(), Stage.IN_EXAMINATION, "中央区役所", null,
                null, null, message, null);
    }

    @Test
    void anUpdateCountsOnceHoweverOftenItComes() {
        var id = subject.handIn().application();
        var update = new ApplicationUpdate(UUID.randomUUID(), 1, Instant.now(), Stage.IN_EXAMINATION, "中央区役所",
                LocalDate.now().plusDays(30), null, null, "拝見しています。", null);

        tell(id, update);
        tell(id, update);
        done(Flux.merge(Collections.nCopies(4, exchange.update(id, update.id(), update))).then());

        assertThat(subject.messages(id)).containsExactly("拝見しています。");
        assertThat(subject.standsAt(id, Stage.IN_EXAMINATION, null)).isTrue();
    }

    @Test
    void anOlderUpdateNeverOverwritesANewerStageButItsWordsAndPaperCount() {
        var id = subject.handIn().application();
        var document = UUID.randomUUID();
        deliver(id, document, NOTICE, "a.pdf");
        tell(id, update(2, Stage.AWAITING_APPROVAL, null, null));

        tell(id, new ApplicationUpdate(UUID.randomUUID(), 1, Instant.now(), Stage.IN_EXAMINATION, "中央区役所", null, null,
                null, "先に書いたものです。", document));

        assertThat(subject.standsAt(id, Stage.AWAITING_APPROVAL, null)).isTrue();
        assertThat(subject.messages(id)).containsExactly("先に書いたものです。");
        assertThat(subject.papers(id)).hasSize(1);
        tell(id, update(3, Stage.ISSUED, Outcome.REFUSED, document));
        assertThat(subject.standsAt(id, Stage.ISSUED, Outcome.REFUSED)).isTrue();
    }

    @Test
    void aDecisionTakenUpAgainHasNoOutcomeUntilItIsDecidedAnew() {
        var id = subject.handIn().application();
        var document = UUID.randomUUID();
        deliver(id, document, NOTICE, "a.pdf");
        tell(id, update(1, Stage.ISSUED, Outcome.REFUSED, document));

        tell(id, update(2, Stage.IN_EXAMINATION, null, null));
        assertThat(subject.standsAt(id, Stage.IN_EXAMINATION, null)).isTrue();
        assertThat(subject.papers(id)).as("what was said stays to be read").hasSize(1);

        tell(id, update(3, Stage.ISSUED, Outcome.APPROVED, null));
        assertThat(subject.standsAt(id, Stage.ISSUED, Outcome.APPROVED)).isTrue();
    }

    @Test
    void theOfficeLearnsOnceThatADocumentWasTakenHome() {
        var id = subject.handIn().application();
        var document = UUID.randomUUID();
        deliver(id, document, NOTICE, "通知書.pdf");
        tell(id, update(1, Stage.ISSUED, Outcome.APPROVED, document));
        assertThat(ofApplication(id)).noneMatch(Consignment.NoticeOpened.class::isInstance);
        assertThat(subject.papers(id)).hasSize(1);
        assertThat(subject.papers(id)).hasSize(1);
        var told = ofApplication(id).stream().filter(Consignment.NoticeOpened.class::isInstance)
                .map(Consignment.NoticeOpened.class::cast).toList();
        assertThat(only(told)).satisfies(opened -> {
            assertThat(opened.document()).isEqualTo(document);
            assertThat(opened.downloaded()).isTrue();
        });
    }

    @Test
    void whatBelongsToNoApplicationIsNotFound() {
        var nobody = UUID.randomUUID();
        var update = update(1, Stage.IN_EXAMINATION, null, null);
        refused(404, exchange.update(nobody, update.id(), update));
        refused(404, exchange.document(nobody, UUID.randomUUID(), Sha256.hex(NOTICE), "a.pdf", body(NOTICE)));
    }

    @Test
    void anUpdateUnderAnotherIdIsRefused() {
        var id = subject.handIn().application();
        var update = update(1, Stage.IN_EXAMINATION, null, null);
        refused(400, exchange.update(id, UUID.randomUUID(), update));
        assertThat(subject.standsAt(id, Stage.ARRIVED, null)).isTrue();
    }

    // ---- helpers

    private List<UUID> waiting(Shelf shelf) {
        if (shelf == Shelf.FILL_EVENTS) {
            subject.awaitSteps();
        }
        return offered(shelf);
    }

    private List<UUID> offered(Shelf shelf) {
        return answer(shelf.pull(exchange, PortalExchange.MOST_AT_ONCE, 0));
    }

    private List<Consignment> ofApplication(UUID id) {
        return answer(exchange.consignments(PortalExchange.MOST_AT_ONCE, 0)).stream()
                .filter(one -> one.application().equals(id)).toList();
    }

    private void tell(UUID application, ApplicationUpdate update) {
        done(exchange.update(application, update.id(), update));
    }

    private void deliver(UUID application, UUID document, byte[] bytes, String name) {
        done(exchange.document(application, document, Sha256.hex(bytes),
                URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"), body(bytes)));
    }

    private void publishNext() {
        done(exchange.publish(PROCEDURE, newest + 1, version(definition(newest + 1))));
        newest++;
    }

    private static ApplicationUpdate update(long sequence, Stage stage, @Nullable Outcome outcome,
            @Nullable UUID document) {
        return new ApplicationUpdate(UUID.randomUUID(), sequence, Instant.now(), stage, "中央区役所", null, null, outcome,
                null, document);
    }

    private static PublishedVersion version(String definition) {
        return new PublishedVersion(definition, Sha256.hex(definition), Instant.now());
    }

    /** 児童手当, its title marked so that every number has content of its own. */
    private static String definition(int mark) {
        var procedure = SampleCatalogue.procedures().stream().filter(one -> one.id().value().equals(PROCEDURE))
                .findFirst().orElseThrow();
        var title = procedure.title().ja();
        return DefinitionFile.writeJson(procedure).replace("\"" + title + "\"", "\"" + title + " 第" + mark + "案\"");
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.getFirst();
    }

    static void refused(int status, Publisher<?> call) {
        assertThatThrownBy(() -> done(Mono.when(call))).isInstanceOfSatisfying(WebClientResponseException.class,
                answered -> assertThat(answered.getStatusCode().value()).isEqualTo(status));
    }
}
