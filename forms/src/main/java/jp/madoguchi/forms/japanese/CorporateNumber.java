package jp.madoguchi.forms.japanese;

/**
 * Corporate numbers (法人番号): 13 digits of which the first is the check digit (財務省令 法人番号の指定等に関する省令 2条).
 */
public final class CorporateNumber {

    private static final int LENGTH = 13;

    private CorporateNumber() {}

    public static boolean isValid(String digits) {
        if (!Digits.areOnly(digits, LENGTH, LENGTH)) {
            return false;
        }
        int sum = 0;
        for (int n = 1; n < LENGTH; n++) {
            sum += (digits.charAt(LENGTH - n) - '0') * (n % 2 == 1 ? 1 : 2);
        }
        return digits.charAt(0) - '0' == 9 - sum % 9;
    }
}
