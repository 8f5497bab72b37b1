package jp.madoguchi.portal.tracking;

import java.time.InstantSource;
import java.util.UUID;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.ApplicationUpdate.CorrectionRequest;
import jp.madoguchi.exchange.ApplicationUpdate.Outcome;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.correction.Corrections;
import jp.madoguchi.portal.notice.NoticeMails;
import jp.madoguchi.portal.submission.SubmissionStanding;
import jp.madoguchi.portal.submission.SubmissionStandings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes over what the back office tells of an application.
 */
@Component
public class Progress {

    private final SubmissionStandings standings;
    private final CorrespondenceStore correspondence;
    private final UpdateStore updates;
    private final TakingOut takingOut;
    private final DocumentStore documents;
    private final Corrections corrections;
    private final MailedLinks links;
    private final NoticeMails mails;
    private final TransactionalOperator transaction;
    private final JsonMapper json;
    private final InstantSource clock;

    Progress(SubmissionStandings standings, CorrespondenceStore correspondence, UpdateStore updates,
            TakingOut takingOut, DocumentStore documents,
            Corrections corrections, MailedLinks links, NoticeMails mails, TransactionalOperator transaction,
            JsonMapper json, InstantSource clock) {
        this.standings = standings;
        this.correspondence = correspondence;
        this.updates = updates;
        this.takingOut = takingOut;
        this.documents = documents;
        this.corrections = corrections;
        this.links = links;
        this.mails = mails;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Applies an update. Repeated, it changes nothing; overtaken by a later one, its words and document still count, its stage
     * does not.
     *
     * @throws Refusal.NotFound (as error signal) if there is no such application or document
     */
    public Mono<Void> take(UUID submission, ApplicationUpdate update) {
        return standings.find(submission)
                .switchIfEmpty(
                        Mono.error(() -> new Refusal.NotFound("no-such-application", "この申請はありません。")))
                .flatMap(standing -> updates
                        .insert(submission, update, json.writeValueAsString(update.discreet()), clock.instant())
                        .filter(Boolean::booleanValue).flatMap(fresh -> apply(standing, update)))
                .as(transaction::transactional);
    }

    private Mono<Void> apply(SubmissionStanding standing, ApplicationUpdate update) {
        var document = update.document();
        var message = update.message();
        var published = document == null
                ? Mono.<Void>empty()
                : documents.publish(document, standing.id(), clock.instant());
        var said = message == null || message.isBlank()
                ? Mono.<Void>empty()
                : correspondence.fromCity(update.id(), standing.id(), message, update.at());
        return published.then(takingOut.of(standing.id(), update.takenOut())).then(said)
                .then(standings.apply(standing.id(), update))
                .flatMap(counts -> counts ? moved(standing, update) : Mono.empty())
                .then(Mono.defer(() -> notify(standing, update)));
    }

    private Mono<Void> moved(SubmissionStanding of, ApplicationUpdate update) {
        var correction = update.correction();
        // Only a decision that is open again leads back from a notice.
        var standing = SubmissionStanding.isClosed(update.stage())
                ? Mono.<Void>empty()
                : documents.voidIssued(of.id(), clock.instant());
        return standing.then(correction(of, update, correction));
    }

    private Mono<Void> correction(SubmissionStanding standing, ApplicationUpdate update,
            @Nullable CorrectionRequest correction) {
        return update.stage() == Stage.AWAITING_CORRECTION && correction != null
                ? corrections.open(standing.id(), correction)
                : corrections.closeOpen(standing.id());
    }

    private Mono<Void> notify(SubmissionStanding before, ApplicationUpdate update) {
        if (update.correction() != null && update.message() == null) {
            return Mono.empty();
        }
        boolean decided = update.document() != null || update.outcome() != null && before.outcome() == null;
        if (!decided && update.message() == null) {
            return Mono.empty();
        }
        // Read again: the office may be another by now.
        return standings.find(before.id()).flatMap(now -> Mono.justOrEmpty(now.recipient()))
                .flatMap(to -> links.issue(MailedLinks.Purpose.TRACK, before.id()).flatMap(link -> {
                    if (!decided) {
                        return mails.messageArrived(to, update.id(), link);
                    }
                    return update.outcome() == Outcome.RECORDED
                            ? mails.recorded(to, update.id(), link)
                            : mails.decided(to, update.id(), link);
                }));
    }
}
