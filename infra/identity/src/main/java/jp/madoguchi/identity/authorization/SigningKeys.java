package jp.madoguchi.identity.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.identity.seal.Seal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign tokens. They live in the database, private halves sealed, so that all nodes and all restarts sign
 * with the same ones. A key signs for its lifetime; its successor is published some minutes before it signs, and the old
 * one stays published for a day so that its last tokens can be checked.
 * <p>
 * To rotate at once: {@code update identity.signing_key set retired_at = now() where retired_at is null}. After a leak:
 * delete the rows.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext>, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final int RSA_BITS = 3072;
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final Duration PUBLISHED_BEFORE_SIGNING = Duration.ofMinutes(5);
    private static final Duration PUBLISHED_AFTER_RETIRING = Duration.ofDays(1);
    /** Any number; only this class takes it. */
    private static final long LOCK = 4_902_117_533L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final InstantSource clock;
    private final Duration lifetime;
    private volatile @Nullable Ring ring;

    SigningKeys(JdbcClient jdbc, TransactionTemplate transaction, Seal seal, InstantSource clock,
            IdentitySettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.seal = seal;
        this.clock = clock;
        this.lifetime = settings.identity().keyLifetime();
    }

    /**
     * Reads the keys at start, so that a wrong key-encryption key stops the program before anyone meets it. Not when it is made: the
     * training run of the image ends before the start and has no database.
     */
    @Override
    public void start() {
        ring();
    }

    @Override
    public void stop() {
        ring = null;
    }

    @Override
    public boolean isRunning() {
        return ring != null;
    }

    /** Before the port is opened. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(ring().keys());
    }

    /** The id of the key that signs now. */
    String signingKid() {
        return ring().signingKid();
    }

    private Ring ring() {
        Ring known = ring;
        if (known != null && known.readAt().plus(REMEMBERED).isAfter(clock.instant())) {
            return known;
        }
        synchronized (this) {
            Ring read = transaction.execute(status -> read());
            if (read == null) {
                throw new IllegalStateException("no signing key could be read");
            }
            ring = read;
            return read;
        }
    }

    private Ring read() {
        Instant now = clock.instant();
        List<Stored> stored = stored();
        if (stored.stream().noneMatch(key -> key.active(now, lifetime))) {
            jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().listOfRows();
            stored = stored();
            if (stored.stream().noneMatch(key -> key.active(now, lifetime))) {
                replace(now);
                stored = stored();
            }
        }
        List<Stored> published = stored.stream().filter(key -> key.published(now)).toList();
        Stored signs = published.stream().filter(key -> !key.createdAt().plus(PUBLISHED_BEFORE_SIGNING).isAfter(now))
                .reduce((older, newer) -> newer).orElse(published.getFirst());
        return new Ring(new JWKSet(published.stream().map(this::open).toList()), signs.kid(), now);
    }

    /** Oldest first. */
    private List<Stored> stored() {
        return jdbc.sql("select kid, sealed_private, created_at, retired_at from signing_key order by created_at, kid")
                .query((row, number) -> {
                    Timestamp retired = row.getTimestamp("retired_at");
                    return new Stored(row.getString("kid"), row.getBytes("sealed_private"),
                            row.getTimestamp("created_at").toInstant(), retired == null ? null : retired.toInstant());
                }).list();
    }

    private void replace(Instant now) {
        jdbc.sql("delete from signing_key where retired_at < :before")
                .param("before", Timestamp.from(now.minus(PUBLISHED_AFTER_RETIRING))).update();
        jdbc.sql("update signing_key set retired_at = :now where retired_at is null").param("now", Timestamp.from(now))
                .update();
        RSAKey key = generate();
        jdbc.sql("""
                insert into signing_key (kid, public_jwk, sealed_private, created_at)
                values (:kid, :public, :sealed, :now)
                """).param("kid", key.getKeyID()).param("public", key.toPublicJWK().toJSONString())
                .param("sealed", seal.seal(key.toJSONString(), "signing-key:" + key.getKeyID()))
                .param("now", Timestamp.from(now)).update();
        LOG.info("made signing key {}", key.getKeyID());
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(RSA_BITS).keyID(UUID.randomUUID().toString()).keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot make an RSA key", e);
        }
    }

    private JWK open(Stored stored) {
        try {
            return JWK.parse(seal.open(stored.sealedPrivate(), "signing-key:" + stored.kid()));
        } catch (ParseException e) {
            throw new IllegalStateException("signing key " + stored.kid() + " is not a JWK", e);
        }
    }

    private record Ring(JWKSet keys, String signingKid, Instant readAt) {}

    private record Stored(String kid, byte[] sealedPrivate, Instant createdAt, @Nullable Instant retiredAt) {

        boolean active(Instant now, Duration lifetime) {
            return retiredAt == null && createdAt.plus(lifetime).isAfter(now);
        }

        boolean published(Instant now) {
            return retiredAt == null || retiredAt.plus(PUBLISHED_AFTER_RETIRING).isAfter(now);
        }
    }
}
