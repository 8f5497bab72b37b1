package jp.madoguchi.backoffice.reform;

import jp.madoguchi.forms.city.City;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.madoguchi.platform.csv.UnreadableCsvException;

import org.junit.jupiter.api.Test;

class InventoryFileTest {

    private static final String HEAD = Stream.of(InventoryColumn.values()).map(InventoryColumn::heading)
            .collect(Collectors.joining(","));
    private static final String GOOD = "A1,犬の登録,健康局,法令,はい,オンライン完結,2022/6/1,,,,,はい,2024,\"1,350\",3650,,,inu-toroku";

    @Test
    void readsARow() {
        var file = InventoryFile.read(HEAD + "\n" + GOOD, false);

        assertThat(file.errors()).isEmpty();
        var entry = file.entries().getFirst();
        assertThat(entry.base()).isEqualTo(new ChannelCounts(1350, 3650, 0, 0));
        assertThat(entry.waySince()).hasToString("2022-06-01");
        assertThat(entry.blockers()).containsExactly(Blocker.FEE);
    }

    @Test
    void namesEveryMistakeByLineAndColumn() {
        var file = InventoryFile.read(String.join("\n", HEAD, GOOD, ",,局,法,多分,ネット,2022-02-30,,,,,,24,-1,x,,,Inu",
                GOOD.replace("犬", "猫")), false);

        assertThat(file.errors()).extracting(InventoryFile.RowError::line, InventoryFile.RowError::heading)
                .containsExactly(tuple(3, "手続番号"), tuple(3, "手続名"), tuple(3, "根拠"), tuple(3, "分母に含める"),
                        tuple(3, "提供方法"), tuple(3, "提供開始日"), tuple(3, "基準年度"), tuple(3, "件数（オンライン）"),
                        tuple(3, "件数（窓口）"), tuple(3, "手続ID"), tuple(4, "手続番号"));
    }

    @Test
    void wardsMustAddUp() {
        var wards = City.inForce().wards().stream().map(InventoryColumn::headingOf).collect(Collectors.joining(","));
        var file = InventoryFile.read(HEAD + "," + wards + "\n" + GOOD + ",1,2,3,4,5,6,7,8,9", false);

        assertThat(file.errors()).singleElement().extracting(InventoryFile.RowError::message).asString()
                .contains("45").contains("5,000");
    }

    @Test
    void refusesWhatIsNotSuchAFile() {
        assertThatThrownBy(() -> InventoryFile.read("", false)).isInstanceOf(UnreadableCsvException.class);
        assertThatThrownBy(() -> InventoryFile.read("手続番号,手続名\n1,2", false))
                .isInstanceOf(UnreadableCsvException.class).hasMessageContaining("所管局");
        assertThatThrownBy(() -> InventoryFile.read(HEAD + ",メモ", false))
                .isInstanceOf(UnreadableCsvException.class).hasMessageContaining("メモ");
    }
}
