package jp.madoguchi.backoffice.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentNumberTest {

    @ParameterizedTest
    @CsvSource({"2026-03-31, ま中, 123, 令7ま中第123号", "2026-04-01, ま中, 1, 令8ま中第1号", "2020-03-31, ま灘, 9, 令元ま灘第9号",
            "2027-01-04, 中央区役所, 10000, 令8中央区役所第10000号"})
    void theYearIsTheFiscalYearOfTheEra(LocalDate day, String mark, int run, String number) {
        assertThat(DocumentNumber.written(DocumentNumber.fiscalYear(day), mark, run)).isEqualTo(number);
    }
}
