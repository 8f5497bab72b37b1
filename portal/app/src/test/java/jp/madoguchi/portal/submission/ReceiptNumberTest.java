package jp.madoguchi.portal.submission;

import static org.assertj.core.api.Assertions.assertThat;

import jp.madoguchi.exchange.ReceiptNumber;
import org.junit.jupiter.api.Test;

class ReceiptNumberTest {

    @Test
    void everyWrongDigitAndEverySwapOfNeighboursIsFound() {
        for (int round = 0; round < 200; round++) {
            var digits = ReceiptNumber.random().digits();
            for (int i = 0; i < digits.length(); i++) {
                for (char other = '0'; other <= '9'; other++) {
                    if (other != digits.charAt(i)) {
                        assertThat(ReceiptNumber.parse(digits.substring(0, i) + other + digits.substring(i + 1)))
                                .isEmpty();
                    }
                }
            }
            for (int i = 0; i + 1 < digits.length(); i++) {
                if (digits.charAt(i) != digits.charAt(i + 1)) {
                    var swapped = new StringBuilder(digits);
                    swapped.setCharAt(i, digits.charAt(i + 1));
                    swapped.setCharAt(i + 1, digits.charAt(i));
                    assertThat(ReceiptNumber.parse(swapped.toString())).isEmpty();
                }
            }
        }
    }

    @Test
    void readsWhatPeopleType() {
        var number = ReceiptNumber.random();
        assertThat(ReceiptNumber.parse(number.grouped())).contains(number);
        assertThat(ReceiptNumber.parse(" " + number.grouped().replace('-', '－') + " ")).contains(number);
        assertThat(ReceiptNumber.parse(number.digits().chars()
                .mapToObj(digit -> String.valueOf((char) (digit - '0' + '０')))
                .collect(java.util.stream.Collectors.joining()))).contains(number);
        assertThat(ReceiptNumber.parse("")).isEmpty();
        assertThat(ReceiptNumber.grouped("12345678901234")).isEqualTo("1234-5678-9012-34");
        assertThat(ReceiptNumber.grouped("R8-0001")).isEqualTo("R8-0001");
    }
}
