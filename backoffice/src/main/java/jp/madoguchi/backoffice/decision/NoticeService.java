package jp.madoguchi.backoffice.decision;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.forms.Sha256;
import jp.madoguchi.backoffice.casework.CaseAction;
import jp.madoguchi.backoffice.casework.CaseDocuments;
import jp.madoguchi.backoffice.casework.CaseMaterial.StoredDocument;
import jp.madoguchi.platform.pdf.Replaced;
import jp.madoguchi.backoffice.casework.CaseFile;
import jp.madoguchi.backoffice.casework.CaseHeader;
import jp.madoguchi.backoffice.casework.CaseMaterials;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.CaseService.Opened;
import jp.madoguchi.backoffice.casework.EventPayload;
import jp.madoguchi.backoffice.casework.Proposal;
import jp.madoguchi.backoffice.dispatch.Outbox;
import jp.madoguchi.backoffice.dispatch.OutgoingDocument;
import jp.madoguchi.backoffice.office.OfficePaper;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.pdf.Notice;
import jp.madoguchi.platform.pdf.PaperPrinter;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.store.ObjectStore;
import jp.madoguchi.platform.store.Stored;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Prints notices and issues them: a number is drawn, the PDF is printed and stored, and only then is the notice issued, in one
 * transaction with the outgoing document. Breaking off anywhere leaves a decided case whose notice can be issued again, under the
 * same number.
 */
@Component
public class NoticeService {

    private static final long LARGEST_BYTES = 16L * 1024 * 1024;
    private static final DefaultDataBufferFactory BUFFERS = new DefaultDataBufferFactory();

    private final CaseService cases;
    private final CaseMaterials materials;
    private final Offices offices;
    private final PaperPrinter printer;
    private final ObjectStore store;
    private final Outbox outbox;
    private final CaseDocuments documents;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final NoticeSettings settings;
    private final BusinessCalendar calendar;
    private final InstantSource clock;

    NoticeService(CaseService cases, CaseMaterials materials, Offices offices, PaperPrinter printer, ObjectStore store,
            Outbox outbox, CaseDocuments documents, DatabaseClient database, TransactionalOperator transaction,
            NoticeSettings settings,
            BusinessCalendar calendar, InstantSource clock) {
        this.calendar = calendar;
        this.cases = cases;
        this.materials = materials;
        this.offices = offices;
        this.printer = printer;
        this.store = store;
        this.outbox = outbox;
        this.documents = documents;
        this.database = database;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** The notice as it would look, without a number. */
    public Mono<byte[]> preview(Opened opened, Proposal decision) {
        return letter(opened.header(), opened.file(), decision, NoticeText.NO_NUMBER, today())
                .flatMap(printer::print);
    }

    /** What of the notice cannot be printed as written; a letter that cannot be written at all says so when it is tried. */
    public Mono<List<Replaced>> replaced(CaseHeader header, CaseFile file, Proposal decision) {
        return letter(header, file, decision, NoticeText.NO_NUMBER, today())
                .map(printer::replaced).onErrorReturn(Refusal.class, List.of());
    }

    /** The same of a name to which a notice goes. */
    public List<Replaced> replaced(String name) {
        return printer.replaced("宛名", name);
    }

    /** Issues the notice of a decided case. */
    public Mono<Opened> issue(UUID id, Staff staff) {
        // A number that is drawn is used up: nobody without the right comes that far.
        return cases.allow(id, staff, CaseAction.ISSUE).then(cases.look(id, staff)).flatMap(opened -> {
            var decision = opened.file().proposal();
            if (decision == null || !opened.file().state().isDecided()) {
                return Mono.error(new Refusal.Conflict("not-decided", "決裁が済むまで、通知書は交付できません。"));
            }
            return reserve(opened).flatMap(reserved -> letter(opened.header(), opened.file(), decision,
                    reserved.number(), reserved.day())
                    .flatMap(letter -> printer.print(letter)
                            .flatMap(pdf -> keep(reserved, pdf)
                                    .flatMap(stored -> issue(opened, staff, reserved, letter, stored)))));
        });
    }

    /**
     * Hands the notice that waits for the post over electronically: the same paper under the same number. Only while the applicant agrees,
     * and before it is posted; of two who do different things with it, the first one's counts.
     */
    public Mono<Opened> deliver(UUID id, Staff staff) {
        return cases.make(id, staff, CaseAction.DELIVER, (file, now) -> file.delivery().deliver(staff, now), done -> {
            if (!(done.file().history().getLast().what() instanceof EventPayload.NoticeIssued issued)) {
                return Mono.error(new IllegalStateException("delivered without a notice"));
            }
            return documents.storeKey(issued.document()).flatMap(key -> outbox.document(done.header().application(),
                    new OutgoingDocument(issued.document(), key, issued.sha256(), issued.name())));
        });
    }

    private record Reserved(UUID document, String number, LocalDate day) {}

    /** The same number for the same decision, however often it is tried. */
    private Mono<Reserved> reserve(Opened opened) {
        int decision = decisionOf(opened.file());
        var existing = database.sql("""
                select document_id, number, issued_on from notice_reservation
                where case_id = :case and decision = :decision
                """).bind("case", opened.file().id()).bind("decision", decision)
                .map(row -> new Reserved(row.get("document_id", UUID.class), row.get("number", String.class),
                        row.get("issued_on", LocalDate.class)))
                .one();
        return existing.switchIfEmpty(Mono.defer(
                () -> transaction.transactional(draw(opened.file(), decision)).then(existing)));
    }

    private Mono<Void> draw(CaseFile file, int decision) {
        var today = today();
        int fiscalYear = DocumentNumber.fiscalYear(today);
        var next = database.sql("""
                insert into notice_number (office, fiscal_year, last) values (:office, :year, 1)
                on conflict (office, fiscal_year) do update set last = notice_number.last + 1 returning last
                """).bind("office", file.office()).bind("year", fiscalYear).map(row -> row.get("last", Integer.class))
                .one();
        return offices.paper(file.office()).zipWith(next).flatMap(drawn -> database.sql("""
                insert into notice_reservation (case_id, decision, document_id, number, issued_on)
                values (:case, :decision, :document, :number, :day) on conflict (case_id, decision) do nothing
                """).bind("case", file.id()).bind("decision", decision).bind("document", UUID.randomUUID())
                .bind("number",
                        DocumentNumber.written(fiscalYear, drawn.getT1().mark(), drawn.getT2()))
                .bind("day", today).then());
    }

    /** Sequence of the decision in the case's events: a case decided anew gets a new notice. */
    private static int decisionOf(CaseFile file) {
        return file.history().stream().filter(event -> event.what() instanceof EventPayload.Decided)
                .mapToInt(event -> event.sequence()).max().orElse(0);
    }

    private Mono<Notice> letter(CaseHeader header, CaseFile file, Proposal decision, String number, LocalDate day) {
        return Mono.zipDelayError(materials.of(header), office(file))
                .map(read -> new NoticeText(header, read.getT1(), read.getT2(), settings,
                        calendar::isBusinessDay)
                        .letter(decision, number, day));
    }

    private Mono<OfficePaper> office(CaseFile file) {
        return offices.paper(file.office())
                .defaultIfEmpty(OfficePaper.of(file.office(), file.office()));
    }

    private Mono<Stored> keep(Reserved reserved, byte[] pdf) {
        return store.put("notices/" + reserved.document() + "/" + Sha256.hex(pdf),
                Flux.just(BUFFERS.wrap(pdf)), "application/pdf", LARGEST_BYTES);
    }

    private Mono<Opened> issue(Opened opened, Staff staff, Reserved reserved, Notice letter, Stored stored) {
        var name = letter.title() + ".pdf";
        var issued = new EventPayload.NoticeIssued(reserved.document(), reserved.number(), name, stored.sha256());
        // What is not agreed to is not put on the portal (デジタル手続法7条1項ただし書): it goes by post, and the case stays open until then.
        // What the applicant said last is asked of the case as it is moved, not of what was read before the letter was made.
        boolean atArrival = opened.header().electronicNotice();
        var toPost = new EventPayload.NoticeToPost(reserved.document(), reserved.number(), name, stored.sha256());
        return cases.make(opened.file().id(), staff, CaseAction.ISSUE, (file, now) -> {
            if (file.delivery().isElectronic(atArrival)) {
                file.delivery().issue(staff, issued, now);
            } else {
                file.delivery().prepareForPost(staff, toPost, now);
            }
        },
                done -> documents.add(done.file().id(), new StoredDocument(reserved.document(), reserved.number(), name,
                        stored.size(), stored.key(), clock.instant()), stored.sha256())
                        .then(done.file().delivery().isElectronic(atArrival)
                                ? outbox.document(done.header().application(),
                                        new OutgoingDocument(reserved.document(), stored.key(), stored.sha256(), name))
                                : Mono.empty()));
    }

    private LocalDate today() {
        return BusinessCalendar.dayOf(clock.instant());
    }

}
