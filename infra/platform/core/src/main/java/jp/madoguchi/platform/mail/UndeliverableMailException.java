package jp.madoguchi.platform.mail;

/**
 * The mail server will not take a mail to this address, now or later, so trying again would only annoy it (RFC 5321, 4.2.1: a client
 * should not repeat what was answered with 5yz). What is wrong on our side, such as a log-in that fails, is none of these.
 */
public final class UndeliverableMailException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String status;

    UndeliverableMailException(String status) {
        // Without the server's words and without a cause: both may hold the address.
        super("not deliverable: " + status);
        this.status = status;
    }

    /** The answer: its code, and its enhanced code if it had one (RFC 3463), such as {@code 550 5.1.1}. */
    public String status() {
        return status;
    }
}
