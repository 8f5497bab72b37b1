package jp.madoguchi.identity.attempt;

import java.time.Duration;

/**
 * How tries of one kind are slowed: a number are free, then the wait doubles from one second, then it is a lock.
 *
 * @param kind
 *            the name under which tries are counted
 * @param free
 *            tries without a wait
 * @param lockAt
 *            after this try, and any later one, the wait is the lock
 * @param lock
 *            how long a lock lasts
 * @param memory
 *            after this time without a try the count starts anew
 */
public record AttemptPolicy(String kind, int free, int lockAt, Duration lock, Duration memory) {

    /** Wrong passwords for one account: waits of 1, 2, 4 … 32 seconds, and 15 minutes from the tenth on. */
    public static final AttemptPolicy ACCOUNT = new AttemptPolicy("account", 3, 10, Duration.ofMinutes(15),
            Duration.ofHours(24));

    /** Wrong passwords for one account from one network, from browsers its owner is not known to use. */
    public static final AttemptPolicy ACCOUNT_FROM_NETWORK = new AttemptPolicy("account-network", 3, 10,
            Duration.ofMinutes(15), Duration.ofHours(24));

    /**
     * Wrong passwords for one account from everywhere, from browsers its owner is not known to use. NIST SP 800-63B 5.2.2
     * allows a hundred; only whoever commands many networks comes so far, and the owner's own browser is not counted here.
     */
    public static final AttemptPolicy ACCOUNT_FROM_EVERYWHERE = new AttemptPolicy("account-everywhere", 90, 100,
            Duration.ofMinutes(15), Duration.ofHours(24));

    /** Wrong passwords in a browser in which the owner has logged in before. */
    public static final AttemptPolicy KNOWN_DEVICE = new AttemptPolicy("known-device", 5, 12, Duration.ofMinutes(15),
            Duration.ofHours(24));

    /**
     * Wrong passwords from one address, over all accounts. Looser than the other, because many people share the address
     * of a household, a school or a mobile operator.
     */
    public static final AttemptPolicy ADDRESS = new AttemptPolicy("address", 30, 40, Duration.ofMinutes(15),
            Duration.ofMinutes(30));

    /** Mails asked for to one mailbox: the sixth in an hour is not sent. */
    public static final AttemptPolicy MAILBOX = new AttemptPolicy("mailbox", 4, 5, Duration.ofHours(1),
            Duration.ofHours(1));

    /** Mails asked for from one address. */
    public static final AttemptPolicy MAIL_ADDRESS = new AttemptPolicy("mail-address", 29, 30, Duration.ofHours(1),
            Duration.ofHours(1));

    /** The wait after the n-th try in a row. */
    Duration waitAfter(int n) {
        if (n <= free) {
            return Duration.ZERO;
        }
        if (n >= lockAt) {
            return lock;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(n - free - 1, 30));
        return doubled.compareTo(lock) < 0 ? doubled : lock;
    }
}
