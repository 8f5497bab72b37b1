package jp.madoguchi.exchange;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

import jp.madoguchi.forms.japanese.Damm;

/**
 * The number under which an applicant asks for an application: 14 digits, random so that nobody can guess a neighbour's, the
 * last one a check digit (Damm, 2004) that finds every single wrong digit and every swap of two neighbours. 14 and not 12 or
 * 13, so that it is never taken for a My Number or a corporate number. Stored and sent as bare digits; how people read it is
 * decided here and nowhere else.
 *
 * @param digits 14 digits, the first one not 0
 */
public record ReceiptNumber(String digits) {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{13}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public ReceiptNumber {
        if (!FORM.matcher(digits).matches() || Damm.check(digits) != 0) {
            throw new IllegalArgumentException("not a receipt number");
        }
    }

    public static ReceiptNumber random() {
        var body = Long.toString(RANDOM.nextLong(1_000_000_000_000L, 10_000_000_000_000L));
        return new ReceiptNumber(body + Damm.check(body));
    }

    /** Reads what a person typed: full-width digits, spaces and hyphens of any kind are taken. */
    public static Optional<ReceiptNumber> parse(String typed) {
        var digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Pd}\\u2212\\u30FC]", "");
        return FORM.matcher(digits).matches() && Damm.check(digits) == 0
                ? Optional.of(new ReceiptNumber(digits))
                : Optional.empty();
    }

    /** As printed and read aloud: {@code 1234-5678-9012-34}. */
    public String grouped() {
        return grouped(digits);
    }

    /** The same for digits as stored; what is no receipt number, such as a number of another system, stays as it is. */
    public static String grouped(String digits) {
        if (!FORM.matcher(digits).matches()) {
            return digits;
        }
        return digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8, 12) + "-"
                + digits.substring(12);
    }

    @Override
    public String toString() {
        return grouped();
    }
}
