package jp.madoguchi.forms.japanese;

import java.util.Arrays;
import java.util.Optional;

/**
 * The nine wards of the city (神戸市) with their local government codes (全国地方公共団体コード) and offices.
 */
public enum Ward {

    HIGASHINADA("東灘区", "281018", "higashinada"), NADA("灘区", "281026", "nada"), HYOGO("兵庫区", "281051", "hyogo"), NAGATA(
            "長田区", "281069", "nagata"), SUMA("須磨区", "281077", "suma"), TARUMI("垂水区", "281085", "tarumi"), KITA("北区",
                    "281093", "kita"), CHUO("中央区", "281107", "chuo"), NISHI("西区", "281115", "nishi");

    /** As it stands in an address. */
    public static final String CITY = "兵庫県神戸市";

    private final String title;
    private final String code;
    private final String office;

    Ward(String title, String code, String office) {
        this.title = title;
        this.code = code;
        this.office = office;
    }

    /** 「中央区」. */
    public String title() {
        return title;
    }

    /** 「Chuo-ku」. */
    public String english() {
        return Character.toUpperCase(office.charAt(0)) + office.substring(1) + "-ku";
    }

    /** The code of the ward office in routing and staff claims. */
    public String office() {
        return office;
    }

    /** By name, local government code (5 or 6 digits) or office code. */
    public static Optional<Ward> find(String text) {
        var given = Digits.halfWidth(Digits.trim(text));
        return Arrays.stream(values()).filter(ward -> ward.title.equals(given) || ward.code.equals(given)
                || (given.length() == 5 && ward.code.startsWith(given)) || ward.office.equals(given)).findFirst();
    }
}
