package jp.madoguchi.forms.japanese;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds individual numbers (個人番号) in free text so that they can be refused: 番号法 20条 forbids to collect them
 * without right. Check digit by 番号法施行令 8条 and 総務省令 5条.
 *
 * <p>Any writing is read (see {@link DigitRun}) and any grouping. One number in eleven of 12 digits is valid by chance, so what
 * is plainly another number is left alone: longer numbers, receipt numbers of our own (14 digits with Damm's check digit), and
 * days with a time, telephone numbers and postal codes with something behind them.
 */
public final class MyNumber {

    private static final int LENGTH = 12;
    private static final int RECEIPT_LENGTH = 14;
    private static final char HIDDEN = '○';

    private MyNumber() {}

    /** Where a number stands, as indexes into the text. */
    private record Place(int from, int to) {}

    /** Whether a valid number stands anywhere in the text. */
    public static boolean appearsIn(String text) {
        return !places(text).isEmpty();
    }

    /** The text with ○ for every digit of every valid number in it; the same text where there is none. */
    public static String hiddenIn(String text) {
        var places = places(text);
        if (places.isEmpty()) {
            return text;
        }
        var out = new StringBuilder();
        int done = 0;
        for (var place : places) {
            if (place.from() >= done) {
                out.append(text, done, place.from()).append(String.valueOf(HIDDEN).repeat(LENGTH));
                done = place.to();
            }
        }
        return out.append(text, done, text.length()).toString();
    }

    private static List<Place> places(String text) {
        var places = new ArrayList<Place>();
        for (var run : DigitRun.in(text, LENGTH)) {
            for (var part : withoutReceiptNumbers(run)) {
                look(part, places);
            }
        }
        return places;
    }

    private static void look(DigitRun run, List<Place> places) {
        int count = run.groups().size();
        for (int from = 0; from < count; from++) {
            int size = 0;
            for (int to = from; to < count && size < LENGTH; to++) {
                size += run.groups().get(to).size();
                if (size == LENGTH && standsAlone(run, from, to) && isValid(run.digits(from, to + 1))
                        && !isAnotherNumber(run, from, to)) {
                    places.add(new Place(run.groups().get(from).from(), run.groups().get(to).to()));
                }
            }
        }
    }

    /**
     * Whether the groups are one number and no part of a longer one: there is nothing else in the run; or it is one group; or
     * it is parted from its neighbours in another way than in itself; or several numbers in the same grouping stand in a row.
     */
    private static boolean standsAlone(DigitRun run, int from, int to) {
        var groups = run.groups();
        if (from == to || (from == 0 && to == groups.size() - 1)) {
            return true;
        }
        char inside = groups.get(from + 1).gap();
        boolean uniform = groups.subList(from + 1, to + 1).stream().allMatch(group -> group.gap() == inside);
        boolean partedBefore = from == 0 || groups.get(from).gap() != inside;
        boolean partedAfter = to == groups.size() - 1 || groups.get(to + 1).gap() != inside;
        if (uniform && partedBefore && partedAfter) {
            return true;
        }
        int size = groups.getFirst().size();
        int perNumber = LENGTH / size;
        return groups.size() % perNumber == 0 && from % perNumber == 0
                && groups.stream().allMatch(group -> group.size() == size);
    }

    /** A day and a time, a telephone number and an extension, a postal code and a lot number, an amount with its thousands parted. */
    private static boolean isAnotherNumber(DigitRun run, int from, int to) {
        var groups = run.groups().subList(from, to + 1);
        if (groups.size() < 2) {
            return false;
        }
        var first = groups.getFirst().digits();
        var second = groups.get(1).digits();
        boolean amount = first.length() <= 3 && groups.subList(1, groups.size()).stream()
                .allMatch(group -> group.gap() == ',' && group.size() == 3);
        if (amount) {
            return true;
        }
        if (isYear(first) && second.length() <= 2 && isUpTo(second, 12)) {
            return true;
        }
        if (first.length() == 8 && isYear(first.substring(0, 4)) && isUpTo(first.substring(4, 6), 12)
                && isUpTo(first.substring(6), 31)) {
            return true;
        }
        if (first.length() == 3 && second.length() == 4 && groups.size() > 2 && groups.get(1).gap() == '-'
                && groups.get(2).gap() != '-') {
            return true;
        }
        boolean phone = first.startsWith("0") && (first.length() == 10 || first.length() == 11 || (groups.size() > 3
                && groups.get(2).size() == 4 && first.length() <= 5 && (first + second).length() <= 7
                && (first + second).length() >= 6));
        return phone;
    }

    private static boolean isYear(String digits) {
        return digits.length() == 4 && (digits.startsWith("19") || digits.startsWith("20"));
    }

    private static boolean isUpTo(String digits, int most) {
        int value = Integer.parseInt(digits);
        return value >= 1 && value <= most;
    }

    /** What is left of a run beside receipt numbers: 14 digits in one piece, as printed (4-4-4-2), or alone in any grouping. */
    private static List<DigitRun> withoutReceiptNumbers(DigitRun run) {
        if (run.size() == RECEIPT_LENGTH && isReceiptNumber(run.digits(0, run.groups().size()))) {
            return List.of();
        }
        var parts = new ArrayList<DigitRun>();
        int done = 0;
        int i = 0;
        while (i < run.groups().size()) {
            int length = receiptNumberAt(run, i);
            if (length > 0) {
                parts.add(new DigitRun(run.groups().subList(done, i)));
                done = i + length;
            }
            i += Math.max(length, 1);
        }
        parts.add(new DigitRun(run.groups().subList(done, run.groups().size())));
        return parts;
    }

    /** How many groups the receipt number has that begins at a group; 0 where none does. */
    private static int receiptNumberAt(DigitRun run, int at) {
        var groups = run.groups();
        if (groups.get(at).size() == RECEIPT_LENGTH && isReceiptNumber(groups.get(at).digits())) {
            return 1;
        }
        boolean printed = at + 4 <= groups.size() && groups.get(at).size() == 4 && groups.get(at + 1).size() == 4
                && groups.get(at + 2).size() == 4 && groups.get(at + 3).size() == 2;
        return printed && isReceiptNumber(run.digits(at, at + 4)) ? 4 : 0;
    }

    private static boolean isReceiptNumber(String digits) {
        return digits.charAt(0) != '0' && Damm.check(digits) == 0;
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
}
