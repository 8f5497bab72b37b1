package jp.madoguchi.forms.field;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of question by their names: {@code kind} in a definition file, and the word of the people who write forms.
 */
public enum KindName {

    TEXT("文字"), //
    NUMBER("数"), //
    MONEY("金額"), //
    DATE("日付"), //
    TIME("時刻"), //
    MONTH("年月"), //
    YES_NO("はい・いいえ"), //
    CHOOSE_ONE("1つ選ぶ"), //
    CHOOSE_MANY("いくつか選ぶ"), //
    CHOOSE_LISTED("長い一覧から探して選ぶ"), //
    PERSON_NAME("氏名"), //
    KANA("フリガナ"), //
    ADDRESS("住所"), //
    PHONE("電話番号"), //
    MAIL("メールアドレス"), //
    BANK_ACCOUNT("口座"), //
    CODE_NUMBER("番号"), //
    FILES("ファイル"), //
    FILLED_BY_OTHER("ほかの人が記入"), //
    AGREEMENT("同意"), //
    INFORMATION("案内");

    private final String word;

    KindName(String word) {
        this.word = word;
    }

    /** As a definition file has it: {@code choose-one}. */
    public String inFile() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As those who write forms call it, in Japanese. */
    public String word() {
        return word;
    }

    /** Of a name in a definition file. */
    public static Optional<KindName> of(String inFile) {
        return Arrays.stream(values()).filter(kind -> kind.inFile().equals(inFile)).findFirst();
    }

    /** All names as definition files have them. */
    public static List<String> all() {
        return Arrays.stream(values()).map(KindName::inFile).sorted().toList();
    }
}
