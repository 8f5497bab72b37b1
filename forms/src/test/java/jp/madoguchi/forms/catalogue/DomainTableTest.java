package jp.madoguchi.forms.catalogue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every "if … then ask" of the table of procedures, in the table's order, each with the answers that bring the questions up
 * and answers that do not. What belongs to one procedure alone, such as its limits, stands in that procedure's own tests.
 */
class DomainTableTest {

    @ParameterizedTest(name = "{0}: {1} ⇒ {3}")
    @CsvSource(delimiter = '|', textBlock = """
            jido-teate     | 配偶者がいる           | who: has-spouse=yes | spouse-name spouse-birth spouse-together spouse-occupation | who: has-spouse=no
            jido-teate     | 配偶者と別居           | who: has-spouse=yes; spouse: spouse-together=no | spouse-address | who: has-spouse=yes; spouse: spouse-together=yes
            jido-teate     | お子さんと別居          | children: children.r1.child-together=no | children.r1.child-address children.r1.child-care-statement | children: children.r1.child-together=yes
            jido-teate     | 大学生年代            | children: children.r1.child-birth@2006-04-01 | children.r1.child-student children.r1.child-supported | children: children.r1.child-birth@2015-04-01
            hoiku-riyo     | きょうだいも同時         | siblings: together=yes | together-condition | siblings: together=no
            hoiku-riyo     | アレルギーがある         | child-care: allergy=yes | allergens allergy-detail | child-care: allergy=no
            hoiku-riyo     | 理由が就労            | g1: g1-reason=work | g1-employment g1-work-certificate | g1: g1-reason=birth
            hoiku-riyo     | 理由が妊娠出産          | g1: g1-reason=birth | g1-due g1-maternity | g1: g1-reason=work
            hoiku-riyo     | 理由が疾病障害          | g1: g1-reason=illness | g1-illness-name g1-treatment | g1: g1-reason=work
            hoiku-riyo     | 理由が介護            | g1: g1-reason=care | g1-cared-name g1-care-proof | g1: g1-reason=work
            hoiku-riyo     | 理由が求職            | g1: g1-reason=job-seeking | g1-seeking | g1: g1-reason=work
            hoiku-riyo     | 理由が就学            | g1: g1-reason=study | g1-school g1-study-proof | g1: g1-reason=work
            hoiku-riyo     | 理由が災害            | g1: g1-reason=disaster | g1-disaster-proof | g1: g1-reason=work
            hoiku-riyo     | 複数の勤務先           | g1: g1-reason=work; g1-more-work: g1-second-job=yes | g1-other-jobs.r1.g1-second-certificate g1-timetable | g1: g1-reason=work; g1-more-work: g1-second-job=no
            hoiku-riyo     | 自営               | g1: g1-reason=work; g1-work: g1-employment=self-employed | g1-business-proof | g1: g1-reason=work; g1-work: g1-employment=employee
            hoiku-riyo     | 育休中              | g1: g1-reason=work; g1-more-work: g1-on-leave=yes | g1-return | g1: g1-reason=work; g1-more-work: g1-on-leave=no
            shuro-shomei   | 有期雇用             | way: way=online; contract: contract-term=fixed-term | contract-until | way: way=online; contract: contract-term=open-ended
            shuro-shomei   | 固定の勤務時間          | way: way=online; hours: pattern=fixed | week-hours week-days weekdays | way: way=online; hours: pattern=flexible
            shuro-shomei   | 変則の勤務時間          | way: way=online; hours: pattern=flexible | main-from main-until | way: way=online; hours: pattern=fixed
            shuro-shomei   | 産休・育休・ほかの休業      | way: way=online; leave: leaves=childcare | childcare-from childcare-until return-date | way: way=online; leave: short-time=no
            shuro-shomei   | 短時間勤務            | way: way=online; leave: short-time=yes | short-from short-until short-begin short-end | way: way=online; leave: short-time=no
            juminhyo       | 第三者の請求           | requester: requester=third-party | third-reason third-proof | requester: requester=self
            juminhyo       | 代理人              | requester: requester=agent | relation proxy | requester: requester=self
            juminhyo       | 世帯の一部            | certificate: scope=some | members.r1.member-name | certificate: scope=household
            juminhyo       | 個人番号を載せる         | certificate: entries=my-number | my-number-for my-number-why | certificate: entries=householder
            kazei-shomei   | 代理               | applicant: requester=agent | taxpayer-name relation proxy | applicant: requester=self
            kazei-shomei   | 用途が学校            | certificate: use=school | school-support | certificate: use=loan
            tenshutsu      | 届出が遅れた           | move: move-date@2026-11-05 | late-reason | move: move-date@2026-11-06
            tenshutsu      | 施設に入る            | move: new-place=japan & facility=yes | facility-name | move: new-place=japan & facility=no
            tenshutsu      | 国外へ              | move: new-place=abroad | country | move: new-place=japan
            tenshutsu      | 世帯主が変わる          | movers: householder-changes=yes | new-householder | movers: householder-changes=no
            kokuho-kanyu   | 口座振替             | payment: direct-debit=yes | account | payment: direct-debit=no
            yokaigo-nintei | 区分変更             | application: type=change | change-reason | application: type=new
            yokaigo-nintei | 第2号（40〜64歳）      | insured: insured-birth@1970-01-01 & health-insured=yes | disease insurance-proof | insured: insured-birth@1940-01-01
            yokaigo-nintei | 代行事業者            | submitter: submitter=provider | provider-number | submitter: submitter=self
            yokaigo-nintei | ほかの代理人           | submitter: submitter=agent | proxy | submitter: submitter=family
            yokaigo-nintei | 入院中              | doctor: admitted=yes | hospital | doctor: admitted=no
            inu-toroku     | 転入               | reason: reason=moved-in | former-municipality former-tag | reason: reason=new
            inu-toroku     | 登録の内容の変更         | reason: reason=change | change-detail | reason: reason=new
            seikatsu-hogo  | 急ぐ               | urgent: urgent=yes | urgent-needs | urgent: urgent=no
            okuyami        | 国保で葬祭をした         | situation: insurance=kokuho; funeral: funeral-held=yes | funeral-date mourner | situation: insurance=kokuho; funeral: funeral-held=no
            sosaihi-kokuho | 喪主ではない           | funeral: mourner=no | mourner-name mourner-address | funeral: mourner=yes
            okuyami        | 世帯主だった           | situation: householder=yes | others-remain | situation: householder=no
            kyufukin       | 受け取りを希望する        | members: members.r1.wish=wants | account bankbook | members: members.r1.wish=declines
            kyufukin       | 希望しない            | members: members.r1.wish=declines | decline-confirmed | members: members.r1.wish=wants
            """)
    void asks(String procedure, String why, String answers, String questions, String otherwise) {
        Follows.asks(procedure, answers, questions, otherwise);
    }

    @ParameterizedTest(name = "{0}: {1} ⇒ {4}")
    @CsvSource(delimiter = '|', textBlock = """
            kazei-shomei  | 1月1日に市外   | certificate | in-city=no                      | lived-elsewhere | in-city=yes
            kazei-shomei  | 未申告        | certificate | filed=not-filed                 | not-filed       | filed=reported
            kazei-shomei  | 就学支援金      | certificate | use=school & school-support=yes | school-support  | use=school & school-support=no
            hoiku-riyo    | 医療的ケア      | child-care  | medical-care=yes                | medical-care    | medical-care=no
            tenshutsu     | マイナポータルで   | way         | way=mynaportal                  | mynaportal      | way=post
            kokuho-dattai | 生活保護など     | reason      | reason=welfare                  | welfare         | reason=joined-insurance
            """)
    void leadsElsewhere(String procedure, String why, String page, String answers, String ending, String otherwise) {
        Follows.ends(procedure, page, answers, ending, otherwise);
    }
}
