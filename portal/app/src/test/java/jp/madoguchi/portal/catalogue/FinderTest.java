package jp.madoguchi.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.japanese.SearchKey;
import org.junit.jupiter.api.Test;

class FinderTest {

    private static final List<Edition> ALL = SampleCatalogue.procedures().stream()
            .map(procedure -> new Edition(procedure, 1, "0".repeat(64))).toList();

    @Test
    void findsHoweverItIsTyped() {
        for (var typed : List.of("児童手当", "児童 手当", "　児童手当　", "child allowance", "ＣＨＩＬＤ")) {
            assertThat(Finder.find(ALL, typed, "")).as(typed).extracting(found -> found.procedure().id().value())
                    .contains("jido-teate");
        }
        assertThat(Finder.find(ALL, "存在しない手続き", "")).isEmpty();
    }

    @Test
    void kanaAndDashesAreAlike() {
        assertThat(SearchKey.of("マイナンバ―")).isEqualTo(SearchKey.of("まいなんばー"));
        assertThat(SearchKey.of("ﾏｲﾅﾝﾊﾞｰ")).isEqualTo(SearchKey.of("マイナンバー"));
    }
}
