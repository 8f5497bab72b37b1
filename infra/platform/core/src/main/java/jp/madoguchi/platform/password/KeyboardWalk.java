package jp.madoguchi.platform.password;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Passwords typed by walking along the keyboard, the alphabet, the digits or the kana, in either direction and in several pieces. */
final class KeyboardWalk {

    /** Shorter walks occur in words of every language. */
    private static final int SHORTEST = 3;

    /** What may stand beside the walks. */
    private static final int OTHERS = 2;

    private static final List<String> ROWS = List.of("12345678901234567890", "`1234567890-=", "1234567890-^\\",
            "!\"#$%&'()", "!@#$%^&*()_+", "qwertyuiop[]\\", "qwertyuiop@[", "asdfghjkl;'", "asdfghjkl;:]",
            "zxcvbnm,./\\",
            "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertzuiop", "yxcvbnm", "abcdefghijklmnopqrstuvwxyz", "1qaz", "2wsx",
            "3edc",
            "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol.", "0p;/", "0okm", "9ijn", "8uhb", "7ygv", "6tfc", "5rdx",
            "4esz", "3wa",
            "147", "258", "369", "159", "357", "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん",
            "いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす");

    private static final Set<String> STEPS = steps();

    private KeyboardWalk() {}

    /** @param password in NFKC and lower case */
    static boolean makes(String password) {
        int[] points = password.codePoints().map(KeyboardWalk::hiragana).toArray();
        int walked = 0;
        int from = 0;
        for (int at = 1; at <= points.length; at++) {
            if (at == points.length || !isStep(points[at - 1], points[at])) {
                walked += at - from >= SHORTEST ? at - from : 0;
                from = at;
            }
        }
        return walked >= SHORTEST && points.length - walked <= OTHERS;
    }

    /** One key further, or the same one again. */
    private static boolean isStep(int one, int next) {
        return one == next || STEPS.contains(Character.toString(one) + Character.toString(next));
    }

    private static int hiragana(int point) {
        return point >= 'ァ' && point <= 'ヶ' ? point - ('ァ' - 'ぁ') : point;
    }

    private static Set<String> steps() {
        Set<String> steps = new HashSet<>();
        for (var row : ROWS) {
            for (int at = 1; at < row.length(); at++) {
                steps.add(row.substring(at - 1, at + 1));
                steps.add("" + row.charAt(at) + row.charAt(at - 1));
            }
        }
        return Set.copyOf(steps);
    }
}
