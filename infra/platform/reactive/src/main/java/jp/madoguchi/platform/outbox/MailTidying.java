package jp.madoguchi.platform.outbox;

import java.time.Duration;

import jp.madoguchi.platform.background.PeriodicWork;
import reactor.core.publisher.Mono;

/** Forgets mails that were sent long ago. */
final class MailTidying extends PeriodicWork {

    private static final Duration EVERY = Duration.ofHours(6);

    private final MailOutbox outbox;

    MailTidying(MailOutbox outbox) {
        super(EVERY);
        this.outbox = outbox;
    }

    @Override
    protected Mono<?> round() {
        return outbox.forgetOld();
    }
}
