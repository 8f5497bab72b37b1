package jp.madoguchi.local;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;

/** One mail as its reader sees it: headers decoded, plain text only. */
record ReceivedLetter(String id, Instant received, String from, String to, String subject, String text) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"'。、)」]+");

    List<String> links() {
        return LINK.matcher(text).results().map(MatchResult::group).toList();
    }

    static Pattern linkPattern() {
        return LINK;
    }

    static ReceivedLetter read(String id, InputStream bytes) throws IOException {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()), bytes);
            var subject = message.getSubject();
            return new ReceivedLetter(id, Instant.ofEpochMilli(Long.parseLong(id)), told(message.getFrom()),
                    told(message.getAllRecipients()), subject == null ? "(件名なし)" : subject, text(message));
        } catch (MessagingException e) {
            throw new IOException("Mail " + id + " cannot be read", e);
        }
    }

    private static String told(Address @Nullable [] addresses) {
        if (addresses == null) {
            return "";
        }
        var told = new ArrayList<String>();
        for (var address : addresses) {
            told.add(address instanceof InternetAddress internet ? internet.toUnicodeString() : address.toString());
        }
        return String.join(", ", told);
    }

    private static String text(Part part) throws MessagingException, IOException {
        var content = part.getContent();
        if (content instanceof Multipart parts) {
            var texts = new ArrayList<String>();
            for (int i = 0; i < parts.getCount(); i++) {
                var text = text(parts.getBodyPart(i));
                if (!text.isBlank()) {
                    texts.add(text);
                }
            }
            return String.join("\n", texts);
        }
        return part.isMimeType("text/plain") ? content.toString() : "";
    }
}
