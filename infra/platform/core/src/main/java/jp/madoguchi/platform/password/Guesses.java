package jp.madoguchi.platform.password;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** What is tried first, whoever the owner is. */
final class Guesses {

    /** A word with no more around it than a year and a mark or two is still that word. */
    private static final int DECORATION = 6;

    /** A piece this short is weak however often it is repeated. */
    private static final int SHORT_PIECE = 4;

    /** Words of this place and language that no list knows; also several of them together are guessed. */
    private static final OwnerWords LOCAL = OwnerWords.of("madoguchi", "madoguchishi", "kobeshi", "city", "portal",
            "まどぐち", "まどぐち市", "神戸市", "市役所", "役所", "市民", "ポータル", "窓口", "パスワード", "ぱすわーど", "合言葉", "あいことば", "合い言葉",
            "aikotoba", "ひみつ", "秘密", "わすれました", "忘れました");

    private static final Pattern AROUND = Pattern.compile("^\\P{L}+|\\P{L}+$");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s/.\\-_年月日]+");
    private static final Pattern DATE = Pattern.compile("(19|20)\\d{6}");

    private Guesses() {}

    /** @param password in NFKC and lower case, not empty */
    static boolean contain(String password) {
        return known(password) || KeyboardWalk.makes(password) || repeated(password) || date(password);
    }

    private static boolean known(String password) {
        var word = AROUND.matcher(password).replaceAll("");
        return CommonPasswords.contains(password) || LOCAL.make(password)
                || !word.isEmpty() && password.length() - word.length() <= DECORATION && CommonPasswords.contains(word);
    }

    /** A short or weak piece over and over, the last time perhaps cut off; or hardly two different characters. */
    private static boolean repeated(String password) {
        if (password.codePoints().distinct().count() <= 2) {
            return true;
        }
        for (int length = 1; length <= (password.length() + 1) / 2; length++) {
            if (password.startsWith(password.substring(length))) {
                var piece = password.substring(0, length);
                return length <= SHORT_PIECE || known(piece) || KeyboardWalk.makes(piece) || date(piece);
            }
        }
        return false;
    }

    private static boolean date(String password) {
        var digits = BETWEEN_DIGITS.matcher(password).replaceAll("");
        if (!DATE.matcher(digits).matches()) {
            return false;
        }
        int number = Integer.parseInt(digits);
        try {
            LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
