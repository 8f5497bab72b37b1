package jp.madoguchi.forms.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
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

/** The many ways in which people write one thing: taken as meant, or answered with what to type. */
class WritingsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource({"17:30,17:30", "1730,17:30", "１７３０,17:30", "１７：３０,17:30", "17.30,17:30", "17時30分,17:30", "17時半,17:30",
            "午後5時半,17:30", "午後５時３０分,17:30", "午後5:30,17:30", "PM5:30,17:30", "5:30pm,17:30", "5:30 p.m.,17:30",
            "午前9時,09:00", "9時,09:00", "930,09:30", "0930,09:30", "正午,12:00", "午後0時15分,12:15", "十七時三十分,17:30",
            "0時,00:00",
            "12:00am,00:00", "12 pm,12:00", "17時30分ごろ,17:30", "17時30,17:30"})
    void times(String typed, LocalTime time) {
        assertThat(answer("kind: time", "=" + typed)).as(typed).isEqualTo(new Answer.Time(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "24:00", "25時", "17:60", "午後12時", "午前12時", "午後17時", "夕方", "17:3", "12345", "am5pm",
            "13pm",
            "午後", "時", "-1:00"})
    void timesThatCouldMeanTwoThingsAreAskedFor(String typed) {
        assertThat(messages("kind: time", "=" + typed)).as(typed).singleElement().asString().contains("14:30");
    }

    @ParameterizedTest
    @CsvSource({"AD,令和8,11,20,2026-11-20", "AD,R8,11,20,2026-11-20", "'',r8,11,20,2026-11-20", "AD,㋿8,11,20,2026-11-20",
            "AD,令和8年,11月,20日,2026-11-20", "AD,令和八年,十一月,二十日,2026-11-20", "R,令和8,11,20,2026-11-20",
            "AD,令和元年,5,1,2019-05-01", "AD,平成31,4,30,2019-04-30", "AD,S64,1,7,1989-01-07", "AD,昭64,1,7,1989-01-07",
            "AD,昭和.64,1,7,1989-01-07", "AD,西暦2026年,11,20,2026-11-20", "AD,２０２６,１１,２０,2026-11-20",
            "AD,2026/11/20,'','',2026-11-20", "AD,2026-11-20,'','',2026-11-20", "AD,20261120,'','',2026-11-20",
            "AD,令和8年11月20日,'','',2026-11-20", "AD,R8.11.20,'','',2026-11-20", "R,8.11.20,'','',2026-11-20",
            "AD,二〇二六年十一月二十日,'','',2026-11-20", "AD,2026年１１月２０日,'','',2026-11-20"})
    void dates(String era, String year, String month, String day, LocalDate date) {
        assertThat(answer("kind: date", ".era=" + era, ".year=" + year, ".month=" + month, ".day=" + day)).as(year)
                .isEqualTo(new Answer.Date(date));
    }

    @ParameterizedTest
    @CsvSource({"S,令和8,11,20", "AD,令8和,11,20", "AD,26,11,20", "AD,令和,11,20", "AD,2026/11/20,11,''", "AD,R0,1,1",
            "H,令和元,5,1", "AD,Q8,1,1"})
    void datesThatContradictThemselvesAreAskedFor(String era, String year, String month, String day) {
        assertThat(messages("kind: date", ".era=" + era, ".year=" + year, ".month=" + month, ".day=" + day)).as(year)
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"AD,令和8年4月,''", "AD,2026/4,''", "AD,R8,4", "R,8,四月"})
    void months(String era, String year, String month) {
        assertThat(answer("kind: month", ".era=" + era, ".year=" + year, ".month=" + month)).as(year)
                .isEqualTo(new Answer.Month(java.time.YearMonth.of(2026, 4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"078-331-8181", "０７８－３３１－８１８１", "078.331.8181", "078 331 8181", "(078)331-8181",
            "（０７８）３３１－８１８１", "+81 78-331-8181", "+81-(0)78-331-8181", "＋８１ 90 1234 5678", "0081 78 331 8181",
            "078-331-8181 内線123", "078-331-8181（内線 123）", "078-331-8181（内）12", "078-331-8181 ext. 12",
            "078-331-8181 x12", "078-331-8181#12", "09012345678", "090ー1234ー5678", "0120-123-456", "0800-123-4567",
            "TEL 078-331-8181", "電話：078-331-8181", "078・331・8181", "078/331/8181"})
    void phones(String typed) {
        assertThat(answer("kind: phone", "=" + typed)).as(typed).isEqualTo(new Answer.Text(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"331-8181", "110", "+1 212 555 0123", "078-331-81", "078-331-8181 090-1234-5678", "なし",
            "内線123", "078-331-8181 内線", "00-0000-0000"})
    void phonesThatCannotBeDialledAreAskedFor(String typed) {
        assertThat(messages("kind: phone", "=" + typed)).as(typed).singleElement().asString().contains("078-331-8181");
    }

    @ParameterizedTest
    @CsvSource({"神戸,花子,コウベ,ハナコ,神戸,花子,コウベ,ハナコ", "神戸　花子,'',コウベ　ハナコ,'',神戸,花子,コウベ,ハナコ",
            "Smith,John,'','',Smith,John,,", "Suharto,'','','',Suharto,'',,", "'',Suharto,'','',Suharto,'',,",
            "スハルト,'','','',スハルト,'',スハルト,", "マリア,クララ,'','',マリア,クララ,マリア,クララ", "まつだ,さくら,'','',まつだ,さくら,マツダ,サクラ",
            "Nguyễn,Thị Hoa,グエン,ティ ホア,Nguyễn,Thị Hoa,グエン,ティ　ホア", "김,민준,'','',김,민준,,",
            "ド＝ゴール,ジャン＝ポール,'','',ド＝ゴール,ジャン＝ポール,ド＝ゴール,ジャン＝ポール",
            "神戸,花子,こうべ,ﾊﾅｺ,神戸,花子,コウベ,ハナコ"})
    void names(String family, String given, String familyKana, String givenKana, String keptFamily, String keptGiven,
            String keptFamilyKana, String keptGivenKana) {
        assertThat(answer("kind: person-name", ".family=" + family, ".given=" + given, ".family-kana=" + familyKana,
                ".given-kana=" + givenKana)).as(family)
                .isEqualTo(new Answer.PersonName(keptFamily, keptGiven, keptFamilyKana, keptGivenKana));
    }

    @Test
    void whatANameLacksIsSaid() {
        assertThat(messages("kind: person-name", ".family=神戸", ".given=", ".family-kana=コウベ", ".given-kana="))
                .anySatisfy(message -> assertThat(message).contains("姓と名は別の欄"));
        assertThat(messages("kind: person-name", ".family=神戸", ".given=花子", ".family-kana=", ".given-kana="))
                .hasSize(2).allSatisfy(message -> assertThat(message).contains("フリガナ"));
    }

    @ParameterizedTest
    @CsvSource({"コウベ ハナコ,ｺｳﾍﾞ ﾊﾅｺ", "こうべ はなこ,ｺｳﾍﾞ ﾊﾅｺ", "ｺｳﾍﾞ ﾊﾅｺ,ｺｳﾍﾞ ﾊﾅｺ", "コウヘ゛ ハナコ,ｺｳﾍﾞ ﾊﾅｺ",
            "コウヘ\u3099 ハナコ,ｺｳﾍﾞ ﾊﾅｺ",
            "ハ゜ク ジフン,ﾊﾟｸ ｼﾞﾌﾝ", "ハ\u309Aク,ﾊﾟｸ", "ｶ)ｺｳﾍﾞ,ｶ)ｺｳﾍﾞ", "ショウジ,ｼﾖｳｼﾞ", "コーベ,ｺ-ﾍﾞ", "smith john,SMITH JOHN"})
    void accountHolders(String typed, String kept) {
        assertThat(((Answer.BankAccount) answer("kind: bank-account", ".bank=0001", ".branch=001", ".type=1",
                ".number=1234567",
                ".holder=" + typed)).holderKana()).as(typed).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"神戸花子", "ジャン＝ポール", "マリア・クララ"})
    void holdersThatNoBankKnowsAreAskedFor(String typed) {
        assertThat(messages("kind: bank-account", ".bank=0001", ".branch=001", ".type=1", ".number=1234567",
                ".holder=" + typed)).as(typed).singleElement().asString().contains("カタカナ", "「.」");
    }

    @ParameterizedTest
    @CsvSource({"14320,12345671", "14320-2,12345671", "１４３２０－２,１２３４５６７１", "14320 2,1234567-1", "記号14320,番号12345671",
            "14320の2,12345671", "14320-12345671,''", "1432012345671,''"})
    void postBankAccounts(String symbol, String number) {
        var account = (Answer.BankAccount) answer("kind: bank-account", ".yucho-symbol=" + symbol,
                ".yucho-number=" + number,
                ".holder=コウベ ハナコ");
        assertThat(List.of(account.bank(), account.branch(), account.number())).as(symbol)
                .containsExactly("9900", "438", "1234567");
    }

    @ParameterizedTest
    @CsvSource({"9900,14320-2,12345671", "'',１４３２０,１２３４５６７１", "ゆうちょ銀行,14320の2,1234567-1", "９９００,143202,12345671"})
    void postBankAccountsInThePlaceOfABranch(String bank, String branch, String number) {
        var account = (Answer.BankAccount) answer("kind: bank-account", ".bank=" + bank, ".branch=" + branch,
                ".number=" + number, ".holder=コウベ ハナコ");
        assertThat(List.of(account.bank(), account.branch(), account.number())).as(branch)
                .containsExactly("9900", "438", "1234567");
    }

    @ParameterizedTest
    @CsvSource({"9900,14320,1234567", "9900,24320,12345671", "0009,14320,12345671"})
    void whatIsNoPostBankAccountEither(String bank, String branch, String number) {
        var reading = read("kind: bank-account", ".bank=" + bank, ".branch=" + branch, ".number=" + number,
                ".holder=カ");
        assertThat(reading).isInstanceOf(Reading.NotUnderstood.class);
        assertThat(((Reading.NotUnderstood) reading).flaws()).as(branch)
                .allSatisfy(flaw -> assertThat(flaw.part()).isIn("branch", "number"));
    }

    @ParameterizedTest
    @CsvSource({"ジャン＝ポール,ジャン＝ポール", "ジャン=ポール,ジャン＝ポール", "か゛や,ガヤ", "カ\u3099ヤ,ガヤ", "ﾊﾟﾊﾟ,パパ", "ヴィ,ヴィ"})
    void kana(String typed, String kept) {
        assertThat(answer("kind: kana, max: 20", "=" + typed)).as(typed).isEqualTo(new Answer.Text(kept));
    }

    private static Answer answer(String kind, String... parts) {
        var reading = read(kind, parts);
        assertThat(reading).as(String.join(" ", parts)).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).answer();
    }

    private static List<String> messages(String kind, String... parts) {
        var reading = read(kind, parts);
        assertThat(reading).as(String.join(" ", parts)).isInstanceOf(Reading.NotUnderstood.class);
        return ((Reading.NotUnderstood) reading).flaws().stream().map(flaw -> flaw.message().ja()).toList();
    }

    private static Reading read(String kind, String... parts) {
        var typed = new LinkedHashMap<String, List<String>>();
        Arrays.stream(parts).forEach(part -> typed.put(part.substring(0, part.indexOf('=')).replaceFirst("^\\.", ""),
                List.of(part.substring(part.indexOf('=') + 1))));
        return Fields.read(question(kind), new Typed(typed), TODAY);
    }

    private static Question question(String kind) {
        return (Question) SampleForms.asking(kind).pages().getFirst().items().getFirst();
    }
}
