package jp.madoguchi.platform.mail;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells which addresses lead into the same mailbox, for counting mails. Not for sending: the address is used as it was typed.
 */
public final class Mailbox {

    /** Providers that do not look at dots before the {@code @}. */
    private static final Set<String> WITHOUT_DOTS = Set.of("gmail.com");
    private static final Map<String, String> OTHER_NAMES = Map.of("googlemail.com", "gmail.com");

    private Mailbox() {}

    /**
     * The same for every spelling of an address: width and case of letters, a tag behind {@code +} (RFC 5233), dots where the provider
     * passes over them. What is no address is only brought into one width and case.
     */
    public static String key(String address) {
        var written = Normalizer.normalize(address, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        int at = written.lastIndexOf('@');
        if (at < 1) {
            return written;
        }
        var typedDomain = written.substring(at + 1);
        var domain = OTHER_NAMES.getOrDefault(typedDomain, typedDomain);
        var local = written.substring(0, at);
        int tag = local.indexOf('+');
        if (tag > 0) {
            local = local.substring(0, tag);
        }
        return (WITHOUT_DOTS.contains(domain) ? local.replace(".", "") : local) + "@" + domain;
    }
}
