package jp.madoguchi.backoffice.reform;

import java.util.Optional;
import java.util.stream.Stream;

/** The wards of the city; the code is that of the ward's office. */
public enum Ward {

    HIGASHINADA("higashinada", "東灘区"), NADA("nada", "灘区"), CHUO("chuo", "中央区"), HYOGO("hyogo", "兵庫区"), KITA("kita",
            "北区"), NAGATA("nagata", "長田区"), SUMA("suma", "須磨区"), TARUMI("tarumi", "垂水区"), NISHI("nishi", "西区");

    private final String code;
    private final String label;

    Ward(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public static Optional<Ward> of(String code) {
        return Stream.of(values()).filter(ward -> ward.code.equals(code)).findFirst();
    }
}
