package jp.madoguchi.portal.account;

/**
 * The page a mailed link leads to. Mail programs open links to look at them, so nothing opens before a button is pressed.
 *
 * @param what key of the words for what it leads to
 * @param action where the button posts to
 * @param asksWord whether the own word is asked for, which proves beside the link that it is the applicant who holds it
 * @param signIn where an account holder goes instead, empty for nobody
 * @param error what was wrong with the answer, empty for nothing
 */
public record LinkPage(String what, String action, boolean asksWord, String signIn, String error) {}
