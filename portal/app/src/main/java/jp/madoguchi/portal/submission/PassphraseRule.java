package jp.madoguchi.portal.submission;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jp.madoguchi.forms.japanese.NameKey;

/**
 * What an own word must be, after NIST SP 800-63B-4 3.1.1.2: long enough, nothing that is guessed at once, nothing known of the
 * applicant, and nothing about its composition.
 */
public enum PassphraseRule {
    LENGTH("review.word.short"), SIMPLE("review.word.simple"), OWN("review.word.own");

    /** Characters (code points). */
    public static final int SHORTEST = 8;
    private static final int LONGEST = 100;

    /** What else may stand around a word that is guessed: a year, a number. */
    private static final int AROUND = 4;

    /** Beside these, sequences say the rest. */
    private static final Set<String> WORDS = Set.of("password", "passw0rd", "passwd", "passphrase", "iloveyou",
            "letmein",
            "welcome", "sunshine", "princess", "football", "baseball", "superman", "dragon", "monkey", "trustno1",
            "whatever",
            "computer", "internet", "aikotoba", "angou", "madoguchi", "madoguchishi", "kobe", "kobeshi", "japan",
            "nippon",
            "shinsei", "あいことば", "ぱすわど", "合言葉", "まどぐち", "まどぐちし", "窓口", "申請", "神戸", "神戸市", "こうべ");

    /** In which people count, spell and type; each is gone along in both directions and over its end. */
    private static final List<String> LINES = List.of("01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん",
            "いろはにほへとちりぬるをわかよたれそつねならむ", "一二三四五六七八九十");

    private final String textKey;

    PassphraseRule(String textKey) {
        this.textKey = textKey;
    }

    /** The key of the sentence that says what is wrong. */
    public String textKey() {
        return textKey;
    }

    /** The first rule that the word breaks, if any. */
    public static Optional<PassphraseRule> brokenBy(String word, OwnWords own) {
        var plain = Normalizer.normalize(word.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int length = plain.codePointCount(0, plain.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(LENGTH);
        }
        var key = NameKey.of(plain);
        if (plain.codePoints().distinct().count() <= 2 || isRepeated(plain) || isRuns(key) || isWord(key)) {
            return Optional.of(SIMPLE);
        }
        var rest = own.without(plain);
        return rest.length() < key.length() && isLittle(rest) ? Optional.of(OWN) : Optional.empty();
    }

    private static boolean isLittle(String rest) {
        return rest.codePointCount(0, rest.length()) <= AROUND;
    }

    private static boolean isWord(String key) {
        return WORDS.stream().anyMatch(word -> key.contains(word) && isLittle(key.replace(word, "")));
    }

    /** A few characters over and over: abcabcabc, 花子花子花子花子. */
    private static boolean isRepeated(String word) {
        return word.matches("(.{1,4})\\1{2,}.?") || word.matches("(.{4,})\\1");
    }

    /** Nothing but stretches of counting, spelling, the keyboard or one character: 12345678, qwer1234, abcd4321, aaaabbbb. */
    private static boolean isRuns(String key) {
        int[] points = key.codePoints().toArray();
        int runs = 0;
        for (int from = 0; from < points.length; runs++) {
            int to = from + 1;
            while (to < points.length && isNext(points, from, to)) {
                to++;
            }
            if (to - from < 3) {
                return false;
            }
            from = to;
        }
        return runs <= 3;
    }

    /** Whether the run that began at {@code from} goes on: in a line, in one direction, or staying where it is. */
    private static boolean isNext(int[] points, int from, int to) {
        var run = new String(points, from, to + 1 - from);
        var turned = new StringBuilder(run).reverse().toString();
        return run.codePoints().distinct().count() == 1
                || LINES.stream().anyMatch(line -> (line + line).contains(run) || (line + line).contains(turned));
    }
}
