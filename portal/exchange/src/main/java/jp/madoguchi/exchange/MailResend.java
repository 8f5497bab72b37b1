package jp.madoguchi.exchange;

import java.util.List;

/** Which mails are to be sent once more. */
public record MailResend(List<LostMails.Batch> batches) {

    public MailResend {
        batches = List.copyOf(batches);
    }

    /**
     * What came of it.
     *
     * @param mails how many are on their way again; those of a repeated call are not counted again
     */
    public record Resent(long mails) {}
}
