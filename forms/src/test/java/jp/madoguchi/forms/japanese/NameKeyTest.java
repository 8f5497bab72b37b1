package jp.madoguchi.forms.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One name, however it is written. */
class NameKeyTest {

    @ParameterizedTest
    @CsvSource({"髙橋　太郎,高橋太郎", "山﨑,山崎", "山嵜,山碕", "𠮷野,吉野", "齋藤,斉藤", "齊藤,斎藤", "渡邊,渡辺", "渡邉,渡辺", "櫻井,桜井", "小澤,小沢", "濱田,浜田",
            "濵田,浜田", "廣瀨,広瀬", "國分,国分", "神戸,神\uFE00戸", "葛\uDB40\uDD00城,葛城", "タカハシ,たかはし", "ﾀｶﾊｼ,タカハシ", "ｶﾞｯｺｳ,がっこう",
            "がくが,か\u3099くか\u3099", "か゛く,がく", "ジュンイチ,ジユンイチ", "みづほ,ミズホ", "テーラー,テ－ラ－", "Nguyễn Văn Đức,nguyen van duc",
            "NGUYE\u0302\u0303N,nguyen", "Søren,soren", "Łukasz,LUKASZ", "Müller,muller", "Weiß,WEISS", "Þór,thor",
            "O’Brien,OBRIEN",
            "ＡＮＮＡ－ＭＡＲＩＡ,Anna Maria", "マリア・ルイサ,マリアルイサ", "ヴァン,う゛ァン"})
    void aNameHasOneKeyHoweverItIsWritten(String one, String other) {
        assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"高橋,鷹橋", "かとう,がとう", "はやし,ばやし", "太田,大田", "nguyen,nguyet", "一郎,二郎", "中央1,中央2"})
    void differentNamesStayApart(String one, String other) {
        assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
    }

    @Test
    void everyGroupOfTheTableHasOneKey() throws IOException {
        try (var in = Objects.requireNonNull(NameKey.class.getResourceAsStream("variant-characters.txt"))) {
            var groups = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
            assertThat(groups).hasSizeGreaterThan(300).allSatisfy(group -> {
                var characters = List.of(group.split(" "));
                assertThat(characters).hasSizeGreaterThan(1).allSatisfy(one -> {
                    assertThat(one.codePointCount(0, one.length())).isEqualTo(1);
                    assertThat(NameKey.of(one)).isEqualTo(characters.getFirst());
                    assertThat(Normalizer.normalize(one, Normalizer.Form.NFKC)).as("Unicode folds the rest")
                            .isEqualTo(one);
                });
            });
        }
    }

    @Test
    void aKeyIsItsOwnKey() {
        for (var name : List.of("髙橋 ﾀﾛｳ", "Nguyễn Đức", "𠮷野ぢゅん", "Weiß-Łęcki")) {
            assertThat(NameKey.of(NameKey.of(name))).isEqualTo(NameKey.of(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-04-02", "1990/4/2", "1990.4.2", "19900402", "１９９０年４月２日", "平成2年4月2日", "平成 2 年 4 月 2 日",
            "平2.4.2",
            "H2.4.2", "h2/4/2", "Ｈ０２０４０２", "㍻2年4月2日", "平成二年四月二日", "1990－4－2"})
    void aDayIsReadAsPeopleTypeIt(String typed) {
        assertThat(TypedDay.read(typed)).hasValue(LocalDate.of(1990, 4, 2));
    }

    @ParameterizedTest
    @CsvSource({"令和元年5月1日,2019-05-01", "昭和六十四年一月七日,1989-01-07", "S15.12.31,1940-12-31", "大正十五年十二月二十日,1926-12-20"})
    void daysOfEveryEra(String typed, LocalDate day) {
        assertThat(TypedDay.read(typed)).hasValue(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "高橋", "昭和65年1月1日", "平成2年2月30日", "19901302", "078-331-8181", "1234", "2.4.2",
            "99999999999999999999-1-1"})
    void whatIsNoDayIsNone(String typed) {
        assertThat(TypedDay.read(typed)).isEmpty();
    }
}
