package jp.madoguchi.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that moves when told to. */
public final class TestClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-11-20T01:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }
}
