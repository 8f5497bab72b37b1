package jp.madoguchi.forms.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Question;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @ParameterizedTest
    @CsvSource({"AD,2020,2,29,2020-02-29", "'',2020,2,29,2020-02-29", "R,元,5,1,2019-05-01", "R,1,5,1,2019-05-01",
            "S,６４,１,７,1989-01-07", "H,31年,4月,30日,2019-04-30", "T,元,7,30,1912-07-30", "r,8,11,20,2026-11-20"})
    void datesAreTakenInEveryCalendar(String era, String year, String month, String day, LocalDate date) {
        assertThat(answer("kind: date", ".era=" + era, ".year=" + year, ".month=" + month, ".day=" + day))
                .isEqualTo(new Answer.Date(date));
    }

    @ParameterizedTest
    @CsvSource({"S,64,1,8,year,outside-of-era", "H,31,5,1,year,outside-of-era", "R,元,4,30,year,outside-of-era",
            "AD,2023,2,29,day,no-such-day", "AD,2023,13,1,month,month", "AD,2023,0,1,month,month",
            "AD,20,1,1,year,year",
            "AD,,1,1,year,incomplete", "X,1,1,1,era,era", "AD,2023,1,,day,incomplete", "H,0,1,1,year,year",
            "H,100,1,1,year,year", "AD,元,1,1,year,year", "AD,99999,1,1,year,year", "M,元,1,1,year,outside-of-era"})
    void datesThatDoNotExistAreRefusedAtTheirPart(String era, String year, String month, String day, String part,
            String code) {
        var flaw = flaws("kind: date", ".era=" + era, ".year=" + (year == null ? "" : year), ".month=" + month,
                ".day=" + (day == null ? "" : day)).getFirst();

        assertThat(flaw.part()).isEqualTo(part);
        assertThat(flaw.code()).isEqualTo(code);
        assertThat(flaw.message().ja()).contains("問い");
    }

    @Test
    void datesHaveLimits() {
        assertThat(codes("kind: date, latest: today", ".year=2026", ".month=11", ".day=21"))
                .containsExactly("too-late");
        assertThat(codes("kind: date, latest: today", ".year=2026", ".month=11", ".day=20")).isEmpty();
        assertThat(codes("kind: date, earliest: -P14D", ".year=2026", ".month=11", ".day=5"))
                .containsExactly("too-early");
        assertThat(codes("kind: date", ".year=1868", ".month=1", ".day=24")).containsExactly("too-early");
        assertThat(codes("kind: date", ".year=2126", ".month=11", ".day=21")).containsExactly("too-late");
    }

    @Test
    void textIsKeptExactly() {
        for (var text : List.of("𠮷田", "髙橋", "葛\uDB40\uDD00城", " 前後に空白 ", "か\u3099", "👨‍👩‍👧", "〜−")) {
            assertThat(answer("kind: text, max: 10", "=" + text)).isEqualTo(new Answer.Text(text));
        }
    }

    @Test
    void textIsCountedInCodePoints() {
        assertThat(codes("kind: text, max: 3", "=𠮷𠮷𠮷")).isEmpty();
        assertThat(codes("kind: text, max: 3", "=𠮷𠮷𠮷𠮷")).containsExactly("too-long");
        assertThat(codes("kind: text, max: 10000", "=" + "字".repeat(10_001))).contains("too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\uD800", "x\uDC00y", "\u202Eabc", "\u200Eabc", "a\nb", "\uFFFE", "\uFEFFa",
            "a\u2028b"})
    void unprintableCharactersAreRefusedAndTakenOut(String text) {
        var reading = read("kind: text, max: 100", "=" + text);

        assertThat(reading).isInstanceOfSatisfying(Reading.NotUnderstood.class, refused -> {
            assertThat(refused.flaws()).extracting(Flaw::code).containsExactly("unprintable");
            assertThat(codes("kind: text, max: 100", "=" + refused.kept().first(""))).isEmpty();
        });
    }

    @Test
    void severalLinesKeepTheirBreaks() {
        assertThat(answer("kind: text, max: 100, multiline: true", "=一\r\n二\r三\n"))
                .isEqualTo(new Answer.Text("一\n二\n三\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind: text, max: 100", "kind: text, max: 100, multiline: true", "kind: number",
            "kind: phone",
            "kind: kana", "kind: mail", "{kind: code-number, min-digits: 12, max-digits: 12}"})
    void noFieldTakesAMyNumber(String kind) {
        var reading = read(kind.replaceAll("[{}]", ""), "=1234-5678-9018");

        assertThat(reading).isInstanceOfSatisfying(Reading.NotUnderstood.class, refused -> {
            assertThat(refused.flaws()).extracting(Flaw::code).contains("my-number");
            assertThat(refused.kept().toString()).doesNotContain("5678");
        });
    }

    @Test
    void aPatternCannotHangTheServer() {
        assertThat(codes("kind: text, max: 10000, pattern: '(a+)+b', pattern-message: だめ", "=" + "a".repeat(5000)))
                .containsExactly("pattern");
        assertThat(codes("kind: text, max: 10000, pattern: '(a|b)*c'", "=" + "ab".repeat(5000)))
                .containsExactly("pattern");
        assertThat(codes("kind: text, max: 10, pattern: '[A-Z]{2}-[0-9]+'", "=AB-12")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12,12", "１２,12", "'1,234',1234", "'１，２３４',1234", "-5,-5", "−5,-5", "1.50,1.5", "0,0", "100,100",
            "3人,3", "000,0"})
    void numbersAreTakenAsPeopleTypeThem(String typed, java.math.BigDecimal value) {
        assertThat(answer("kind: number, decimals: 2, unit: 人", "=" + typed)).isEqualTo(new Answer.Number(value));
    }

    @Test
    void numbersHaveLimits() {
        assertThat(codes("kind: number", "=三")).containsExactly("not-a-number");
        assertThat(codes("kind: number", "=1.5")).containsExactly("decimals");
        assertThat(codes("kind: number, min: 1, max: 9", "=0")).containsExactly("too-small");
        assertThat(codes("kind: number, min: 1, max: 9", "=10")).containsExactly("too-large");
        assertThat(codes("kind: number", "=1e9")).containsExactly("not-a-number");
        assertThat(codes("kind: number", "=1111111111111111")).containsExactly("too-long");
        assertThat(codes("kind: number", "=1,23")).containsExactly("not-a-number");
    }

    @Test
    void namesKeepTheirCharactersAndTheirKanaAreConverted() {
        assertThat(answer("kind: person-name", ".family=髙橋", ".given=太郎", ".family-kana=たかはし", ".given-kana=ﾀﾛｳ"))
                .isEqualTo(new Answer.PersonName("髙橋", "太郎", "タカハシ", "タロウ"));
        assertThat(codes("kind: person-name", ".family=髙橋", ".given=", ".family-kana=タカハシ", ".given-kana="))
                .containsExactly("incomplete");
        assertThat(codes("kind: person-name", ".family=SUHARTO", ".given=", ".family-kana=スハルト", ".given-kana="))
                .isEmpty();
        assertThat(codes("kind: person-name", ".family=神戸", ".given=花子", ".family-kana=神戸", ".given-kana=ハナコ"))
                .containsExactly("kana");
        assertThat(codes("kind: person-name, with-kana: false", ".family=神戸", ".given=花子")).isEmpty();
    }

    @Test
    void addressesWithinTheCityNeedAWard() {
        assertThat(answer("kind: address, within-city: true", ".postal=〒６５０－８５７０", ".ward=chuo", ".town=加納町",
                ".number=6丁目5-1")).isEqualTo(
                        new Answer.Address("6508570", "兵庫県神戸市", "中央区", "加納町", "6丁目5-1", null));
        assertThat(codes("kind: address, within-city: true", ".ward=北浜区", ".town=x", ".number=1"))
                .containsExactly("ward");
        assertThat(codes("kind: address, within-city: true", ".prefecture-city=大阪府大阪市", ".ward=中央区", ".town=x",
                ".number=1")).containsExactly("outside-of-city");
        assertThat(codes("kind: address", ".prefecture-city=大阪府大阪市", ".ward=中央区", ".town=x", ".number=1")).isEmpty();
        assertThat(codes("kind: address", ".postal=123", ".prefecture-city=大阪府大阪市", ".town=", ".number=1"))
                .containsExactly("postal", "incomplete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"078-331-8181", "０７８－３３１－８１８１", "(078)331-8181", "09012345678", "0120-123-456",
            "0800-123-4567"})
    void phonesAreKeptAsTyped(String typed) {
        assertThat(answer("kind: phone", "=" + typed)).isEqualTo(new Answer.Text(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"331-8181", "0781234567890", "でんわ", "00-1234-5678", "01234567890"})
    void otherNumbersAreNoPhones(String typed) {
        assertThat(codes("kind: phone", "=" + typed)).containsExactly("phone");
    }

    @Test
    void mailIsTypedTwice() {
        assertThat(answer("kind: mail", "=hanako@example.jp", ".again= hanako@example.jp "))
                .isEqualTo(new Answer.Text("hanako@example.jp"));
        assertThat(answer("kind: mail", "=ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ", ".again=hanako@example.jp"))
                .isEqualTo(new Answer.Text("hanako@example.jp"));
        assertThat(codes("kind: mail", "=hanako@example.jp", ".again=")).containsExactly("again-missing");
        assertThat(codes("kind: mail", "=hanako@example.jp", ".again=hanoko@example.jp"))
                .containsExactly("again-differs");
        for (var bad : List.of("a..b@example.jp", "@example.jp", "a@b", "あ@example.jp", "a@example.jp,b@example.jp",
                ".a@example.jp", "a.@example.jp", "a b@example.jp", "a".repeat(65) + "@example.jp")) {
            assertThat(codes("kind: mail", "=" + bad, ".again=" + bad)).as(bad).containsExactly("mail");
        }
    }

    @Test
    void bankAccountsAreConverted() {
        assertThat(answer("kind: bank-account", ".bank=０００９", ".bank-name=三井住友銀行", ".branch=500", ".branch-name=神戸営業部",
                ".type=1", ".number=12345", ".holder=こうべ　はなこ")).isEqualTo(
                        new Answer.BankAccount("0009", "三井住友銀行", "500", "神戸営業部", "1", "0012345", "ｺｳﾍﾞ ﾊﾅｺ"));
        assertThat(answer("kind: bank-account", ".type=1", ".yucho-symbol=14320", ".yucho-number=12345671",
                ".holder=コウベ ハナコ")).isEqualTo(
                        new Answer.BankAccount("9900", "ゆうちょ銀行", "438", "四三八", "1", "1234567", "ｺｳﾍﾞ ﾊﾅｺ"));
        assertThat(codes("kind: bank-account", ".bank=9", ".branch=50", ".number=12345678", ".holder=神戸"))
                .containsExactly("bank-number", "bank-number", "bank-number", "kana");
        assertThat(codes("kind: bank-account", ".bank=9", ".branch=50", ".number=12345678", ".type=9", ".holder=カ"))
                .containsExactly("bank-number", "bank-number", "not-an-option", "bank-number");
        assertThat(codes("kind: bank-account", ".bank=0009", ".yucho-symbol=14320", ".holder=カ"))
                .containsExactly("two-accounts");
        assertThat(read("kind: bank-account", ".type=1")).isInstanceOf(Reading.Nothing.class);
    }

    @Test
    void choicesMustBeOnTheList() {
        var one = "kind: choose-one, options: [{code: a, label: あ}, {code: x, label: その他, asks-for-words: true}]";
        assertThat(answer(one, "=a", ".other=忘れて")).isEqualTo(new Answer.Choices(List.of("a"), null));
        assertThat(answer(one, "=x", ".other=これ")).isEqualTo(new Answer.Choices(List.of("x"), "これ"));
        assertThat(codes(one, "=x", ".other=　")).containsExactly("other-missing");
        assertThat(codes(one, "=b")).containsExactly("not-an-option");
        assertThat(codes(one, "=a", "=x", ".other=y")).containsExactly("too-many");
        var many = "kind: choose-many, min: 1, max: 2, options: [{code: a, label: あ}, {code: b, label: い}, {code: c, label: う}]";
        assertThat(answer(many, "=c", "=a", "=a")).isEqualTo(new Answer.Choices(List.of("a", "c"), null));
        assertThat(codes(many, "=a", "=b", "=c")).containsExactly("too-many");
    }

    @Test
    void codesAndTimes() {
        assertThat(answer("kind: code-number, rule: corporate-number", "=9-0000-2028-1000"))
                .isEqualTo(new Answer.Text("9000020281000"));
        assertThat(codes("kind: code-number, rule: corporate-number", "=8000020281000"))
                .containsExactly("check-digit");
        assertThat(codes("kind: code-number, min-digits: 15, max-digits: 15", "=123")).containsExactly("digits");
        assertThat(answer("kind: time", "=１４：３０")).isEqualTo(new Answer.Time(java.time.LocalTime.of(14, 30)));
        assertThat(answer("kind: time", "=9時5分")).isEqualTo(new Answer.Time(java.time.LocalTime.of(9, 5)));
        assertThat(codes("kind: time", "=25:00")).containsExactly("time");
        assertThat(answer("kind: month", ".era=S", ".year=64", ".month=1"))
                .isEqualTo(new Answer.Month(java.time.YearMonth.of(1989, 1)));
        assertThat(codes("kind: month", ".era=S", ".year=64", ".month=2")).containsExactly("outside-of-era");
        assertThat(codes("kind: yes-no", "=maybe")).containsExactly("not-an-option");
        assertThat(codes("kind: agreement, statement: はい", "=no")).containsExactly("not-an-option");
    }

    private static Question question(String kind) {
        return (Question) SampleForms.asking(kind).pages().getFirst().items().getFirst();
    }

    private static Reading read(String kind, String... parts) {
        var typed = new LinkedHashMap<String, List<String>>();
        Arrays.stream(parts).forEach(part -> {
            var at = part.indexOf('=');
            var name = part.substring(0, at).replace(".", "");
            var values = new java.util.ArrayList<>(typed.getOrDefault(name, List.of()));
            values.add(part.substring(at + 1));
            typed.put(name, values);
        });
        return Fields.read(question(kind), new Typed(typed), SampleForms.TODAY);
    }

    /** The answer read, which printed back and read again is the same. */
    private static Answer answer(String kind, String... parts) {
        var reading = read(kind, parts);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        var answer = ((Reading.Understood) reading).answer();
        var question = question(kind);
        assertThat(Fields.read(question, Fields.print(question.kind(), answer), SampleForms.TODAY))
                .isEqualTo(new Reading.Understood(answer));
        return answer;
    }

    private static List<Flaw> flaws(String kind, String... parts) {
        return read(kind, parts) instanceof Reading.NotUnderstood refused ? refused.flaws() : List.of();
    }

    private static List<String> codes(String kind, String... parts) {
        return flaws(kind, parts).stream().map(Flaw::code).toList();
    }
}
