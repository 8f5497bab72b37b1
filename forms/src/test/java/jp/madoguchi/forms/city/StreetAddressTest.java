package jp.madoguchi.forms.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two ways to write one address are one address, and two addresses are two. */
class StreetAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"加納町 | 6-5-1", "加納町 | 6丁目5-1", "加納町 | ６－５－１", "加納町 | 六丁目5番1号", "加納町 | 6ノ5ノ1", "加納町 | 6の5の1",
            "加納町6丁目 | 5-1", "加納町６丁目 | ５番１号", "加納町六丁目 | 五番一号", "加納町六丁目 | 5番地の1", "加納町６丁目 | ５番地１", "加納町 | 6 - 5 - 1",
            "加納町　 | 6丁目 5番 1号", "加納町 | 6ー5ー1", "加納町 | 6‐5‐1", "加納町 | 6−5−1", "加納町 | 6〜5〜1", "加納町 | 06-05-01",
            "加納町 | 6 5 1",
            "加納町6の | 5-1", "加納町6 | 5-1号", "大字加納町 | 6-5-1", "加納町 | 六－五－一", "加納町 | 6丁目5番1号加納ビル", "加納町 | 6-5-1 加納ビル302"})
    void oneAddressIsWrittenInManyWays(String written) {
        var parts = written.split("\\|");
        var address = StreetAddress.of("兵庫県神戸市中央区", null, parts[0], parts[1], null);
        var plain = StreetAddress.of("兵庫県神戸市", "中央区", "加納町", "6-5-1", null);

        assertThat(address.isSameAs(plain)).as("%s", address).isTrue();
        assertThat(plain.isSameAs(address)).isTrue();
        assertThat(address.isSameAs(StreetAddress.of("神戸市中央区", null, "加納町", "6-5-1", "加納ビル３０２号室"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"加納町 | 6-5-1 | 加納町 | 65-1", "加納町 | 6-5-1 | 加納町 | 6-51",
            "加納町 | 6-5-1 | 加納町 | 6-5", "加納町 | 6-5-1 | 加納町 | 6-5-11", "加納町 | 6-5-1 | 加納町 | 16-5-1",
            "加納町 | 6-5-1 | 加納町 | 1-5-6", "加納町 | 6-5-1 | 北野町 | 6-5-1", "加納町6丁目 | 5-1 | 加納町5丁目 | 6-1",
            "加納町 | 1-2-3 | 加納町 | 1-2-3-4", "加納町 | 1-2-3 | 加納町 | 1-2-3-A", "加納町 | 123番地甲 | 加納町 | 123番地乙",
            "加納町 | 123番地 | 加納町 | 123番地の1", "三宮町1丁目 | 2-3 | 三宮町 | 12-3", "南1条西10丁目 | 5-1 | 南1条西1丁目 | 5-1",
            "一番町 | 2-3 | 一町 | 2-3", "一番町 | 2-3 | 番町 | 1-2-3", "加納町 | 十一番 | 加納町 | 1-1"})
    void twoAddressesAreTwo(String town, String number, String otherTown, String otherNumber) {
        var one = StreetAddress.of("兵庫県神戸市", "中央区", town, number, null);
        var other = StreetAddress.of("兵庫県神戸市", "中央区", otherTown, otherNumber, null);

        assertThat(one.isSameAs(other)).as("%s and %s", one, other).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"6-5-1 | - | 6-5-1 | 加納マンション101 | true",
            "6-5-1 | 加納マンション101号室 | 6-5-1 | 加納マンション　１０１ | true", "6-5-1 | 加納マンション101 | 6-5-1 | 加納マンション102 | false",
            "6-5-1-101 | - | 6-5-1 | 加納マンション101 | true", "6-5-1-101 | - | 6-5-1 | 101号室 | true",
            "6-5-1-101 | - | 6-5-1 | - | true", "6-5-1-101 | - | 6-5-1-102 | - | false",
            "6-5-1-101 | - | 6-5-1 | 加納マンション102 | false", "6-5-1 | 加納ビル3F | 6-5-1 | 加納ビル３階 | true",
            "6-5-1 | 加納ビル3階 | 6-5-1 | 加納ビル4階 | false", "6-5-1 | 加納ビル3階301 | 6-5-1 | 加納ビル301号 | true",
            "6-5-1 | コーポA | 6-5-1 | コーポB | false", "6-5-1 | ｺｰﾎﾟA-101 | 6-5-1 | コーポＡ－１０１ | true",
            "6-5-1 | 第2加納ビル | 6-5-1 | 第二加納ビル | true", "6-5-1 101号室 | - | 6-5-1 | 101 | true"})
    void whoLeavesTheBuildingOutLivesThereAllTheSame(String number, String building, String otherNumber,
            String otherBuilding, boolean same) {
        var one = StreetAddress.of("兵庫県神戸市", "中央区", "加納町", number, building);
        var other = StreetAddress.of("兵庫県神戸市", "中央区", "加納町", otherNumber, otherBuilding);

        assertThat(one.isSameAs(other)).as("%s and %s", one, other).isEqualTo(same);
        assertThat(other.isSameAs(one)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"東京都府中市,広島県府中市,false", "神戸市灘区,兵庫県神戸市灘区,true", "兵庫県神戸市灘区,兵庫県神戸市東灘区,false",
            "兵庫県 神戸市 灘区,兵庫県神戸市灘区,true", "千葉県龍ケ崎市,千葉県竜ヶ崎市,true", "三重県四日市市,三重県四日市,false"})
    void placesAreComparedAsWritten(String one, String other, boolean same) {
        assertThat(StreetAddress.of(one, null, "緑ケ丘", "1-2-3", null)
                .isSameAs(StreetAddress.of(other, null, "緑が丘", "1-2-3", null))).isEqualTo(same);
    }

    @Property
    void everyWritingOfOneNumberIsTheSameAndEveryOtherNumberIsNot(@ForAll @IntRange(min = 1, max = 60) int chome,
            @ForAll @IntRange(min = 1, max = 130) int ban, @ForAll @IntRange(min = 1, max = 99) int go,
            @ForAll @IntRange(min = 1, max = 60) int otherChome, @ForAll @IntRange(min = 1, max = 130) int otherBan,
            @ForAll @IntRange(min = 1, max = 99) int otherGo) {
        var written = writings(chome, ban, go);
        var others = writings(otherChome, otherBan, otherGo);
        boolean same = chome == otherChome && ban == otherBan && go == otherGo;

        assertThat(written).allSatisfy(one -> {
            assertThat(written).allSatisfy(two -> assertThat(one.isSameAs(two)).isTrue());
            assertThat(others).allSatisfy(two -> assertThat(one.isSameAs(two)).isEqualTo(same));
        });
    }

    private static List<StreetAddress> writings(int chome, int ban, int go) {
        return List.of(at("加納町", chome + "-" + ban + "-" + go), at("加納町" + chome + "丁目", ban + "番" + go + "号"),
                at("加納町" + kanji(chome) + "丁目", kanji(ban) + "番" + kanji(go) + "号"),
                at("加納町", kanji(chome) + "ノ" + kanji(ban) + "ノ" + kanji(go)),
                at("加納町", wide(chome) + "丁目" + wide(ban) + "－" + wide(go)),
                at("加納町 " + wide(chome), ban + "番地の" + go));
    }

    private static StreetAddress at(String town, String number) {
        return StreetAddress.of("兵庫県神戸市", "中央区", town, number, null);
    }

    private static String wide(int number) {
        return String.valueOf(number).codePoints().map(c -> c - '0' + '０')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static String kanji(int number) {
        var digits = "〇一二三四五六七八九";
        int hundreds = number / 100;
        int tens = number / 10 % 10;
        int ones = number % 10;
        return (hundreds == 0 ? "" : (hundreds == 1 ? "" : digits.charAt(hundreds)) + "百")
                + (tens == 0 ? "" : (tens == 1 ? "" : digits.charAt(tens)) + "十")
                + (ones == 0 ? "" : digits.charAt(ones));
    }
}
