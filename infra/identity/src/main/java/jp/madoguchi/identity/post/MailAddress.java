package jp.madoguchi.identity.post;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.text.Normalizer;
import java.util.Optional;

/** A mail address as it was typed, after full-width letters became half-width. */
public record MailAddress(String value) {

    /** RFC 5321 4.5.3.1. */
    private static final int LONGEST = 254;

    /** The address, or empty if no mail could arrive there. */
    public static Optional<MailAddress> read(String typed) {
        String address = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        int at = address.lastIndexOf('@');
        if (address.length() > LONGEST || at < 1 || at > 64 || address.indexOf('.', at) < 0
                || !address.chars().allMatch(character -> character > ' ' && character < 127)
                || address.chars().anyMatch(character -> "<>,;:\"()[]\\".indexOf(character) >= 0)) {
            return Optional.empty();
        }
        try {
            new InternetAddress(address, true).validate();
            return Optional.of(new MailAddress(address));
        } catch (AddressException e) {
            return Optional.empty();
        }
    }
}
