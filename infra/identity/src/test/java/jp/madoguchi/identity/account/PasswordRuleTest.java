package jp.madoguchi.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"madoguchi-demo", "春はあけぼの やうやう", "𠮷𠮷𠮷野家で牛丼を食べた", "correct horse battery"})
    void longEnoughIsGoodEnough(String password) {
        assertThat(PasswordRule.brokenBy(password, "hanako@example.jp", "神戸 花子")).isEmpty();
    }

    @Test
    void lengthIsCountedInCharactersNotInUnits() {
        assertThat(PasswordRule.brokenBy("𠮷野家𠮷野家𠮷野家")).contains(PasswordRule.TOO_SHORT);
        assertThat(PasswordRule.brokenBy("𠮷野家で牛丼を食べた".repeat(13))).contains(PasswordRule.TOO_LONG);
        assertThat(PasswordRule.brokenBy("𠮷野家で牛丼を食べた".repeat(12))).isEmpty();
        assertThat(PasswordRule.brokenBy("12345678")).contains(PasswordRule.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaa", "1234567890", "１２３４５６７８９０", "password123", "1qaz2wsx3edc", "madoguchi2026"})
    void whatEverybodyTriesIsRefused(String password) {
        assertThat(PasswordRule.brokenBy(password)).contains(PasswordRule.TOO_COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hanako.Kobe@example.jp", "hanako.kobe", "hanako2026!", "神戸花子神戸花子神戸", "shokuin-0123"})
    void whatIsKnownOfTheOwnerIsRefused(String password) {
        assertThat(PasswordRule.brokenBy(password, "shokuin0123", "hanako.kobe@example.jp", "神戸 花子"))
                .contains(PasswordRule.ABOUT_OWNER);
    }
}
