package jp.madoguchi.portal.application;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.platform.background.PeriodicWork;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.notice.NoticeMails;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
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
    private final MailedLinks links;
    private final NoticeMails mails;
    private final TransactionalOperator transaction;
    private final Clock clock;

    CorrectionReminders(DatabaseClient database, MailedLinks links, NoticeMails mails,
            TransactionalOperator transaction, Clock clock) {
        super(EVERY);
        this.database = database;
        this.links = links;
        this.mails = mails;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Due(UUID request, UUID submission, UUID draft, String mail, String language, String receiptNumber,
            LocalDate answerBy) {}

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
                update correction_request c set %1$s = c.answer_by from draft d, submission s
                where c.id in (select c.id from correction_request c
                        where c.answered_at is null and c.closed_at is null and %2$s
                            and c.%1$s is distinct from c.answer_by
                            and (c.asked_at at time zone 'Asia/Tokyo')::date < c.answer_by - %3$d
                        order by c.answer_by limit %4$d for update skip locked)
                    and d.correction_id = c.id and d.closed_at is null and s.id = c.submission_id and s.mail is not null
                returning c.id, c.submission_id, d.id as draft, s.mail, s.language, s.receipt_number, c.answer_by
                """.formatted(column, condition, when.equals("before") ? DAYS_BEFORE : 0, AT_ONCE))
                .bind("today", today).bind("soon", today.plusDays(DAYS_BEFORE))
                .map(row -> new Due(Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("submission_id", UUID.class)),
                        Objects.requireNonNull(row.get("draft", UUID.class)),
                        Objects.requireNonNull(row.get("mail", String.class)),
                        Objects.requireNonNull(row.get("language", String.class)),
                        Objects.requireNonNull(row.get("receipt_number", String.class)),
                        Objects.requireNonNull(row.get("answer_by", LocalDate.class))))
                .all().collectList();
        return claimed.flatMapIterable(due -> due)
                .concatMap(due -> links.issue(MailedLinks.Purpose.CORRECT, due.draft())
                        .flatMap(link -> mails.correctionDue(due.mail(), due.language(), when, due.submission(),
                                due.request(),
                                due.answerBy(), new ReceiptNumber(due.receiptNumber()).grouped(), link))
                        .thenReturn(due))
                .count().as(transaction::transactional);
    }
}
