package jp.madoguchi.forms.catalogue;

import static jp.madoguchi.forms.catalogue.Applicant.all;
import static jp.madoguchi.forms.catalogue.Applicant.fields;
import static jp.madoguchi.forms.catalogue.Applicant.name;
import static org.assertj.core.api.Assertions.assertThat;

import jp.madoguchi.forms.FieldPath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeikatsuHogoTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            urgent: urgent=yes | urgent-needs | urgent: urgent=no
            applicant: relation=supporter | person-name | applicant: relation=self
            applicant: contact-way=phone | applicant-phone | applicant: contact-way=visit
            applicant: contact-way=mail | applicant-mail | applicant: contact-way=visit
            interview: interview-place=hospital | interview-hospital | interview: interview-place=office
            interview: interpreter=yes | interpreter-which | interview: interpreter=no
            """)
    void asksFor(String answers, String questions, String otherwise) {
        Follows.asks("seikatsu-hogo", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            urgent: urgent=yes | urgent-phone urgent-note | urgent: urgent=no
            applicant: has-home=yes | home-address rent | applicant: has-home=no
            applicant: has-home=no | staying | applicant: has-home=yes
            assets: owned=insurance | insurance-detail | assets: owned=car
            assets: owned=car | car-detail | assets: owned=real-estate
            assets: owned=real-estate | real-estate-detail | assets: owned=insurance
            assets: arrears=yes | arrears-detail | assets: arrears=no
            """)
    void shows(String answers, String questions, String otherwise) {
        Follows.shows("seikatsu-hogo", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            interview: interview-date@2026-11-28 | interview-soon | interview: interview-date@2026-11-27
            """)
    void refuses(String answers, String rule, String otherwise) {
        Follows.refuses("seikatsu-hogo", answers, rule, otherwise);
    }

    @Test
    void whoAsksNotToWriteToARelativeSaysWhy() {
        var taro = new Applicant("seikatsu-hogo").add("relatives").add("incomes").add("members");
        taro.fill("supporters", "relatives.r1.do-not-ask=yes");
        taro.fill("income", "incomes.r1.income-kind=work");
        taro.fill("household", "members.r1.member-health=ill");
        assertThat(taro.missing()).contains("relatives.r1.do-not-ask-why");
        assertThat(taro.filling().visibility().shows(FieldPath.parse("incomes.r1.income-employer"))).isTrue();
        assertThat(taro.filling().visibility().shows(FieldPath.parse("members.r1.member-health-detail"))).isTrue();

        taro.fill("supporters", "relatives.r1.do-not-ask=no");
        assertThat(taro.missing()).doesNotContain("relatives.r1.do-not-ask-why");
    }

    @Test
    void eachMemberOfTheHouseholdHasIncomesOfTheirOwn() {
        var taro = new Applicant("seikatsu-hogo").add("members").add("members").add("members.r2.member-incomes");
        taro.fill("household", "members.r2.member-incomes.r1.member-income-kind=work",
                "members.r2.member-incomes.r1.member-income-employer=みなと商店");
        assertThat(taro.answered()).contains("members.r2.member-incomes.r1.member-income-employer");

        taro.fill("household", "members.r2.member-incomes.r1.member-income-kind=pension");
        assertThat(taro.answered()).doesNotContain("members.r2.member-incomes.r1.member-income-employer");
    }

    @Test
    void anApplicationIsNotHeldUpByPapers() {
        var taro = Follows.who("seikatsu-hogo", "urgent: urgent=no");
        taro.fill("applicant", all(name("applicant-name"),
                fields("relation=self", "present-ward=hyogo", "has-home=no", "contact-way=visit")));
        taro.fill("interview", "interview-place=office");
        taro.fill("papers", "truth=yes");

        assertThat(taro.missing()).isEmpty();
        assertThat(taro.filling().route().office()).isEqualTo("hyogo");
    }
}
