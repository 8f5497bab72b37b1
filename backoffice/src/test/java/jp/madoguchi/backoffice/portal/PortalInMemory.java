package jp.madoguchi.backoffice.portal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jp.madoguchi.backoffice.TestApplications;
import jp.madoguchi.exchange.ApplicationUpdate.Outcome;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.exchange.ProcedureFigures;
import jp.madoguchi.testkit.exchange.Subject;
import org.jspecify.annotations.Nullable;

/** The portal in memory under the exchange's contract. */
final class PortalInMemory implements Subject {

    private static final String PROCEDURE = "jido-teate";

    private final FakePortal portal = FakePortal.start();
    private final Map<UUID, Consignment.Submitted> handedIn = new ConcurrentHashMap<>();

    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();

    @Override
    public String address() {
        return portal.address();
    }

    @Override
    public String token() {
        return FakePortal.TOKEN;
    }

    @Override
    public String tokenWithoutScope() {
        return FakePortal.TOKEN_WITHOUT_SCOPE;
    }

    @Override
    public Arrival handIn() {
        var bytes = TestApplications.bytes("not really a picture " + UUID.randomUUID());
        var attachment = TestApplications.attachment("免許証.png", bytes);
        int version = portal.shelf().newest(PROCEDURE);
        var content = Objects.requireNonNull(portal.published().get(PROCEDURE + "/" + version));
        var basis = TestApplications.childAllowance(attachment);
        var submitted = new Consignment.Submitted(basis.id(), basis.application(), basis.at(), basis.receiptNumber(),
                PROCEDURE, version, content.contentHash(), basis.answers(), basis.attachments(), "ja", true,
                basis.mail());
        portal.hold(attachment.id(), bytes);
        var fill = UUID.randomUUID();
        portal.offer(step(fill, FillEvent.Type.OPENED, version));
        portal.offer(step(fill, FillEvent.Type.SUBMITTED, version));
        portal.offer(submitted);
        handedIn.put(submitted.application(), submitted);
        return new Arrival(submitted.application(), bytes);
    }

    @Override
    public void begin() {
        portal.begin(PROCEDURE);
    }

    @Override
    public void awaitSteps() {
        // They are there at once.
    }

    @Override
    public String whyNotBegun() {
        var standing = portal.standings().get(PROCEDURE);
        return standing == null ? "" : Objects.requireNonNullElse(standing.reason(), "");
    }

    private static FillEvent step(UUID fill, FillEvent.Type type, int version) {
        return new FillEvent(UUID.randomUUID(), fill, Instant.now(), type, PROCEDURE, version, null, List.of(), null,
                false, FillEvent.Device.PHONE, "ja", FillEvent.Channel.ONLINE);
    }

    @Override
    public void write(UUID application, String text) {
        portal.offer(new Consignment.MessageSent(UUID.randomUUID(), application, Instant.now(), text));
    }

    @Override
    public void correct(UUID application) {
        var asked = Objects.requireNonNull(portal.applicants().standing(application)).correction();
        portal.offer(TestApplications.corrected(Objects.requireNonNull(handedIn.get(application)),
                Objects.requireNonNull(asked).id(), TestApplications.hanako()));
    }

    @Override
    public void withdraw(UUID application, String reason) {
        portal.offer(new Consignment.Withdrawn(UUID.randomUUID(), application, Instant.now(), reason));
    }

    @Override
    public void chooseNoticeWay(UUID application, boolean electronic) {
        portal.offer(new Consignment.NoticeWayChosen(UUID.randomUUID(), application, Instant.now(), electronic));
    }

    @Override
    public boolean standsAt(UUID application, Stage stage, @Nullable Outcome outcome) {
        var latest = portal.applicants().standing(application);
        return latest == null
                ? stage == Stage.ARRIVED && outcome == null
                : latest.stage() == stage && latest.outcome() == outcome;
    }

    @Override
    public List<String> messages(UUID application) {
        return portal.updatesOf(application).stream().map(update -> Objects.requireNonNullElse(update.message(), ""))
                .filter(message -> !message.isEmpty())
                .toList();
    }

    @Override
    public String cityName() {
        var city = portal.city();
        return city == null ? "" : city.name();
    }

    @Override
    public boolean tells(ProcedureFigures figures) {
        return figures.equals(portal.figures().get(PROCEDURE));
    }

    @Override
    public List<Paper> papers(UUID application) {
        portal.applicants().announced(application).stream().filter(taken::add)
                .forEach(document -> portal.offer(new Consignment.NoticeOpened(UUID.randomUUID(), application,
                        Instant.now(), document, true)));
        return portal.applicants().shown(application).stream().map(paper -> new Paper(paper.name(), paper.content()))
                .toList();
    }

    @Override
    public void close() {
        portal.close();
    }
}
