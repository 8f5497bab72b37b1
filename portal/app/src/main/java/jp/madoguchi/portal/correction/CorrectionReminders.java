package jp.madoguchi.portal.correction;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import jp.madoguchi.platform.background.PeriodicWork;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.draft.DraftStore;
import jp.madoguchi.portal.notice.NoticeMails;
import jp.madoguchi.portal.submission.SubmissionStanding;
import jp.madoguchi.portal.submission.SubmissionStandings;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reminds applicants of a correction that is asked of them: once before its last day and once after it. Any number of nodes may
 * do so; each reminder is noted in the transaction that mails it.
 */
@Component
class CorrectionReminders extends PeriodicWork {

    /** Days before the last day on which the first reminder goes out. */
    private static final int DAYS_BEFORE = 3;
    private static final int AT_ONCE = 200;
    private static final Duration EVERY = Duration.ofMinutes(15);

    private final DatabaseClient database;
    private final SubmissionStandings submissions;
    private final DraftStore drafts;
    private final MailedLinks links;
    private final NoticeMails mails;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    CorrectionReminders(DatabaseClient database, SubmissionStandings submissions, DraftStore drafts,
            MailedLinks links, NoticeMails mails,
            TransactionalOperator transaction, InstantSource clock) {
        super(EVERY);
        this.database = database;
        this.submissions = submissions;
        this.drafts = drafts;
        this.links = links;
        this.mails = mails;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Due(UUID request, UUID submission, LocalDate answerBy) {}

    @Override
    protected Mono<?> round() {
        var today = BusinessCalendar.dayOf(clock.instant());
        return reminded("before", "c.answer_by between :today and :soon", today)
                .then(reminded("after", "c.answer_by < :today and c.answer_by <= :soon", today));
    }

    /** A request asked for shortly before its last day was a reminder itself. */
    private Mono<Long> reminded(String when, String condition, LocalDate today) {
        var column = "reminded_" + when;
        var claimed = database.sql("""
                update correction_request c set %1$s = c.answer_by
                where c.id in (select c.id from correction_request c
                        where c.answered_at is null and c.closed_at is null and %2$s
                            and c.%1$s is distinct from c.answer_by
                            and (c.asked_at at time zone 'Asia/Tokyo')::date < c.answer_by - %3$d
                        order by c.answer_by limit %4$d for update skip locked)
                returning c.id, c.submission_id, c.answer_by
                """.formatted(column, condition, when.equals("before") ? DAYS_BEFORE : 0, AT_ONCE))
                .bind("today", today).bind("soon", today.plusDays(DAYS_BEFORE))
                .map(row -> new Due(Columns.required(row, "id", UUID.class),
                        Columns.required(row, "submission_id", UUID.class),
                        Columns.required(row, "answer_by", LocalDate.class)))
                .all().collectList();
        return claimed.flatMap(all -> drafts.answering(all.stream().map(Due::request).toList())
                .flatMapMany(open -> Flux.fromIterable(all)
                        .concatMap(due -> Mono.justOrEmpty(open.get(due.request()))
                                .flatMap(draft -> submissions.find(due.submission())
                                        .flatMap(standing -> mail(when, due, standing, draft)))))
                .count()).as(transaction::transactional);
    }

    /** Nobody is told who gave no address. */
    private Mono<Due> mail(String when, Due due, SubmissionStanding standing, UUID draft) {
        return Mono.justOrEmpty(standing.recipient())
                .flatMap(to -> links.issue(MailedLinks.Purpose.CORRECT, draft)
                        .flatMap(link -> mails.correctionDue(to, when, due.request(), due.answerBy(), link))
                        .thenReturn(due));
    }
}
