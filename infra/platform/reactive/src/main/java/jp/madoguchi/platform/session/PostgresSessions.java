package jp.madoguchi.platform.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.database.Maybe;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.session.ReactiveSessionRepository;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/** The session table. Rows are written when something changed, and touched at most once per {@code touchEvery}. */
final class PostgresSessions implements ReactiveSessionRepository<StoredSession>, SignedInSessions {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSessions.class);
    private static final String SECURITY_CONTEXT = "SPRING_SECURITY_CONTEXT";
    private static final int REBASES = 5;

    private final DatabaseClient db;
    private final SessionJson json;
    private final SessionSettings settings;
    private final InstantSource clock;

    PostgresSessions(DatabaseClient db, SessionJson json, SessionSettings settings, InstantSource clock) {
        this.db = db;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Mono<StoredSession> createSession() {
        return Mono.fromSupplier(
                () -> StoredSession.fresh(SessionIds.create(), json.none(), clock.instant(), settings.idle()));
    }

    @Override
    public Mono<StoredSession> findById(String id) {
        return db.sql("""
                select content, version, created_at, accessed_at, idle_seconds from http_session
                where id_hash = :id and expires_at > :now and content is not null
                """)
                .bind("id", SessionIds.hash(id))
                .bind("now", at(clock.instant()))
                .map(row -> new Row(Columns.required(row, "content", byte[].class),
                        Columns.required(row, "version", Long.class),
                        Columns.required(row, "created_at", Instant.class),
                        Columns.required(row, "accessed_at", Instant.class),
                        Duration.ofSeconds(Columns.required(row, "idle_seconds", Long.class))))
                .one()
                .flatMap(row -> revive(id, row));
    }

    private Mono<StoredSession> revive(String id, Row row) {
        try {
            return Mono.just(StoredSession.read(id, json.read(row.content()), row.created(), row.accessed(), row.idle(),
                    row.version()));
        } catch (SessionJson.TooNew newer) {
            LOG.debug("a session is left to nodes of a newer release: {}", newer.getMessage());
            return Mono.empty();
        } catch (JacksonException | IllegalArgumentException unreadable) {
            LOG.warn("an unreadable session was dropped: {}", unreadable.getClass().getName());
            return deleteById(id).then(Mono.empty());
        }
    }

    @Override
    public Mono<Void> save(StoredSession session) {
        String readId = session.readId();
        if (readId == null) {
            return insert(session);
        }
        if (session.changed()) {
            return update(session, readId, REBASES);
        }
        Instant before = session.readAccess();
        boolean stale = before == null
                || Duration.between(before, session.getLastAccessedTime()).compareTo(settings.touchEvery()) >= 0;
        return stale ? touch(session, readId) : Mono.empty();
    }

    private Mono<Void> insert(StoredSession session) {
        return principal(
                db.sql("""
                        insert into http_session (id_hash, principal, sign_in, content, created_at, accessed_at, idle_seconds, expires_at)
                        values (:id, :principal, :signIn, :content, :created, :accessed, :idle, :expires)
                        on conflict (id_hash) do update set principal = excluded.principal, sign_in = excluded.sign_in, content = excluded.content,
                            accessed_at = excluded.accessed_at, idle_seconds = excluded.idle_seconds,
                            expires_at = excluded.expires_at, version = http_session.version + 1
                        """),
                session)
                .bind("id", SessionIds.hash(session.getId()))
                .bind("content", session.attributes().bytes())
                .bind("created", at(session.getCreationTime()))
                .bind("accessed", at(session.getLastAccessedTime()))
                .bind("idle", session.getMaxInactiveInterval().toSeconds())
                .bind("expires", at(expiry(session)))
                .then();
    }

    private Mono<Void> update(StoredSession session, String readId, int rebasesLeft) {
        return principal(
                db.sql("""
                        update http_session set id_hash = :id, principal = :principal, sign_in = :signIn, content = :content,
                            accessed_at = :accessed, idle_seconds = :idle, expires_at = :expires, version = version + 1
                        where id_hash = :read and version = :version
                        """),
                session)
                .bind("id", SessionIds.hash(session.getId()))
                .bind("content", session.attributes().bytes())
                .bind("accessed", at(session.getLastAccessedTime()))
                .bind("idle", session.getMaxInactiveInterval().toSeconds())
                .bind("expires", at(expiry(session)))
                .bind("read", SessionIds.hash(readId))
                .bind("version", session.version())
                .fetch()
                .rowsUpdated()
                .flatMap(count -> count > 0 ? Mono.empty() : rebase(session, readId, rebasesLeft));
    }

    /** Two requests of one visitor ran at once: read again, lay our changes on top, write again. */
    private Mono<Void> rebase(StoredSession session, String readId, int rebasesLeft) {
        if (rebasesLeft == 0) {
            return Mono.error(new IllegalStateException("a session is written to faster than it can be saved"));
        }
        // Gone meanwhile: signed out in another tab. It stays gone.
        return findById(readId).flatMap(newer -> {
            session.rebase(newer.attributes(), newer.version());
            return update(session, readId, rebasesLeft - 1);
        });
    }

    private Mono<Void> touch(StoredSession session, String readId) {
        return db.sql("update http_session set accessed_at = :accessed, expires_at = :expires where id_hash = :id")
                .bind("accessed", at(session.getLastAccessedTime()))
                .bind("expires", at(expiry(session)))
                .bind("id", SessionIds.hash(readId))
                .then();
    }

    @Override
    public Mono<Void> deleteById(String id) {
        return db.sql("delete from http_session where id_hash = :id").bind("id", SessionIds.hash(id)).then();
    }

    @Override
    public Mono<Long> endAllOf(String principal) {
        return db.sql("delete from http_session where principal = :principal")
                .bind("principal", principal)
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Long> endSignIn(String signIn) {
        return db.sql("delete from http_session where sign_in = :signIn").bind("signIn", signIn).fetch().rowsUpdated();
    }

    /** Removes what has expired; how many rows went. */
    Mono<Long> removeExpired() {
        return db.sql("delete from http_session where expires_at <= :now")
                .bind("now", at(clock.instant()))
                .fetch()
                .rowsUpdated();
    }

    private Instant expiry(StoredSession session) {
        Instant idle = session.getLastAccessedTime().plus(session.getMaxInactiveInterval());
        Instant longest = session.getCreationTime().plus(settings.longest());
        return idle.isBefore(longest) ? idle : longest;
    }

    private static GenericExecuteSpec principal(GenericExecuteSpec sql,
            StoredSession session) {
        Authentication who = whoIn(session);
        String signIn = who != null && who.getPrincipal() instanceof OidcUser person
                ? person.getClaimAsString("sid")
                : null;
        return sql.bind("principal", Maybe.of(who == null ? null : who.getName(), String.class))
                .bind("signIn", Maybe.of(signIn, String.class));
    }

    private static @Nullable Authentication whoIn(StoredSession session) {
        return session.attributes().get(SECURITY_CONTEXT) instanceof SecurityContext context
                ? context.getAuthentication()
                : null;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Row(byte[] content, long version, Instant created, Instant accessed, Duration idle) {}
}
