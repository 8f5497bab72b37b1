package jp.madoguchi.portal.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import io.r2dbc.spi.Readable;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.token.SecretToken;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Secrets that are only ever sent by mail. They lead to a draft, an application, or a correction request; what is asked beside
 * them is for those who open. Usable until they expire or are revoked, because mail programs open links to look at them.
 */
@Component
public class MailedLinks {

    private static final Duration TOLD = Duration.ofDays(30);

    private final DatabaseClient database;
    private final LinkSettings settings;
    private final InstantSource clock;

    MailedLinks(DatabaseClient database, LinkSettings settings, InstantSource clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    public enum Purpose {
        RESUME, TRACK, CORRECT, WORD;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A new link; the secret itself is known only to the mail. */
    public Mono<SecretToken> issue(Purpose purpose, UUID subject) {
        var token = SecretToken.create();
        var now = clock.instant();
        return database.sql("""
                insert into mailed_link (token_hash, purpose, subject, created_at, expires_at)
                values (:hash, :purpose, :subject, :now, :expires)""").bind("hash", token.hash())
                .bind("purpose", purpose.code()).bind("subject", subject).bind("now", now)
                .bind("expires", now.plus(settings.of(purpose))).then().thenReturn(token);
    }

    /**
     * The part of a statement that issues a link to what a preceding {@code with} query returned as {@code id}. Its parameters are those of
     * {@link #bind}; the secret itself is known only to the mail.
     */
    public static String issuedAfter(String query) {
        return "insert into mailed_link (token_hash, purpose, subject, created_at, expires_at) "
                + "select :link, :link_purpose, id, :link_at, :link_expires from " + query;
    }

    public GenericExecuteSpec bind(GenericExecuteSpec statement, Purpose purpose, SecretToken token) {
        var now = clock.instant();
        return statement.bind("link", token.hash()).bind("link_purpose", purpose.code()).bind("link_at", now)
                .bind("link_expires", now.plus(settings.of(purpose)));
    }

    /**
     * What the secret opens.
     *
     * @throws Refusal.NotFound (as error signal) if there is no such link
     * @throws Refusal.Gone if it has expired
     */
    public Mono<UUID> open(Purpose purpose, String presented) {
        return Mono.justOrEmpty(SecretToken.parse(presented))
                .flatMap(token -> database
                        .sql("select subject, expires_at from mailed_link where token_hash = :hash and purpose = :purpose")
                        .bind("hash", token.hash()).bind("purpose", purpose.code()).map(MailedLinks::link).one())
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-link",
                        "このリンクは正しくありません。メールのリンクが途中で切れていないか確認し、リンク全体を開いてください。")))
                .map(link -> {
                    if (link.expiresAt().isBefore(clock.instant())) {
                        throw new Refusal.Gone("link-expired",
                                "このリンクの有効期限は切れました。お手数ですが、新しいリンクを受け取るか、はじめからお手続きください。");
                    }
                    return link.subject();
                });
    }

    /** Makes every link to these drafts and applications worthless. New mails bring new ones. */
    public Mono<Void> revoke(Collection<UUID> subjects) {
        return database.sql("delete from mailed_link where subject = any(:subjects)")
                .bind("subjects", subjects.toArray(UUID[]::new)).then();
    }

    /** Removes what ended a month before; until then whoever comes is told so. */
    public Mono<Void> removeExpired(Instant now) {
        return database.sql("delete from mailed_link where expires_at < :before")
                .bind("before", now.minus(TOLD)).then();
    }

    private record Link(UUID subject, Instant expiresAt) {}

    private static Link link(Readable row) {
        return new Link(Columns.required(row, "subject", UUID.class),
                Columns.required(row, "expires_at", Instant.class));
    }
}
