package jp.madoguchi.testkit;

import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Time that moves when told to, and only then. */
public final class MovableClock implements InstantSource {

    private volatile Instant now;

    /** Begins now. */
    public MovableClock() {
        this(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    public MovableClock(Instant begins) {
        this.now = begins;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
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
