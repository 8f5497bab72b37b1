package jp.madoguchi.forms.japanese;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jp.madoguchi.forms.Localized;

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
    public enum Flaw {
        MISSING("メールアドレスを入力してください。", "Please enter a mail address."), //
        NO_AT("メールアドレスは「name@example.jp」のように、「@」を1つ入れて入力してください。",
                "Please enter a mail address with one @, such as name@example.jp."), //
        SPACE("メールアドレスの途中に空白があります。空白を除いてください。", "There is a space in the mail address. Please remove it."), //
        LETTERS("メールアドレスの「@」より前に使えない文字があります。半角の英数字と記号で入力してください。この形のアドレスしかないときは、別のアドレスを使うか、窓口へお電話ください。",
                "There are characters before the @ that mail cannot be sent to. Please use letters, digits and signs, or another address."), //
        DOTS("「.」が続くアドレスと、「@」の直前や先頭に「.」があるアドレスには、携帯電話会社のもの（docomo.ne.jpなど）を除いてメールを送れません。打ち間違いでなければ、別のアドレスを入力してください。",
                "Mail cannot be sent to an address with two dots in a row, or a dot at the beginning or just before the @, except those of Japanese mobile carriers. If it is no slip, please enter another address."), //
        DOMAIN("メールアドレスの「@」より後を確かめてください（例：example.jp）。",
                "Please check what stands after the @ (such as example.jp)."), //
        TOO_LONG("メールアドレスが長すぎます（「@」より前は64文字まで、全体で254文字まで）。",
                "The mail address is too long (at most 64 characters before the @, 254 in all).");

        private final Localized words;

        Flaw(String ja, String en) {
            this.words = Localized.of(ja, en);
        }

        /** For people. */
        public Localized words() {
            return words;
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
            return IDN.toASCII(typed, IDN.ALLOW_UNASSIGNED).toLowerCase(java.util.Locale.ROOT);
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
