package jp.madoguchi.platform.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailSendException;

/** What the mail server said to an address. */
final class ServerAnswer {

    /**
     * No such mailbox, moved for good, or no address that the server can read. 552 (mailbox full) and 554 (transaction failed) may pass, so
     * they count only with an enhanced code that says so.
     */
    private static final List<Integer> NO_SUCH_ADDRESS = List.of(550, 551, 553, 556);
    /** 5.1.x: the address; 5.2.1: the mailbox takes no mail any more. Others, such as 5.7.x, are about us or about the mail. */
    private static final Pattern ADDRESS = Pattern.compile("5\\.(1\\.\\d{1,3}|2\\.1|4\\.4)");
    private static final Pattern ENHANCED = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");

    private ServerAnswer() {}

    /** The answer, if it says that this address will never get the mail. */
    static Optional<String> forGood(MailSendException failed) {
        var causes = new ArrayList<Throwable>(failed.getFailedMessages().values());
        causes.addAll(List.of(failed.getMessageExceptions()));
        return causes.stream().flatMap(cause -> chain(cause).stream())
                .filter(SMTPAddressFailedException.class::isInstance).map(SMTPAddressFailedException.class::cast)
                .filter(ServerAnswer::isForGood).map(ServerAnswer::status).findFirst();
    }

    private static boolean isForGood(SMTPAddressFailedException answer) {
        var enhanced = enhanced(answer);
        return enhanced.isEmpty()
                ? NO_SUCH_ADDRESS.contains(answer.getReturnCode())
                : answer.getReturnCode() >= 500 && ADDRESS.matcher(enhanced).matches();
    }

    private static String status(SMTPAddressFailedException answer) {
        return (answer.getReturnCode() + " " + enhanced(answer)).strip();
    }

    private static String enhanced(MessagingException answer) {
        var code = ENHANCED.matcher(String.valueOf(answer.getMessage()));
        return code.find() ? code.group() : "";
    }

    /** Jakarta Mail chains what went wrong side by side as "next". */
    private static List<Throwable> chain(Throwable first) {
        var all = new ArrayList<Throwable>();
        for (Throwable next = first; next != null && !all.contains(next);) {
            all.add(next);
            next = next instanceof SendFailedException several ? several.getNextException() : next.getCause();
        }
        return all;
    }
}
