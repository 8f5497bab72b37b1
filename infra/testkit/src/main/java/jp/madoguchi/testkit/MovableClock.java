package jp.madoguchi.testkit;

import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Time that moves when told to, and only then; begins now. */
public final class MovableClock extends Clock {

    private final ZoneId zone;
    private volatile Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);

    public MovableClock(ZoneId zone) {
        this.zone = zone;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return other.equals(zone) ? this : InstantSource.fixed(now).withZone(other);
    }

    /** Whether this object, or one of ours that it holds, has a clock to read. */
    public static boolean isReadBy(Object holder) {
        return isReadBy(holder, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean isReadBy(Object holder, Set<Object> seen) {
        if (holder instanceof InstantSource) {
            return true;
        }
        if (!holder.getClass().getName().startsWith("jp.madoguchi.") || !seen.add(holder)) {
            return false;
        }
        for (Class<?> type = holder.getClass(); type != Object.class && type != null; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()
                        || type.getName().startsWith("java.")) {
                    continue;
                }
                try {
                    field.setAccessible(true);
                    var held = field.get(holder);
                    if (held != null && isReadBy(held, seen)) {
                        return true;
                    }
                } catch (IllegalAccessException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
        return false;
    }
}
