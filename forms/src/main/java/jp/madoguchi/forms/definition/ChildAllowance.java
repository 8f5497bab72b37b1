package jp.madoguchi.forms.definition;

import jp.madoguchi.forms.QuestionId;

/**
 * Which answers an approving notice works the child allowance (児童手当) out from: the monthly amount of each child (児童手当法6条)
 * and the month from which it is paid (8条2項・3項).
 *
 * @param children the repeat whose rows are the children, those of college age among them
 * @param birth in it the day of birth
 * @param supported in it whether the claimant bears the cost of living of a child of college age (18歳到達年度末の後、22歳到達年度末まで)
 * @param since the day of moving, or on which the reason for a late claim ended; where it is not asked, the claim is for a birth, and
 *            the day on which the youngest of the children was born counts
 */
public record ChildAllowance(QuestionId children, QuestionId birth, QuestionId supported,
        QuestionId since) {}
