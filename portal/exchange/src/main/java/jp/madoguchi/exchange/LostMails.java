package jp.madoguchi.exchange;

import java.time.Instant;

/**
 * Mails of the portal that reached nobody, in one hour for one reason at one kind of address. Says nothing of the persons.
 *
 * @param batch which they are
 * @param mails how many, at least 1
 * @param resendable how many of them can be sent once more: their text is still there
 */
public record LostMails(Batch batch, long mails, long resendable) {

    /**
     * What these mails have in common.
     *
     * @param hour the beginning of the hour in which they were given up, or came back
     * @param error what the mail server said, as a code, or what went wrong
     * @param domain of the addresses, in lower case
     */
    public record Batch(Instant hour, String error, String domain) {}
}
