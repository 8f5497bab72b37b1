package jp.madoguchi.forms.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.forms.publishing.OtherFormCheck;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoikuRiyoTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            child: child-born=no | child-due | child: child-born=yes
            child: child-born=yes | child-name child-birth | child: child-born=no
            child: child-now=unlicensed | child-now-name child-now-proof | child: child-now=guardian
            child-care: health=treated | health-detail | child-care: health=good
            child-care: allergy=yes | allergens allergy-detail epipen | child-care: allergy=no
            child-care: development=yes | development-detail | child-care: development=no
            child-care: child-handbook=physical | child-handbook-copy | child-care: child-handbook=none
            g1: moving-in=yes | moving-date moving-address | g1: moving-in=no
            second: second-guardian=no | single-reason | second: second-guardian=yes
            second: second-guardian=no & single-reason=divorcing | divorcing-proof | second: second-guardian=no & single-reason=bereaved
            second: second-guardian=yes | g2-name g2-birth g2-reason | second: second-guardian=no
            second: second-guardian=yes; g2: g2-together=no | g2-address | second: second-guardian=yes; g2: g2-together=yes
            g1: g1-reason=work | g1-employment g1-employer g1-hours g1-work-certificate g1-second-job g1-on-leave | g1: g1-reason=study
            g1: g1-reason=birth | g1-due g1-maternity | g1: g1-reason=work
            g1: g1-reason=illness | g1-illness-name g1-treatment g1-handbook | g1: g1-reason=work
            g1: g1-reason=care | g1-cared-name g1-care-level g1-care-proof | g1: g1-reason=work
            g1: g1-reason=disaster | g1-disaster-what g1-disaster-proof | g1: g1-reason=work
            g1: g1-reason=job-seeking | g1-seeking g1-seeking-promise | g1: g1-reason=work
            g1: g1-reason=study | g1-school g1-study-proof g1-study-timetable | g1: g1-reason=work
            g1: g1-reason=work; g1-work: g1-employment=self-employed | g1-business-proof | g1: g1-reason=work; g1-work: g1-employment=employee
            g1: g1-reason=work; g1-work: g1-employment=offered | g1-work-begins | g1: g1-reason=work; g1-work: g1-employment=employee
            g1: g1-reason=work; g1-more-work: g1-second-job=yes | g1-other-jobs.r1.g1-second-employer g1-other-jobs.r1.g1-second-hours g1-other-jobs.r1.g1-second-certificate g1-timetable | g1: g1-reason=work; g1-more-work: g1-second-job=no
            g1: g1-reason=work; g1-more-work: g1-on-leave=yes | g1-leave-until g1-return g1-leave-extension | g1: g1-reason=work; g1-more-work: g1-on-leave=no
            g1: g1-reason=illness; g1-illness: g1-handbook=physical | g1-grade g1-handbook-copy | g1: g1-reason=illness; g1-illness: g1-handbook=none
            g1: g1-reason=illness; g1-illness: g1-handbook=none | g1-doctor-note | g1: g1-reason=illness; g1-illness: g1-handbook=mental
            g1: g1-reason=illness; g1-illness: g1-treatment=admitted | g1-treatment-until | g1: g1-reason=illness; g1-illness: g1-treatment=home
            g1: g1-reason=illness; g1-illness: g1-treatment=outpatient | g1-visits | g1: g1-reason=illness; g1-illness: g1-treatment=home
            g1: g1-reason=care; g1-caring: g1-care-level=level | g1-level | g1: g1-reason=care; g1-caring: g1-care-level=illness
            g1: g1-reason=care; g1-caring: g1-cared-together=no | g1-cared-address | g1: g1-reason=care; g1-caring: g1-cared-together=yes
            second: second-guardian=yes; g2: g2-reason=work | g2-employment g2-employer g2-hours g2-work-certificate g2-second-job g2-on-leave | second: second-guardian=yes; g2: g2-reason=study
            second: second-guardian=yes; g2: g2-reason=birth | g2-due g2-maternity | second: second-guardian=yes; g2: g2-reason=work
            second: second-guardian=yes; g2: g2-reason=illness | g2-illness-name g2-treatment g2-handbook | second: second-guardian=yes; g2: g2-reason=work
            second: second-guardian=yes; g2: g2-reason=care | g2-cared-name g2-care-level g2-care-proof | second: second-guardian=yes; g2: g2-reason=work
            second: second-guardian=yes; g2: g2-reason=disaster | g2-disaster-what g2-disaster-proof | second: second-guardian=yes; g2: g2-reason=work
            second: second-guardian=yes; g2: g2-reason=job-seeking | g2-seeking g2-seeking-promise | second: second-guardian=yes; g2: g2-reason=work
            second: second-guardian=yes; g2: g2-reason=study | g2-school g2-study-proof g2-study-timetable | second: second-guardian=yes; g2: g2-reason=work
            second: second-guardian=yes; g2: g2-reason=work; g2-work: g2-employment=self-employed | g2-business-proof | second: second-guardian=yes; g2: g2-reason=work; g2-work: g2-employment=employee
            second: second-guardian=yes; g2: g2-reason=work; g2-work: g2-employment=offered | g2-work-begins | second: second-guardian=yes; g2: g2-reason=work; g2-work: g2-employment=employee
            second: second-guardian=yes; g2: g2-reason=work; g2-more-work: g2-second-job=yes | g2-other-jobs.r1.g2-second-employer g2-other-jobs.r1.g2-second-hours g2-other-jobs.r1.g2-second-certificate g2-timetable | second: second-guardian=yes; g2: g2-reason=work; g2-more-work: g2-second-job=no
            second: second-guardian=yes; g2: g2-reason=work; g2-more-work: g2-on-leave=yes | g2-leave-until g2-return g2-leave-extension | second: second-guardian=yes; g2: g2-reason=work; g2-more-work: g2-on-leave=no
            second: second-guardian=yes; g2: g2-reason=illness; g2-illness: g2-handbook=physical | g2-grade g2-handbook-copy | second: second-guardian=yes; g2: g2-reason=illness; g2-illness: g2-handbook=none
            second: second-guardian=yes; g2: g2-reason=illness; g2-illness: g2-handbook=none | g2-doctor-note | second: second-guardian=yes; g2: g2-reason=illness; g2-illness: g2-handbook=mental
            second: second-guardian=yes; g2: g2-reason=illness; g2-illness: g2-treatment=admitted | g2-treatment-until | second: second-guardian=yes; g2: g2-reason=illness; g2-illness: g2-treatment=home
            second: second-guardian=yes; g2: g2-reason=illness; g2-illness: g2-treatment=outpatient | g2-visits | second: second-guardian=yes; g2: g2-reason=illness; g2-illness: g2-treatment=home
            second: second-guardian=yes; g2: g2-reason=care; g2-caring: g2-care-level=level | g2-level | second: second-guardian=yes; g2: g2-reason=care; g2-caring: g2-care-level=illness
            second: second-guardian=yes; g2: g2-reason=care; g2-caring: g2-cared-together=no | g2-cared-address | second: second-guardian=yes; g2: g2-reason=care; g2-caring: g2-cared-together=yes
            household: january=elsewhere | tax-proof | household: january=kobe
            siblings: attending=yes | attending-facility | siblings: attending=no
            siblings: together=yes | together-condition together-children.r1.sibling-name | siblings: together=no
            siblings: together=yes & together-condition=one-first | first-in | siblings: together=yes & together-condition=same-only
            """)
    void asksFor(String answers, String questions, String otherwise) {
        Follows.asks("hoiku-riyo", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            g1: g1-reason=violence | g1-violence-office g1-violence-help | g1: g1-reason=work
            second: second-guardian=yes; g2: g2-reason=violence | g2-violence-office g2-violence-help | second: second-guardian=yes; g2: g2-reason=work
            """)
    void shows(String answers, String questions, String otherwise) {
        Follows.shows("hoiku-riyo", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            g1: g1-reason=work; g1-more-work: g1-on-leave=yes & g1-leave-until@2027-03-31 & g1-return@2027-03-31 | g1-return-after-leave | g1: g1-reason=work; g1-more-work: g1-on-leave=yes & g1-leave-until@2027-03-31 & g1-return@2027-04-01
            plan: intake=april & start-month.era=R & start-month.year=9 & start-month.month=4; g1: g1-reason=work; g1-more-work: g1-on-leave=yes & g1-leave-until@2027-03-31 & g1-return@2027-05-16 | g1-return-in-time | plan: intake=april & start-month.era=R & start-month.year=9 & start-month.month=4; g1: g1-reason=work; g1-more-work: g1-on-leave=yes & g1-leave-until@2027-03-31 & g1-return@2027-05-15
            g1: g1-reason=study; g1-study: g1-study-from@2027-04-01 & g1-study-until@2027-03-31 | g1-study-order | g1: g1-reason=study; g1-study: g1-study-from@2027-04-01 & g1-study-until@2028-03-31
            second: second-guardian=yes; g2: g2-reason=work; g2-more-work: g2-on-leave=yes & g2-leave-until@2027-03-31 & g2-return@2027-03-31 | g2-return-after-leave | second: second-guardian=yes; g2: g2-reason=work; g2-more-work: g2-on-leave=yes & g2-leave-until@2027-03-31 & g2-return@2027-04-01
            plan: intake=april & start-month.era=R & start-month.year=9 & start-month.month=4; second: second-guardian=yes; g2: g2-reason=work; g2-more-work: g2-on-leave=yes & g2-leave-until@2027-03-31 & g2-return@2027-05-16 | g2-return-in-time | plan: intake=april & start-month.era=R & start-month.year=9 & start-month.month=4; second: second-guardian=yes; g2: g2-reason=work; g2-more-work: g2-on-leave=yes & g2-leave-until@2027-03-31 & g2-return@2027-05-15
            second: second-guardian=yes; g2: g2-reason=study; g2-study: g2-study-from@2027-04-01 & g2-study-until@2027-03-31 | g2-study-order | second: second-guardian=yes; g2: g2-reason=study; g2-study: g2-study-from@2027-04-01 & g2-study-until@2028-03-31
            plan: intake=midyear & start-month.era=R & start-month.year=9 & start-month.month=3 | midyear-open | plan: intake=midyear & start-month.era=R & start-month.year=9 & start-month.month=2
            plan: intake=midyear & start-month.era=R & start-month.year=8 & start-month.month=12 | midyear-closed | plan: intake=midyear & start-month.era=R & start-month.year=9 & start-month.month=1
            plan: intake=midyear & start-month.era=R & start-month.year=9 & start-month.month=4 | midyear-not-april | plan: intake=midyear & start-month.era=R & start-month.year=9 & start-month.month=2
            plan: intake=april & start-month.era=R & start-month.year=9 & start-month.month=5 | april-month | plan: intake=april & start-month.era=R & start-month.year=9 & start-month.month=4
            plan: intake=april & start-month.era=R & start-month.year=9 & start-month.month=4; child: child-born=yes & recognition=class-2 & child-birth@2024-04-03 | recognition-age | plan: intake=april & start-month.era=R & start-month.year=9 & start-month.month=4; child: child-born=yes & recognition=class-2 & child-birth@2024-04-02
            plan: intake=april & start-month.era=R & start-month.year=9 & start-month.month=4; child: child-born=yes & recognition=class-3 & child-birth@2024-04-02 | recognition-age | plan: intake=april & start-month.era=R & start-month.year=9 & start-month.month=4; child: child-born=yes & recognition=class-3 & child-birth@2024-04-03
            plan: intake=april & start-month.era=R & start-month.year=9 & start-month.month=4; child: child-born=yes & child-birth@2021-04-01 | preschool | plan: intake=april & start-month.era=R & start-month.year=9 & start-month.month=4; child: child-born=yes & child-birth@2021-04-02
            plan: intake=midyear & start-month.era=R & start-month.year=9 & start-month.month=2; child: child-born=yes & child-birth@2020-04-01 | preschool | plan: intake=midyear & start-month.era=R & start-month.year=9 & start-month.month=2; child: child-born=yes & child-birth@2020-04-02
            """)
    void refuses(String answers, String rule, String otherwise) {
        Follows.refuses("hoiku-riyo", answers, rule, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            child-care | medical-care=yes | medical-care | medical-care=no
            """)
    void leadsElsewhere(String page, String answers, String ending, String otherwise) {
        Follows.ends("hoiku-riyo", page, answers, ending, otherwise);
    }

    @Test
    void theOfficeIsThatOfTheFirstWish() {
        var hanako = new Applicant("hoiku-riyo").add("wishes");
        hanako.fill("wishes", "wishes.r1.wish-facility=nada-2", "wishes.r2.wish-facility=kita-1");

        assertThat(hanako.filling().route().office()).isEqualTo("nada");
    }

    @Test
    void eachEmployerIsNamedOnceWithACertificateOfItsOwn() {
        var taro = Follows.who("hoiku-riyo", "g1: g1-reason=work; g1-more-work: g1-second-job=yes")
                .add("g1-other-jobs");
        var findings = taro.fill("g1-more-work", "g1-other-jobs.r1.g1-second-employer=みなと商店",
                "g1-other-jobs.r2.g1-second-employer=みなと 商店");

        assertThat(findings).filteredOn(finding -> finding.code().equals("same-as-before"))
                .extracting(finding -> finding.path().toString())
                .containsExactly("g1-other-jobs.r2.g1-second-employer");
        assertThat(taro.missing()).contains("g1-other-jobs.r1.g1-second-certificate",
                "g1-other-jobs.r2.g1-second-certificate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"g1", "g2"})
    void theDateOfACertificateIsAskedOnlyOfAFile(String guardian) {
        var page = guardian + "-work";
        var hanako = Follows.who("hoiku-riyo", "second: second-guardian=yes; g1: g1-reason=work; g2: g2-reason=work");
        assertThat(hanako.missing()).contains(guardian + "-work-certificate")
                .doesNotContain(guardian + "-certificate-date");

        hanako.attach(guardian + "-work-certificate");
        assertThat(hanako.missing()).contains(guardian + "-certificate-date");
        hanako.fill(page, Applicant.date(guardian + "-certificate-date", 2026, 8, 19));
        assertThat(hanako.codes()).contains("rule-" + guardian + "-certificate-fresh");
        hanako.fill(page, Applicant.date(guardian + "-certificate-date", 2026, 8, 20));
        assertThat(hanako.codes()).doesNotContain("rule-" + guardian + "-certificate-fresh",
                "rule-" + guardian + "-filled-in-fresh");
    }

    @Test
    void aCertificateFilledInBringsItsDateAlong() {
        var hanako = Follows.who("hoiku-riyo", "g1: g1-reason=work; g1-more-work: g1-second-job=yes");
        for (var path : List.of("g1-work-certificate", "g1-other-jobs.r1.g1-second-certificate")) {
            hanako.certified(path, LocalDate.of(2026, 8, 20));
        }
        assertThat(hanako.missing()).doesNotContain("g1-work-certificate", "g1-certificate-date",
                "g1-other-jobs.r1.g1-second-certificate");

        hanako.certified("g1-work-certificate", LocalDate.of(2026, 8, 19));
        hanako.certified("g1-other-jobs.r1.g1-second-certificate", LocalDate.of(2026, 8, 19));
        assertThat(hanako.codes()).contains("rule-g1-filled-in-fresh", "rule-g1-second-filled-in-fresh");
    }

    @Test
    void theCertificateItAsksForIsThere() {
        assertThat(OtherFormCheck.of(SampleForms.fromCatalogue("hoiku-riyo"), SampleCatalogue.procedures()))
                .isEmpty();
    }

    @Test
    void noFacilityIsWishedForTwice() {
        var hanako = new Applicant("hoiku-riyo").add("wishes");
        var findings = hanako.fill("wishes", "wishes.r1.wish-facility=nada-2", "wishes.r2.wish-facility=nada-2");

        assertThat(findings).filteredOn(finding -> finding.code().equals("same-as-before"))
                .extracting(finding -> finding.path().toString()).containsExactly("wishes.r2.wish-facility");
    }

    @Test
    void someoneInTheHouseholdWithAHandbookSaysWhichOne() {
        var hanako = new Applicant("hoiku-riyo").add("family");
        hanako.fill("household", "family.r1.family-disability=yes", "family.r1.family-occupation=school");
        assertThat(hanako.missing()).contains("family.r1.family-disability-what", "family.r1.family-place");

        hanako.fill("household", "family.r1.family-disability=no", "family.r1.family-occupation=none");
        assertThat(hanako.missing()).doesNotContain("family.r1.family-disability-what", "family.r1.family-place");
    }

    @Test
    void theAprilIntakeIsTakenInItsTimeOnly() {
        var procedure = SampleForms.fromCatalogue("hoiku-riyo");
        var april = SampleForms.posted("intake=april", "start-month.era=R", "start-month.year=9",
                "start-month.month=4");

        for (var day : new int[]{27, 28}) {
            var saved = Filling.begin(procedure, LocalDate.of(2026, 11, day)).save(new PageId("plan"), april);
            assertThat(saved.findings()).extracting(Finding::code)
                    .isEqualTo(day == 27 ? List.of() : List.of("rule-april-window"));
        }
    }

    @Test
    void itIsAsLongAsTheTableSays() {
        var questions = SampleForms.fromCatalogue("hoiku-riyo").pages().stream().mapToInt(page -> page.items().size())
                .sum();
        assertThat(questions).isGreaterThan(150);
    }
}
