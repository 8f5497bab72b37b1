package jp.madoguchi.forms.japanese;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.MessageKey;

/**
 * A mail address to which mail can be sent: one rule for every door at which one is typed. Full-width letters become half-width,
 * the domain is lower-cased and, where it is not ASCII, encoded (RFC 5890); the part before the @ is kept as typed.
 *
 * <p>Until 2009 Japanese carriers gave out addresses with dots where RFC 5321 4.1.2 allows none ({@code a..b@docomo.ne.jp},
 * {@code ab.@ezweb.ne.jp}). They still exist and take mail under a quoted local part, so they are taken for the carriers' own
 * domains and sent quoted: see {@link #onTheWire}.
 *
 * @param value at most 254 characters (RFC 5321 4.5.3.1.3), the local part at most 64
 */
public record MailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+");
    private static final Pattern DOMAIN = Pattern
            .compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMERIC_END = Pattern.compile(".*\\.[0-9]+");
    private static final Set<String> CARRIERS = Set.of("docomo.ne.jp", "ezweb.ne.jp", "au.com", "softbank.ne.jp",
            "i.softbank.jp", "vodafone.ne.jp", "disney.ne.jp", "ymobile.ne.jp", "ymobile1.ne.jp", "y-mobile.ne.jp",
            "willcom.com", "emnet.ne.jp", "pdx.ne.jp", "uqmobile.jp", "rakumail.jp");

    public MailAddress {
        if (wrong(value).isPresent()) {
            throw new IllegalArgumentException("no mail address");
        }
    }

    /** Why mail cannot be sent to what was typed, with what to do about it. */
    public enum Flaw implements MessageKey {
        MISSING, NO_AT, SPACE, LETTERS, DOTS, DOMAIN, TOO_LONG;

        /** For people. */
        public Localized words() {
            return text();
        }
    }

    /** What was typed as an address, or empty where {@link #flawOf} says why it is none. */
    public static Optional<MailAddress> read(String typed) {
        var folded = folded(typed);
        return wrong(folded).isPresent() ? Optional.empty() : Optional.of(new MailAddress(folded));
    }

    /** What keeps mail from being sent to what was typed; empty if nothing does. */
    public static Optional<Flaw> flawOf(String typed) {
        return wrong(folded(typed));
    }

    /** As it is handed to a mail server: a local part that RFC 5321 does not allow bare stands in quotation marks. */
    public String onTheWire() {
        int at = value.lastIndexOf('@');
        return hasOddDots(value.substring(0, at))
                ? '"' + value.substring(0, at) + '"' + value.substring(at)
                : value;
    }

    private static String folded(String typed) {
        var half = Digits.trim(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replace('＠', '@').replace('。', '.');
        int at = half.lastIndexOf('@');
        return at < 0 ? half : half.substring(0, at + 1) + domain(half.substring(at + 1));
    }

    private static String domain(String typed) {
        if (typed.length() > LONGEST) {
            return typed;
        }
        try {
            return IDN.toASCII(typed, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noDomain) {
            return typed;
        }
    }

    private static Optional<Flaw> wrong(String address) {
        int at = address.lastIndexOf('@');
        if (address.isEmpty()) {
            return Optional.of(Flaw.MISSING);
        }
        if (address.codePoints().anyMatch(Digits::isSpace)) {
            return Optional.of(Flaw.SPACE);
        }
        if (at < 1 || address.indexOf('@') != at || at == address.length() - 1) {
            return Optional.of(Flaw.NO_AT);
        }
        var local = address.substring(0, at);
        var domain = address.substring(at + 1);
        if (address.length() > LONGEST || local.length() > LONGEST_LOCAL) {
            return Optional.of(Flaw.TOO_LONG);
        }
        if (!LOCAL.matcher(local).matches()) {
            return Optional.of(Flaw.LETTERS);
        }
        if (!DOMAIN.matcher(domain).matches() || NUMERIC_END.matcher(domain).matches()) {
            return Optional.of(Flaw.DOMAIN);
        }
        return hasOddDots(local) && !isCarrier(domain) ? Optional.of(Flaw.DOTS) : Optional.empty();
    }

    private static boolean hasOddDots(String local) {
        return local.startsWith(".") || local.endsWith(".") || local.contains("..");
    }

    /** SoftBank gives each region a domain of its own: {@code k.vodafone.ne.jp}, {@code t.vodafone.ne.jp}. */
    private static boolean isCarrier(String domain) {
        return CARRIERS.contains(domain) || domain.endsWith(".vodafone.ne.jp") || domain.endsWith(".ezweb.ne.jp")
                || domain.endsWith(".pdx.ne.jp");
    }

    @Override
    public String toString() {
        return value;
    }
}
