package jp.madoguchi.identity.attempt;

import java.time.Duration;
import jp.madoguchi.platform.attempt.AttemptPolicy;

/** What is counted here: a number of tries are free, then the wait doubles from one second, then it is a lock. */
public final class AttemptPolicies {

    /** Wrong passwords for one account: waits of 1, 2, 4 … 32 seconds, and 15 minutes from the tenth on. */
    public static final AttemptPolicy ACCOUNT = AttemptPolicy.slowing("account", 3, 10, Duration.ofMinutes(15),
            Duration.ofHours(24));

    /** Wrong passwords for one account from one network, from browsers its owner is not known to use. */
    public static final AttemptPolicy ACCOUNT_FROM_NETWORK = AttemptPolicy.slowing("account-network", 3, 10,
            Duration.ofMinutes(15), Duration.ofHours(24));

    /**
     * Wrong passwords for one account from everywhere, from browsers its owner is not known to use. NIST SP 800-63B 5.2.2
     * allows a hundred; only whoever commands many networks comes so far, and the owner's own browser is not counted here.
     */
    public static final AttemptPolicy ACCOUNT_FROM_EVERYWHERE = AttemptPolicy.slowing("account-everywhere", 90, 100,
            Duration.ofMinutes(15), Duration.ofHours(24));

    /** Wrong passwords in a browser in which the owner has logged in before. */
    public static final AttemptPolicy KNOWN_DEVICE = AttemptPolicy.slowing("known-device", 5, 12,
            Duration.ofMinutes(15),
            Duration.ofHours(24));

    /**
     * Wrong passwords from one address, over all accounts. Looser than the other, because many people share the address
     * of a household, a school or a mobile operator.
     */
    public static final AttemptPolicy ADDRESS = AttemptPolicy.slowing("address", 30, 40, Duration.ofMinutes(15),
            Duration.ofMinutes(30));

    /** Mails asked for to one mailbox: the sixth in an hour is not sent. */
    public static final AttemptPolicy MAILBOX = AttemptPolicy.slowing("mailbox", 4, 5, Duration.ofHours(1),
            Duration.ofHours(1));

    /** Mails asked for from one address. */
    public static final AttemptPolicy MAIL_ADDRESS = AttemptPolicy.slowing("mail-address", 29, 30, Duration.ofHours(1),
            Duration.ofHours(1));

    private AttemptPolicies() {}
}
