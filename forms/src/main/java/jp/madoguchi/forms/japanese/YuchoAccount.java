package jp.madoguchi.forms.japanese;

import java.util.Optional;

/**
 * An account of ゆうちょ銀行 as other banks address it.
 *
 * @param branch 3 digits (店番)
 * @param branchName 「四三八」
 * @param type 1 ordinary (総合口座), 2 current (振替口座)
 * @param number 7 digits
 */
public record YuchoAccount(String branch, String branchName, String type, String number) {

    public static final String BANK = "9900";
    public static final String BANK_NAME = "ゆうちょ銀行";

    private static final String KANJI = "〇一二三四五六七八九";

    /**
     * Converts symbol and number (記号・番号) by the bank's published rule: 14320/12345671 becomes 438/1234567.
     *
     * @param symbol 5 half-width digits beginning with 0 or 1
     * @param number up to 8 half-width digits; of a 総合口座 they end with 1, which falls away
     */
    public static Optional<YuchoAccount> of(String symbol, String number) {
        if (!Digits.areOnly(symbol, 5, 5) || !symbol.endsWith("0")) {
            return Optional.empty();
        }
        boolean ordinary = symbol.startsWith("1");
        if (!ordinary && !symbol.startsWith("0")) {
            return Optional.empty();
        }
        var branch = symbol.substring(1, 3) + (ordinary ? "8" : "9");
        if (ordinary) {
            if (!Digits.areOnly(number, 2, 8) || !number.endsWith("1")) {
                return Optional.empty();
            }
            return Optional
                    .of(new YuchoAccount(branch, inKanji(branch), "1", pad(number.substring(0, number.length() - 1))));
        }
        if (!Digits.areOnly(number, 1, 6)) {
            return Optional.empty();
        }
        return Optional.of(new YuchoAccount(branch, inKanji(branch), "2", pad(number)));
    }

    private static String pad(String digits) {
        return "0".repeat(7 - digits.length()) + digits;
    }

    private static String inKanji(String digits) {
        var out = new StringBuilder();
        digits.chars().forEach(c -> out.append(KANJI.charAt(c - '0')));
        return out.toString();
    }
}
