package jp.madoguchi.forms.japanese;

/**
 * The check digit of H. M. Damm (Marburg, 2004), by his totally anti-symmetric quasigroup of order 10: it finds every single
 * wrong digit and every swap of two neighbours.
 */
public final class Damm {

    private static final String[] QUASIGROUP = {"0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
            "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"};

    private Damm() {}

    /** The check digit of half-width digits; 0 for a number that ends with its own. */
    public static int check(CharSequence digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = QUASIGROUP[interim].charAt(digits.charAt(i) - '0') - '0';
        }
        return interim;
    }
}
