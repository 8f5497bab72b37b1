package jp.madoguchi.backoffice.office;

import org.jspecify.annotations.Nullable;

/**
 * An office as its papers name it.
 *
 * @param mark stands in document numbers; the name of the office where it has none
 * @param section in charge, empty where it is not said
 * @param phone as printed, empty where it is not said
 * @param signer the name under which its papers go out; null for the city's usual one
 * @param sealOmitted whether 「（公印省略）」 stands under it; null for the city's usual way
 * @param revision counts the changes; 0 where nothing was ever kept
 */
public record OfficePaper(String code, String name, String mark, String section, String phone, @Nullable String signer,
        @Nullable Boolean sealOmitted, int revision) {

    /** Of an office about which nothing was kept. */
    public static OfficePaper of(String code, String name) {
        return new OfficePaper(code, name, name, "", "", null, null, 0);
    }

    /** In one line, for the record of changes. */
    public String words() {
        return "文書番号の略称 " + mark + "、担当 " + orNone(section) + "、電話 " + orNone(phone) + "、署名 "
                + (signer == null ? "市の設定" : orNone(signer)) + "、公印 "
                + (sealOmitted == null ? "市の設定" : sealOmitted ? "省略" : "省略しない");
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "なし" : text;
    }
}
