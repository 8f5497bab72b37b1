package jp.madoguchi.forms.japanese;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds individual numbers (個人番号) in free text so that they can be refused: 番号法 20条 forbids to collect them
 * without right. Check digit by 番号法施行令 8条 and 総務省令 5条.
 */
public final class MyNumber {

    private static final int LENGTH = 12;

    private MyNumber() {}

    /**
     * Whether a valid number stands anywhere in the text: 12 digits in one piece, or in equal groups parted by one
     * space or hyphen each; half or full width. Longer runs of digits are other numbers.
     */
    public static boolean appearsIn(String text) {
        var half = Digits.halfWidth(text);
        var groups = new ArrayList<String>();
        int i = 0;
        while (i < half.length()) {
            int end = i;
            while (end < half.length() && isDigit(half.charAt(end))) {
                end++;
            }
            if (end == i) {
                boolean joins = Digits.isHyphen(half.charAt(i)) || Digits.isSpace(half.charAt(i));
                if (!joins || (i > 0 && !isDigit(half.charAt(i - 1)))) {
                    groups.clear();
                }
                i++;
            } else {
                groups.add(half.substring(i, end));
                if (endsWithNumber(groups)) {
                    return true;
                }
                i = end;
            }
        }
        return false;
    }

    private static boolean endsWithNumber(List<String> groups) {
        int size = groups.getLast().length();
        if (size > LENGTH || LENGTH % size != 0 || groups.size() < LENGTH / size) {
            return false;
        }
        var tail = groups.subList(groups.size() - LENGTH / size, groups.size());
        return tail.stream().allMatch(group -> group.length() == size) && isValid(String.join("", tail));
    }

    /** Whether 12 half-width digits carry the right check digit. */
    public static boolean isValid(String digits) {
        if (!Digits.areOnly(digits, LENGTH, LENGTH)) {
            return false;
        }
        int sum = 0;
        for (int n = 1; n <= LENGTH - 1; n++) {
            int digit = digits.charAt(LENGTH - 1 - n) - '0';
            sum += digit * (n <= 6 ? n + 1 : n - 5);
        }
        int rest = sum % 11;
        int check = rest <= 1 ? 0 : 11 - rest;
        return check == digits.charAt(LENGTH - 1) - '0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
