package jp.madoguchi.forms.city;

/**
 * A ward (区) of a designated city.
 *
 * @param id under which figures of the ward are kept, such as {@code chuo}; never changes
 * @param code its local government code (全国地方公共団体コード), six digits with the check digit
 * @param name 「中央区」, as it stands in an address
 * @param kana 「チュウオウク」
 * @param nameEn 「Chuo-ku」
 */
public record Ward(String id, String code, String name, String kana, String nameEn) {

    private static final int WITHOUT_CHECK_DIGIT = 5;

    /** Whether this is the ward by its name, its code (5 or 6 digits) or its id. */
    boolean isCalled(String text) {
        return name.equals(text) || code.equals(text) || id.equals(text)
                || (text.length() == WITHOUT_CHECK_DIGIT && code.startsWith(text));
    }
}
