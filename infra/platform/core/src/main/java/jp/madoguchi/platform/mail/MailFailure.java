package jp.madoguchi.platform.mail;

import org.springframework.mail.MailPreparationException;

/** What a queue of mails makes of a mail that could not be sent. */
public final class MailFailure {

    private MailFailure() {}

    /** What may be kept and logged of it; the mail server's own words may hold the address. */
    public static String told(Throwable failed) {
        return failed instanceof UndeliverableMailException refused
                ? refused.status()
                : failed.getClass().getSimpleName();
    }

    /** Whether trying again is of no use: the server will never take it, or it cannot even be made. */
    public static boolean isForGood(Throwable failed) {
        return failed instanceof UndeliverableMailException || failed instanceof MailPreparationException;
    }
}
