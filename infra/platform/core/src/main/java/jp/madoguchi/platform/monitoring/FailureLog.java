package jp.madoguchi.platform.monitoring;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells of what fails over and over: one line a minute, with how many were left out since the last. That a database, a mail server or
 * another program is away is one line; only what may be a fault of ours has its stack.
 */
public final class FailureLog {

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();
    private static final int DEEPEST = 20;

    private final Logger log;
    private final LongSupplier nanos;
    private long told;
    private boolean anyTold;
    private long untold;

    public FailureLog(Logger log) {
        this(log, System::nanoTime);
    }

    /** @param nanos a clock that only goes forward */
    FailureLog(Logger log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
    }

    /** Tells it, unless something was told within the last minute. */
    public void tell(String what, Throwable failed) {
        long left = next();
        if (left < 0) {
            log.debug("{}: {}", what, failed.toString());
        } else if (isOutage(failed)) {
            log.warn("{}: {}{}", what, innermost(failed), more(left));
        } else {
            log.warn("{}{}", what, more(left), failed);
        }
    }

    /** The same for what needs no reason. */
    public void tell(String what) {
        long left = next();
        if (left < 0) {
            log.debug("{}", what);
        } else {
            log.warn("{}{}", what, more(left));
        }
    }

    /** How many were left out before this one; -1 if this one is to be. */
    private synchronized long next() {
        long now = nanos.getAsLong();
        if (anyTold && now - told < PAUSE) {
            untold++;
            return -1;
        }
        long left = untold;
        anyTold = true;
        told = now;
        untold = 0;
        return left;
    }

    private static String more(long left) {
        return left == 0 ? "" : " (and " + left + " more since the last such line)";
    }

    /** Whether something that this program needs is away or too slow, rather than anything wrong with the program. */
    static boolean isOutage(Throwable failed) {
        return causes(failed).anyMatch(each -> each instanceof TransientDataAccessException
                || each instanceof DataAccessResourceFailureException
                || each instanceof CannotCreateTransactionException
                || each instanceof IOException || each instanceof TimeoutException);
    }

    private static String innermost(Throwable failed) {
        return causes(failed).reduce((outer, inner) -> inner).orElse(failed).toString();
    }

    private static Stream<Throwable> causes(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }
}
