package jp.madoguchi.forms.catalogue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YokaigoNinteiTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application: type=renewal | expiry-date | application: type=new
            application: type=change | change-reason | application: type=renewal
            application: type=transfer | moved-date former-municipality transfer-proof | application: type=new
            insured: insured-birth@1961-11-22 | health-insured disease | insured: insured-birth@1961-11-21
            insured: insured-birth@1970-01-01 & health-insured=yes | insurance-proof | insured: insured-birth@1940-01-01 & health-insured=yes
            submitter: submitter=provider | provider-name provider-number submitter-name | submitter: submitter=self
            submitter: submitter=family | submitter-name submitter-relation | submitter: submitter=self
            submitter: submitter=agent | proxy | submitter: submitter=family
            doctor: admitted=yes | hospital | doctor: admitted=no
            survey: survey-place=other | survey-address | survey: survey-place=home
            survey: attended=yes | attendant-name attendant-relation attendant-phone | survey: attended=no
            result: result-elsewhere=yes | result-name result-address | result: result-elsewhere=no
            result: card-delivery=lost | card-lost | result: card-delivery=counter
            """)
    void asksFor(String answers, String questions, String otherwise) {
        Follows.asks("yokaigo-nintei", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            result: card-delivery=post | card-tracking | result: card-delivery=counter
            """)
    void shows(String answers, String questions, String otherwise) {
        Follows.shows("yokaigo-nintei", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            insured | insured-birth@1986-11-22 | too-young | insured-birth@1986-11-21
            insured | insured-birth@1970-01-01 & health-insured=no | no-insurance | insured-birth@1970-01-01 & health-insured=yes
            """)
    void leadsElsewhere(String page, String answers, String ending, String otherwise) {
        Follows.ends("yokaigo-nintei", page, answers, ending, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application: type=renewal & expiry-date@2027-01-20 | renewal-window | application: type=renewal & expiry-date@2027-01-19
            application: type=renewal & expiry-date@2026-11-19 | renewal-window | application: type=renewal & expiry-date@2026-11-20
            """)
    void refuses(String answers, String rule, String otherwise) {
        Follows.refuses("yokaigo-nintei", answers, rule, otherwise);
    }

    @Test
    void whoMovedInLongAgoIsToldAndGoesOn() {
        Follows.tellsOfBeingLate("yokaigo-nintei", "application: type=transfer & moved-date@2026-11-05", "transfer",
                "application: type=transfer & moved-date@2026-11-06");
    }
}
