package jp.madoguchi.local;

import java.io.IOException;

import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;

/** DATA (RFC 5321, 4.1.1.4) that puts each letter into the letter box before saying "250": an accepted mail is a kept mail. */
final class KeepLetter extends SmtpCommand {

    /** In bytes. */
    static final int LONGEST_LETTER = 25 * 1024 * 1024;

    private final LetterBox letters;

    KeepLetter(LetterBox letters) {
        this.letters = letters;
    }

    @Override
    public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String line)
            throws IOException {
        if (state.getMessage().getReturnPath() == null || state.getMessage().getToAddresses().isEmpty()) {
            connection.send("503 MAIL and RCPT come first");
            return;
        }
        connection.send("354 End with a dot on a line of its own");
        var letter = connection.dotLimitedInputStream(new byte[0]).readAllBytes();
        state.clearMessage();
        connection.send(answer(letter));
    }

    private String answer(byte[] letter) {
        if (letter.length > LONGEST_LETTER) {
            return "552 Too long";
        }
        try {
            letters.keep(letter);
            return "250 Kept";
        } catch (IOException full) {
            log.error("A mail could not be kept", full);
            return "451 Not kept, try again later";
        }
    }
}
