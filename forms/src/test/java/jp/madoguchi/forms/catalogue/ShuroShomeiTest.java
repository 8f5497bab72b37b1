package jp.madoguchi.forms.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShuroShomeiTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            way: way=file | certificate-file | way: way=online
            way: way=online | industry contract-term form pattern months.r1.record-month short-time nursery-teacher | way: way=file
            way: way=online; contract: contract-term=fixed-term | contract-until renewal | way: way=online; contract: contract-term=open-ended
            way: way=online; contract: workplace-same=no | workplace-name workplace-address | way: way=online; contract: workplace-same=yes
            way: way=online; hours: pattern=fixed | week-hours week-days weekdays | way: way=online; hours: pattern=flexible
            way: way=online; hours: pattern=flexible | main-from main-until | way: way=online; hours: pattern=fixed
            way: way=online; hours: pattern=fixed & weekdays=mon | weekday-from weekday-until weekday-break | way: way=online; hours: pattern=fixed & weekdays=sat
            way: way=online; hours: pattern=fixed & weekdays=sat | saturday-from saturday-until saturday-break | way: way=online; hours: pattern=fixed & weekdays=mon
            way: way=online; hours: pattern=fixed & weekdays=holiday | sunday-from sunday-until sunday-break | way: way=online; hours: pattern=fixed & weekdays=mon
            way: way=online; leave: leaves=maternity | maternity-from maternity-until return-date | way: way=online; leave: short-time=no
            way: way=online; leave: leaves=childcare | childcare-from childcare-until return-date | way: way=online; leave: short-time=no
            way: way=online; leave: leaves=other | other-why other-from other-until return-date | way: way=online; leave: short-time=no
            way: way=online; leave: short-time=yes | short-from short-until short-begin short-end | way: way=online; leave: short-time=no
            """)
    void asksFor(String answers, String questions, String otherwise) {
        Follows.asks("shuro-shomei", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            way: certified-on@2026-08-19 | certified-today | way: certified-on@2026-08-20
            way: way=online; contract: contract-term=fixed-term & contract-from@2026-04-01 & contract-until@2026-03-31 | contract-order | way: way=online; contract: contract-term=fixed-term & contract-from@2026-04-01 & contract-until@2027-03-31
            way: way=online; hours: pattern=fixed & month-hours=30 & week-hours=40 | week-not-over-month | way: way=online; hours: pattern=fixed & month-hours=160 & week-hours=40
            way: way=online; leave: leaves=childcare & childcare-from@2026-04-01 & childcare-until@2026-03-31 | childcare-order | way: way=online; leave: leaves=childcare & childcare-from@2026-04-01 & childcare-until@2027-03-31
            way: way=online; leave: leaves=maternity & maternity-from@2026-04-01 & maternity-until@2026-03-31 | maternity-order | way: way=online; leave: leaves=maternity & maternity-from@2026-04-01 & maternity-until@2026-07-31
            way: way=online; leave: leaves=other & other-from@2026-04-01 & other-until@2026-03-31 | other-order | way: way=online; leave: leaves=other & other-from@2026-04-01 & other-until@2026-07-31
            way: way=online; leave: short-time=yes & short-from@2026-04-01 & short-until@2026-03-31 | short-order | way: way=online; leave: short-time=yes & short-from@2026-04-01 & short-until@2026-07-31
            """)
    void refuses(String answers, String rule, String otherwise) {
        Follows.refuses("shuro-shomei", answers, rule, otherwise);
    }

    @Test
    void theRecordIsThatOfThreeMonths() {
        var company = Follows.who("shuro-shomei", "way: way=online & ward=nada");

        assertThat(company.missing()).contains("months.r1.record-days", "months.r2.record-days",
                "months.r3.record-hours");
        assertThat(company.filling().route().office()).isEqualTo("nada");
    }
}
