package jp.madoguchi.exchange;

import java.util.List;
import java.util.UUID;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the portal offers to the back office. Every call is initiated from inside the city's network, authenticated by
 * OAuth 2.0 client credentials (scope {@code exchange}), and safe to repeat. The portal implements it, the back office
 * calls it.
 *
 * <p>
 * Handing over is at-least-once: a consignment is offered until it is acknowledged, one by one, because a cursor over a
 * sequence would skip rows that commit out of order. The receiver tells repeats by the consignment's id.
 *
 * <p>
 * Refusals are HTTP statuses: 401 without a good token, 403 without the scope, 400 for arguments out of range or malformed,
 * and what each call says. What is refused is not kept, not even in part. The suite {@code PortalExchangeContract} of the
 * test kit holds every implementation to all this.
 */
@HttpExchange(url = "/exchange/v1")
public interface PortalExchange {

    /** Most consignments or fill events in one answer. */
    int MOST_AT_ONCE = 500;

    /** Longest time a pull may wait for something to arrive, in seconds. */
    int LONGEST_WAIT_SECONDS = 30;

    /** How the portal is set up now. */
    @GetExchange("/state")
    Mono<PortalState> state();

    /**
     * Tells what the city is called, whom to ask, which wards and offices it has. A revision that is not above the one that stands there
     * changes nothing; what is no city is refused (422), a revision below 1 as well (400).
     */
    @PutExchange("/city")
    Mono<Void> city(@RequestBody CityDescription content);

    /**
     * Publishes an immutable version; from then on new drafts use the highest one, and those begun before are taken over into it
     * when somebody opens them next. Repeating the same content is no change;
     * other content under the same number is refused (409); content that does not match its hash, cannot be read or defines
     * another procedure as well (422).
     */
    @PutExchange("/procedures/{procedure}/versions/{version}")
    Mono<Void> publish(@PathVariable String procedure, @PathVariable int version,
            @RequestBody PublishedVersion content);

    /**
     * Pauses a procedure, withdraws it, or takes it again. Nobody begins it meanwhile; what was begun can be handed in until the day
     * said and is kept as long as any other; what was handed in goes on. A decision made before the one that stands there changes
     * nothing; a procedure of which no version was published is refused (404), parts that do not fit one another (400).
     */
    @PutExchange("/procedures/{procedure}/standing")
    Mono<Void> standing(@PathVariable String procedure, @RequestBody ProcedureStanding content);

    /**
     * How many applications are being filled in, by the version they stand in, the oldest first; corrections, which stay in
     * their version, are not among them. A procedure of which no version was published is refused (404).
     */
    @GetExchange("/procedures/{procedure}/drafts")
    Mono<List<DraftCount>> drafts(@PathVariable String procedure);

    /**
     * Tells applicants how long a procedure takes. Figures counted before those that stand there change nothing; a procedure of
     * which no version was published is refused (404), figures of too few or that cannot be (400).
     */
    @PutExchange("/procedures/{procedure}/figures")
    Mono<Void> figures(@PathVariable String procedure, @RequestBody ProcedureFigures content);

    /**
     * Unacknowledged consignments, oldest first; waits up to {@code waitSeconds} (0 to {@value #LONGEST_WAIT_SECONDS})
     * for the first one.
     *
     * @param limit 1 to {@value #MOST_AT_ONCE}
     */
    @GetExchange("/consignments")
    Mono<List<Consignment>> consignments(@RequestParam int limit, @RequestParam int waitSeconds);

    /** Confirms that these are durably received; unknown or already confirmed ids are no error. */
    @PostExchange("/consignments/acknowledgements")
    Mono<Void> acknowledgeConsignments(@RequestBody Acknowledgement received);

    /** The bytes of an attachment named by a consignment; 404 where there is none. */
    @GetExchange(url = "/attachments/{attachment}", accept = "application/octet-stream")
    Flux<DataBuffer> attachment(@PathVariable UUID attachment);

    /** Unacknowledged fill events, oldest first; arguments as for {@link #consignments}. */
    @GetExchange("/fill-events")
    Mono<List<FillEvent>> fillEvents(@RequestParam int limit, @RequestParam int waitSeconds);

    @PostExchange("/fill-events/acknowledgements")
    Mono<Void> acknowledgeFillEvents(@RequestBody Acknowledgement received);

    /**
     * Applications whose applicants mail does not reach at present, those of the longest time first, at most
     * {@value #MOST_AT_ONCE}. An application is in it until a mail to its address arrives, or its address is corrected.
     */
    @GetExchange("/unreached-applicants")
    Mono<List<UnreachedApplicant>> unreachedApplicants();

    /**
     * Mails that reached nobody, those of the last hours first, at most {@value #MOST_AT_ONCE} batches.
     */
    @GetExchange("/mails/lost")
    Mono<List<LostMails>> lostMails();

    /**
     * Sends lost mails once more, each to the address it had. A repeated call sends nothing twice; batches of which nothing is left are no
     * error. More than {@value #MOST_AT_ONCE} batches are refused (400).
     */
    @PostExchange("/mails/resending")
    Mono<MailResend.Resent> resendMails(@RequestBody MailResend wanted);

    /**
     * Stores a document for the applicant (a notice) before the update that announces it; nobody sees it until then.
     * Idempotent on the id; other content or another application under the same id is refused (409), an unknown application
     * as well (404).
     *
     * @param sha256 lower-case hex; bytes that do not match are refused (422) and not kept
     * @param name the file name offered to the applicant, percent-encoded UTF-8
     */
    @PutExchange(url = "/applications/{application}/documents/{document}", contentType = "application/pdf")
    Mono<Void> document(@PathVariable UUID application, @PathVariable UUID document,
            @RequestHeader("X-Content-SHA256") String sha256, @RequestHeader("X-Document-Name") String name,
            @RequestBody Flux<DataBuffer> content);

    /**
     * Tells the applicant where the application stands. Idempotent on the update's id. Of an update overtaken by one of a
     * higher sequence the words and the document still count, the stage does not. One that leads back from a decided stage to an
     * open one takes the decision up again: the outcome is open, and the documents issued before are shown as void. The same
     * correction request with another day moves its day. Texts that were taken out leave every message. An unknown application, or a document that
     * was not stored beforehand for this application, is refused (404).
     */
    @PutExchange("/applications/{application}/updates/{update}")
    Mono<Void> update(@PathVariable UUID application, @PathVariable UUID update,
            @RequestBody ApplicationUpdate content);
}
