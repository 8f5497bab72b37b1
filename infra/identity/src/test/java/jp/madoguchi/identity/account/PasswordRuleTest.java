package jp.madoguchi.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"madoguchi-demo", "春はあけぼの やうやう", "𠮷𠮷𠮷野家で牛丼を食べた", "correct horse battery"})
    void longEnoughIsGoodEnough(String password) {
        assertThat(PasswordRule.brokenBy(password, "hanako@example.jp")).isEmpty();
    }

    @Test
    void lengthIsCountedInCharactersNotInUnits() {
        assertThat(PasswordRule.brokenBy("𠮷野家𠮷野家𠮷野家")).contains(PasswordRule.TOO_SHORT);
        assertThat(PasswordRule.brokenBy("𠮷野家".repeat(43))).contains(PasswordRule.TOO_LONG);
        assertThat(PasswordRule.brokenBy("𠮷野家".repeat(42))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaa", "1234567890", "9876543210", "abcdefghijkl", "password123", "Password2026!",
            "１２３４５６７８９０", "2026qwertyuiop", "1qaz2wsx3edc", "ILoveYou123", "q1w2e3r4t5", "Ｐａｓｓｗｏｒｄ１２３", "sunshine2026!",
            "madoguchi2026", "sakura0401!"})
    void whatEverybodyTriesIsRefused(String password) {
        assertThat(PasswordRule.brokenBy(password)).contains(PasswordRule.TOO_COMMON);
    }

    @Test
    void theListIsTheRealOne() {
        assertThat(CommonPasswords.size()).isGreaterThan(200_000);
        assertThat(CommonPasswords.contains("password")).isTrue();
        assertThat(CommonPasswords.contains("春はあけぼの やうやう")).isFalse();
    }

    @Test
    void aCommonWordAmongMuchElseIsGoodEnough() {
        assertThat(PasswordRule.brokenBy("sakura83920174655")).isEmpty();
    }

    @Test
    void theMailAddressIsNoPassword() {
        assertThat(PasswordRule.brokenBy("Hanako.Kobe@example.jp", "hanako.kobe@example.jp"))
                .contains(PasswordRule.SAME_AS_LOGIN);
        assertThat(PasswordRule.brokenBy("hanako.kobe", "hanako.kobe@example.jp"))
                .contains(PasswordRule.SAME_AS_LOGIN);
    }
}
