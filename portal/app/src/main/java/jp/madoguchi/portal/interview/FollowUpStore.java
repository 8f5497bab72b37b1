package jp.madoguchi.portal.interview;

import java.time.Instant;
import java.util.UUID;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.draft.DraftStore;
import jp.madoguchi.portal.draft.DraftStore.Followed;
import jp.madoguchi.portal.submission.SubmissionStandings;
import jp.madoguchi.portal.submission.SubmissionStandings.Became;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What was begun from an interview. Each is told with whether this visitor may open it: whoever came by the interview's mailed link
 * may not open what was begun elsewhere.
 */
@Component
class FollowUpStore {
    private final DatabaseClient database;
    private final DraftStore drafts;
    private final SubmissionStandings submissions;

    FollowUpStore(DatabaseClient database, DraftStore drafts, SubmissionStandings submissions) {
        this.database = database;
        this.drafts = drafts;
        this.submissions = submissions;
    }

    /**
     * An application begun from the interview.
     *
     * @param submission null while it is not handed in
     * @param receiptNumber of the submission; null while there is none
     * @param mine whether this visitor may open the draft
     * @param trackable whether this visitor may open the submission
     */
    record Begun(UUID draft, String followUp, @Nullable UUID submission, @Nullable ReceiptNumber receiptNumber,
            boolean mine,
            boolean trackable) {}

    /** Open and handed-in ones, not withdrawn ones; in the order in which they were begun. */
    Flux<Begun> of(UUID interview, Visitor visitor, Instant now) {
        // Drafts first: one that is handed in between the two is found handed in.
        return drafts.followed(interview, visitor, now).collectList()
                .flatMapMany(begun -> submissions
                        .ofDrafts(begun.stream().map(Followed::draft).toList(), visitor, now)
                        .collectMap(Became::draft)
                        .flatMapIterable(became -> begun.stream()
                                .filter(one -> !became.containsKey(one.draft()) || !became.get(one.draft()).withdrawn())
                                .map(one -> begun(one, became.get(one.draft()))).toList()));
    }

    private static Begun begun(Followed draft, @Nullable Became became) {
        return became == null
                ? new Begun(draft.draft(), draft.followUp(), null, null, draft.mine(), false)
                : new Begun(draft.draft(), draft.followUp(), became.submission(), became.receiptNumber(), draft.mine(),
                        became.mine());
    }

    /** Two clicks at once must not begin two applications; to be called in the transaction that begins one. */
    Mono<Void> oneAtATime(UUID interview, String followUp) {
        return database.sql("select pg_advisory_xact_lock(hashtext('follow:' || :interview || '/' || :follow))")
                .bind("interview", interview.toString()).bind("follow", followUp).fetch().rowsUpdated().then();
    }
}
