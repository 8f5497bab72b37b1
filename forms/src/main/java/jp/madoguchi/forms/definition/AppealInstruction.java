package jp.madoguchi.forms.definition;

/**
 * The appeal instruction (教示) that an adverse or partly granting notice must carry (行政不服審査法 82条, 行政事件訴訟法 46条).
 *
 * @param reviewBody whom to ask for review (審査庁): 「市長」
 * @param reviewMonths within how many months of the day after learning of it: 3 by law
 * @param defendant against whom to sue
 * @param suitMonths within how many months of learning of it: 6 by law
 * @param text the wording printed in the notice
 */
public record AppealInstruction(String reviewBody, int reviewMonths, String defendant, int suitMonths, String text) {}
