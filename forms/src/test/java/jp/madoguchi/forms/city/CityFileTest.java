package jp.madoguchi.forms.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import jp.madoguchi.forms.source.InvalidFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CityFileTest {

    private static final String HEAD = """
            code: "281000"
            prefecture: 兵庫県
            name: 見本市
            kana: ミホンシ
            name-en: Mihon City
            portal: {name: 電子申請}
            contact: {name: 総合窓口}
            """;
    private static final String WARDS = """
            wards:
              - {id: nada, code: "281026", name: 灘区, kana: ナダク, name-en: Nada-ku}
            """;
    private static final String HALL = "  - {id: honcho, name: 本庁, kind: city-hall}\n";

    @ParameterizedTest
    @ValueSource(strings = {"madoguchi", "misaki"})
    void survivesBothWaysOfWriting(String name) {
        var city = CityFile.readYaml(CityFile.sampleText(name));

        assertThat(CityFile.readJson(CityFile.writeJson(city))).isEqualTo(city);
        assertThat(CityFile.readYaml(CityFile.writeYaml(city))).isEqualTo(city);
    }

    @Test
    void wardsAreKnownByNameAndCode() {
        var city = CityFile.sample();

        for (var called : List.of("中央区", "281107", "28110", "chuo", " ２８１１０７ ")) {
            assertThat(city.ward(called)).map(Ward::id).contains("chuo");
        }
        assertThat(city.ward("北浜区")).isEmpty();
        assertThat(city.wardOfPlace("兵庫県神戸市灘区")).map(Ward::id).contains("nada");
        assertThat(city.officeOf(city.ward("nada").orElseThrow()).id()).isEqualTo("nada");
    }

    @Test
    void areasGoBeforeTheWard() {
        var city = CityFile.readYaml(HEAD + WARDS + """
                offices:
                  - {id: nada, name: 灘区役所, kind: ward-office, wards: [nada]}
                  - {id: oku, name: 奥支所, kind: branch, areas: [灘区/奥, 灘区/奥山]}
                  - {id: yama, name: 山支所, kind: branch, areas: [灘区/奥山手]}
                """);
        var nada = city.ward("nada").orElseThrow();

        assertThat(city.officeFor(nada, "桜口町").id()).isEqualTo("nada");
        assertThat(city.officeFor(nada, "灘区奥二丁目").id()).isEqualTo("oku");
        assertThat(city.officeFor(nada, "奥山手一丁目").id()).isEqualTo("yama");
    }

    /** Each with the line it is told at and a part of what is told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "colour: red | 8 | colour",
            "closing-days: [2027-02-30] | 8 | 暦",
            "desks: [{name: 税, phone: ゼロ}] | 8 | 電話番号"})
    void whatIsWrongIsToldWithItsLine(String wrong, int line, String told) {
        assertThat(problems(HEAD + wrong + "\noffices:\n" + HALL)).anyMatch(
                problem -> problem.line() == line && problem.reason().contains(told));
    }

    @Test
    void whoServesWhomMustFit() {
        assertThat(reasons(HEAD + WARDS + "offices:\n" + HALL)).anyMatch(told -> told.contains("受け持つ窓口がありません"));
        assertThat(reasons(HEAD + WARDS + """
                offices:
                  - {id: nada, name: 灘区役所, kind: ward-office, wards: [nada]}
                  - {id: nada, name: もう一つ, kind: ward-office, wards: [nada]}
                """)).anyMatch(told -> told.contains("窓口「nada」が二度")).anyMatch(told -> told.contains("も受け持って"));
        assertThat(reasons(HEAD + WARDS + """
                offices:
                  - {id: nada, name: 灘区役所, kind: ward-office, wards: [nada, kita]}
                  - {id: hoka, name: ほかの区役所, kind: ward-office}
                  - {id: eda, name: 支所, kind: branch, areas: [奥]}
                """)).anyMatch(told -> told.contains("「kita」は、区の一覧")).anyMatch(told -> told.contains("受け持つ区（wards）"))
                .anyMatch(told -> told.contains("区と町名を"));
        assertThat(reasons(HEAD + "offices:\n  - {id: a, name: あ, kind: bureau}\n")).anyMatch(
                told -> told.contains("本庁"));
        assertThat(reasons(HEAD.replace("281000", "281001") + "offices:\n" + HALL)).anyMatch(
                told -> told.contains("全国地方公共団体コード"));
        assertThat(reasons(HEAD)).anyMatch(told -> told.contains("offices"));
        assertThat(CityFile.readYaml(HEAD + "offices:\n" + HALL).officeFor(null, "どこか").id()).isEqualTo("honcho");
    }

    private static List<String> reasons(String yaml) {
        return problems(yaml).stream().map(InvalidFile.Problem::reason).toList();
    }

    private static List<InvalidFile.Problem> problems(String yaml) {
        return catchThrowableOfType(InvalidFile.class, () -> CityFile.readYaml(yaml)).problems();
    }
}
