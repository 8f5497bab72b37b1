package jp.madoguchi.platform.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** One visitor's session with what has changed in it since it was read, so that it is written only when needed. */
final class StoredSession implements Session {

    private Attributes attributes;
    private final Map<String, @Nullable Object> changes = new HashMap<>();
    private final Instant created;
    private final @Nullable String readId;
    private final @Nullable Instant readAccess;
    private String id;
    private Instant accessed;
    private Duration idle;
    private long version;

    private StoredSession(String id, Attributes attributes, Instant created, Instant accessed, Duration idle,
            long version, boolean read) {
        this.id = id;
        this.attributes = attributes;
        this.created = created;
        this.accessed = accessed;
        this.idle = idle;
        this.version = version;
        this.readId = read ? id : null;
        this.readAccess = read ? accessed : null;
    }

    static StoredSession fresh(String id, Attributes none, Instant now, Duration idle) {
        return new StoredSession(id, none, now, now, idle, 1, false);
    }

    static StoredSession read(String id, Attributes attributes, Instant created, Instant accessed, Duration idle,
            long version) {
        return new StoredSession(id, attributes, created, accessed, idle, version, true);
    }

    /** The id under which the row lies; null when there is no row yet. */
    @Nullable
    String readId() {
        return readId;
    }

    @Nullable
    Instant readAccess() {
        return readAccess;
    }

    long version() {
        return version;
    }

    boolean changed() {
        return !changes.isEmpty() || !id.equals(readId);
    }

    Attributes attributes() {
        return attributes;
    }

    /** Another request wrote first: what it wrote becomes the ground on which our changes lie. */
    void rebase(Attributes newer, long newerVersion) {
        attributes = newer;
        changes.forEach(attributes::put);
        version = newerVersion;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        id = SessionIds.create();
        return id;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getAttribute(String name) {
        return (T) attributes.get(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return attributes.names();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        attributes.put(name, value);
        changes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        setAttribute(name, null);
    }

    @Override
    public Instant getCreationTime() {
        return created;
    }

    @Override
    public void setLastAccessedTime(Instant when) {
        accessed = when;
    }

    @Override
    public Instant getLastAccessedTime() {
        return accessed;
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        idle = interval;
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return idle;
    }

    @Override
    public boolean isExpired() {
        // The repository reads no expired row, and a session is asked right after it was read.
        return false;
    }
}
