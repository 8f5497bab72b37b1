package jp.madoguchi.forms.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseTest {

    @ParameterizedTest
    @CsvSource({"1912-07-29,明治45年7月29日", "1912-07-30,大正元年7月30日", "1926-12-24,大正15年12月24日", "1926-12-25,昭和元年12月25日",
            "1989-01-07,昭和64年1月7日", "1989-01-08,平成元年1月8日", "2019-04-30,平成31年4月30日", "2019-05-01,令和元年5月1日",
            "1872-12-31,1872年12月31日"})
    void everyDayHasOneEra(LocalDate date, String words) {
        assertThat(Era.format(date)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"2020-04-01,2026-03-31,6", "2020-04-02,2026-03-31,5", "2020-04-02,2026-04-01,6",
            "2000-02-29,2001-02-27,0",
            "2000-02-29,2001-02-28,1", "2026-11-20,2026-11-20,0", "2027-11-20,2026-11-20,-1"})
    void aYearOfAgeIsAttainedTheDayBeforeTheBirthday(LocalDate birth, LocalDate day, int age) {
        assertThat(Age.on(birth, day)).isEqualTo(age);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789018", "１２３４５６７８９０１８", "1234-5678-9018", "1234 5678 9018", "番号は1234　5678　9018です",
            "１２３４－５６７８－９０１８", "a123456789018b", "123-456-789-018", "090-1234 123456789018", "1234.5678.9018",
            "1234/5678/9018", "1234・5678・9018", "1234_5678_9018",
            "1234--5678--9018", "1234 - 5678 - 9018", "12345678901 8x", "12-3456-7890-18", "1 2 3 4 5 6 7 8 9 0 1 8",
            "一二三四五六七八九〇一八", "①②③④五六七八9018", "12\u200B34\u20605678\uFEFF9018", "1\uFE0F\u20E32\uFE0F\u20E33456789018",
            "1234-5678-9018 1234-5678-9018", "123456789018123456789018でなく123456789018", "1234 5678 9018 1234 5678 9018",
            "078-331-8181 1234-5678-9018", "123456789018 25歳", "1234\n5678\n9018"})
    void myNumbersAreFound(String text) {
        assertThat(MyNumber.appearsIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789012", "1234567890181", "2026-11-20 1030", "078-331-8181", "9000020281000",
            "123456789018123", "1234-5678-9018-1234", "2026/11/20 1030", "09012345678 1",
            "1234567890181234567890", "650-8570 12-345"})
    void otherNumbersAreNot(String text) {
        assertThat(MyNumber.appearsIn(text)).isFalse();
    }

    @Test
    void corporateNumbersCarryTheirCheckDigitInFront() {
        assertThat(CorporateNumber.isValid("9000020281000")).isTrue();
        assertThat(CorporateNumber.isValid("8000020281000")).isFalse();
        assertThat(CorporateNumber.isValid("900002028100")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"かがやあ,カガヤア", "カガヤー,カガヤー", "ｶﾞｷﾞｸﾞ,ガギグ", "ﾔﾏﾀﾞ ﾊﾅｺ,ヤマダ　ハナコ", "ゔぁいおりん,ヴァイオリン", "ｿｰｿﾞｰ,ソーゾー"})
    void kanaBecomeFullWidthKatakana(String typed, String stored) {
        assertThat(Kana.katakana(typed)).isEqualTo(stored);
        assertThat(Kana.isKatakana(stored)).isTrue();
    }

    @Test
    void bankKanaAreHalfWidthAndLarge() {
        assertThat(Kana.bank("ショウジ　ハナコ")).contains("ｼﾖｳｼﾞ ﾊﾅｺ");
        assertThat(Kana.bank("カ）コウベショウテン")).contains("ｶ)ｺｳﾍﾞｼﾖｳﾃﾝ");
        assertThat(Kana.bank("ヨーコ")).contains("ﾖ-ｺ");
        assertThat(Kana.bank("神戸")).isEmpty();
        assertThat(Kana.bank("ア,イ")).isEmpty();
    }

    @Test
    void yuchoSymbolsAreConverted() {
        assertThat(YuchoAccount.of("14320", "12345671"))
                .isEqualTo(Optional.of(new YuchoAccount("438", "四三八", "1", "1234567")));
        assertThat(YuchoAccount.of("00910", "12345"))
                .isEqualTo(Optional.of(new YuchoAccount("099", "〇九九", "2", "0012345")));
        assertThat(YuchoAccount.of("14320", "12345670")).isEmpty();
        assertThat(YuchoAccount.of("24320", "12345671")).isEmpty();
    }
}
