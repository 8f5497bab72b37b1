package jp.madoguchi.platform.postal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostalCodesTest {

    @Test
    void aCodeOfTwoPrefecturesOffersBoth() {
        assertThat(PostalCodes.places("6180000")).extracting(Place::prefecture).contains("京都府", "大阪府");
        assertThat(PostalCodes.places("4980000")).extracting(Place::prefecture).contains("愛知県", "三重県");
    }

    @Test
    void aCodeOfManyTownsOffersAllOnce() {
        assertThat(PostalCodes.places("4520961")).hasSizeGreaterThan(50).doesNotHaveDuplicates()
                .contains(new Place("愛知県", "清須市", "春日明河原"), new Place("愛知県", "清須市", "春日蓮花寺前"));
    }

    @Test
    void anOrdinaryCodeHasOnePlace() {
        assertThat(PostalCodes.places("6500001")).containsExactly(new Place("兵庫県", "神戸市中央区", "加納町"));
    }

    @Test
    void theCodeOfABigOfficeAnswersWithItsMunicipality() {
        assertThat(PostalCodes.places("6508570")).contains(new Place("兵庫県", "神戸市中央区", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "650", "65085701", "abcdefg", "9999999", "6508"})
    void otherTextHasNone(String code) {
        assertThat(PostalCodes.places(code)).isEmpty();
    }
}
