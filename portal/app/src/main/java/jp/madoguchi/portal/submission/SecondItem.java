package jp.madoguchi.portal.submission;

import jp.madoguchi.portal.passphrase.Passphrase;
import jp.madoguchi.portal.passphrase.OwnWords;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.forms.japanese.NameKey;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.security.AttemptLimiter;
import jp.madoguchi.platform.attempt.AttemptPolicy;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.catalogue.Catalogue;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What is asked beside a mailed link before it opens an application: whoever reads the mailbox is not yet the applicant. The own
 * word where one was chosen; else the applicant's name, which no mail of ours says.
 */
@Component
public class SecondItem {

    private static final AttemptPolicy TRIES = new AttemptPolicy("link-proof", 5, Duration.ofMinutes(10));

    private final DatabaseClient database;
    private final HandedIn handedIn;
    private final Catalogue catalogue;
    private final Passphrase words;
    private final AttemptLimiter limiter;

    SecondItem(DatabaseClient database, HandedIn handedIn, Catalogue catalogue, Passphrase words,
            AttemptLimiter limiter) {
        this.database = database;
        this.handedIn = handedIn;
        this.catalogue = catalogue;
        this.words = words;
        this.limiter = limiter;
    }

    /**
     * Who may open an application that was handed in.
     *
     * @param account its account; then only that account
     * @param wordHash of the own word, null where none was chosen
     */
    public record Guard(UUID submission, ProcedureId procedure, int version, @Nullable UUID account,
            @Nullable String wordHash) {

        /** The same where the own word is what was forgotten: the name is asked for. */
        public Guard byName() {
            return new Guard(submission, procedure, version, account, null);
        }

        private boolean isOpenable() {
            return account != null || wordHash != null;
        }
    }

    /**
     * What guards an application.
     *
     * @throws Refusal.Gone (as error signal) if nothing can: its account was closed, and a name is known to many
     */
    public Mono<Guard> of(UUID submission) {
        return database.sql("select procedure, version, account, secret_hash from submission where id = :id")
                .bind("id", submission)
                .map(row -> new Guard(submission, new ProcedureId(Columns.required(row, "procedure", String.class)),
                        Columns.required(row, "version", Integer.class), row.get("account", UUID.class),
                        row.get("secret_hash", String.class)))
                .one().filter(Guard::isOpenable).switchIfEmpty(Mono.error(() -> new Refusal.Gone("account-closed",
                        "この申請のアカウントは削除されたため、オンラインでは表示できません。申請の状況は、受付番号を用意して、担当の窓口か電話でお確かめください。")));
    }

    /**
     * Whether the answer is right. Every answer counts as a try; a right one gives the tries back.
     *
     * @throws Refusal.TooMany (as error signal) after five wrong ones in a row
     */
    public Mono<Boolean> isRight(Guard guard, String typed) {
        var key = guard.submission().toString();
        var hash = guard.wordHash();
        var right = hash == null ? isName(guard, typed) : words.matches(typed, hash);
        return limiter.take(TRIES, key).then(right)
                .delayUntil(yes -> yes ? limiter.reset(TRIES, key) : Mono.empty());
    }

    /**
     * What an own word of the application may not be made of.
     *
     * @param receiptNumber of the application
     */
    public Mono<OwnWords> own(Guard guard, ReceiptNumber receiptNumber) {
        return edition(guard).flatMap(edition -> handedIn.latest(guard.submission(), edition))
                .map(latest -> OwnWords.of(latest.answers(), receiptNumber.digits()))
                .defaultIfEmpty(OwnWords.of(Answers.NONE, receiptNumber.digits()));
    }

    private Mono<Edition> edition(Guard guard) {
        return catalogue.edition(guard.procedure(), guard.version());
    }

    private Mono<Boolean> isName(Guard guard, String typed) {
        return edition(guard).flatMap(edition -> handedIn.latest(guard.submission(), edition)
                .map(latest -> latest.answers().get(edition.procedure().applicantName(), Answer.class)
                        .map(name -> names(name).anyMatch(known -> same(known, typed))).orElse(false)))
                .defaultIfEmpty(false);
    }

    private static Stream<String> names(Answer name) {
        return switch (name) {
            case Answer.Text text -> Stream.of(text.value());
            case Answer.PersonName person -> Stream.of(person.family() + person.given(),
                    Objects.requireNonNullElse(person.familyKana(), "")
                            + Objects.requireNonNullElse(person.givenKana(), ""));
            default -> Stream.empty();
        };
    }

    /** As a clerk finds it: nobody remembers with which of the variants of a character, in which width or kana it was typed. */
    private static boolean same(String known, String typed) {
        var name = NameKey.of(known);
        return !name.isEmpty() && name.equals(NameKey.of(typed));
    }
}
