package jp.madoguchi.platform.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordWeaknessTest {

    private static final String[] HANAKO = {"hanako.kobe@example.jp", "神戸 花子", "コウベ　ハナコ", "090-1234-9876", "1990-04-21",
            "3566-3958-9841-47", ""};

    @ParameterizedTest
    @ValueSource(strings = {"madoguchi-demo", "春はあけぼの やうやう", "𠮷𠮷𠮷野家で牛丼を食べた", "correct horse battery",
            "sakura83920174655",
            "あじさいと傘", "みどりのかえる", "deed of the tree", "7301958264", "猫は三匹", "20261399", "hanamaru-tokei", "kobe no umi"})
    void aWordOfOnesOwnIsNotWeak(String password) {
        assertThat(PasswordWeakness.of(password, HANAKO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "password123", "Password2026!", "2026qwertyuiop", "ILoveYou123", "q1w2e3r4t5",
            "Ｐａｓｓｗｏｒｄ１２３",
            "sunshine2026!", "sakura0401!", "  sakura  "})
    void whatBecamePublicIsWeakAlsoWithALittleAround(String password) {
        assertThat(PasswordWeakness.of(password)).contains(PasswordWeakness.COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"madoguchi2026", "まどぐち市", "パスワード12", "合言葉合言葉", "ﾊﾟｽﾜｰﾄﾞ123", "あいことば！",
            "madoguchi-city", "MadoguchiPortal2026", "まどぐち市ポータル"})
    void wordsOfThisPlaceAreWeak(String password) {
        assertThat(PasswordWeakness.of(password)).contains(PasswordWeakness.COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "87654321", "1234567890", "９８７６５４３２１０", "qwertyui", "asdfghjk", "zxcvbnm,./",
            "poiuytrewq",
            "qweasdzxc", "1qaz2wsx3edc", "zaq12wsx", "abcdefghijkl", "abcd1234", "qwertyuiop@[", "147258369",
            "112233445566",
            "!QAZ2wsx#EDC", "あいうえおかきくけこ", "アイウエオカキク", "いろはにほへと", "azertyuiop", "12345678ab"})
    void walksAlongTheKeysAreWeak(String password) {
        assertThat(PasswordWeakness.of(password)).contains(PasswordWeakness.COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaa", "ああああああああ", "abababababab", "13571357", "sakurasakura", "qwertyqwerty",
            "7x!7x!7x!7x", "猫犬猫犬猫犬",
            "19900421 19900421 "})
    void repetitionsAreWeak(String password) {
        assertThat(PasswordWeakness.of(password)).contains(PasswordWeakness.COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19900401", "2026/11/27", "２０２６年１１月２７日", "1945-08-15"})
    void datesAreWeak(String password) {
        assertThat(PasswordWeakness.of(password)).contains(PasswordWeakness.COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hanako.kobe@example.jp", "Hanako.Kobe", "hanakokobe", "ＨＡＮＡＫＯ.1990", "神戸花子", "神戸　花子2026",
            "花子19900421",
            "ハナコハナコ", "09012349876", "090 1234 9876", "1990.04.21", "3566395898 4147", "35663958984147",
            "hanako-kobe-2024"})
    void whatIsKnownAboutTheOwnerIsWeak(String password) {
        assertThat(PasswordWeakness.of(password, HANAKO)).contains(PasswordWeakness.ABOUT_OWNER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "！", "\uD842", "𠮷"})
    void anythingCanBeAsked(String password) {
        assertThat(PasswordWeakness.of(password, "", " ", "@", "\uD842"))
                .isNotEqualTo(Optional.of(PasswordWeakness.ABOUT_OWNER));
    }

    @Test
    void theListIsTheRealOne() {
        assertThat(CommonPasswords.size()).isGreaterThan(200_000);
        assertThat(CommonPasswords.contains("password")).isTrue();
        assertThat(CommonPasswords.contains("春はあけぼの やうやう")).isFalse();
    }
}
