package jp.madoguchi.forms.catalogue;

import static jp.madoguchi.forms.catalogue.Applicant.address;
import static jp.madoguchi.forms.catalogue.Applicant.all;
import static jp.madoguchi.forms.catalogue.Applicant.contact;
import static jp.madoguchi.forms.catalogue.Applicant.date;
import static jp.madoguchi.forms.catalogue.Applicant.fields;
import static jp.madoguchi.forms.catalogue.Applicant.name;
import static org.assertj.core.api.Assertions.assertThat;

import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.filling.Finding;

import org.junit.jupiter.api.Test;

class JidoTeateTests {

    private final Applicant hanako = new Applicant("jido-teate");

    @Test
    void aBirthInAFamilyThatLivesTogetherIsClaimed() {
        fillAll();

        assertThat(hanako.missing()).isEmpty();
        assertThat(hanako.filling().route().office()).isEqualTo("chuo");
    }

    @Test
    void withASpouseTheSpouseIsAskedFor() {
        hanako.fill("spouse", "has-spouse=no");
        assertThat(hanako.missing()).noneMatch(path -> path.startsWith("spouse")).doesNotContain("higher-income");

        var findings = hanako.fill("spouse", "has-spouse=yes");
        assertThat(findings).extracting(Finding::code).containsOnly("asked-now");
        assertThat(hanako.missing()).contains("spouse-name", "spouse-birth", "spouse-occupation", "spouse-together",
                "higher-income").doesNotContain("spouse-phone", "spouse-address");
    }

    @Test
    void aSpouseWhoLivesElsewhereHasAnAddress() {
        hanako.fill("spouse", "has-spouse=yes", "spouse-together=no");
        assertThat(hanako.missing()).contains("spouse-address");

        hanako.fill("spouse",
                all(fields("has-spouse=yes", "spouse-together=no"), address("spouse-address", "中央区", "加納町")));
        assertThat(hanako.answered()).contains("spouse-address");

        hanako.fill("spouse", "has-spouse=no");
        assertThat(hanako.answered()).doesNotContain("spouse-address", "spouse-together");
    }

    @Test
    void theParentWithTheLowerIncomeIsSentToTheOther() {
        hanako.fill("spouse", "has-spouse=yes", "higher-income=no");

        assertThat(hanako.filling().endingAfter(new PageId("spouse"))).get()
                .satisfies(ending -> assertThat(ending.id()).isEqualTo("lower-income"));
        hanako.fill("spouse", "has-spouse=no");
        assertThat(hanako.filling().endingAfter(new PageId("spouse"))).isEmpty();
    }

    @Test
    void publicServantsClaimFromTheirEmployer() {
        hanako.fill("claimant", "claimant-occupation=public-servant");

        assertThat(hanako.filling().endingAfter(new PageId("claimant"))).isPresent();
    }

    @Test
    void aChildWhoLivesElsewhereNeedsAddressAndStatement() {
        hanako.fill("children", "children.r1.child-together=no");
        assertThat(hanako.missing()).contains("children.r1.child-address", "children.r1.child-apart-reason",
                "children.r1.child-care-statement");

        hanako.fill("children", "children.r1.child-together=yes");
        assertThat(hanako.missing()).doesNotContain("children.r1.child-address", "children.r1.child-care-statement");
    }

    @Test
    void aCollegeAgeChildIsAskedAboutSchoolAndSupport() {
        hanako.fill("children", "children.r1.child-college-age=yes");
        assertThat(hanako.missing()).contains("children.r1.child-student", "children.r1.child-supported")
                .doesNotContain("children.r1.child-graduation");

        hanako.fill("children", "children.r1.child-college-age=yes", "children.r1.child-student=yes");
        assertThat(hanako.missing()).contains("children.r1.child-graduation");

        hanako.fill("children", all(date("children.r1.child-graduation", 2028, 3, 31),
                fields("children.r1.child-college-age=no", "children.r1.child-student=yes")));
        assertThat(hanako.answered()).doesNotContain("children.r1.child-graduation", "children.r1.child-student");
    }

    @Test
    void collegeAgeChildrenAloneGiveNoClaim() {
        fillAll();
        hanako.fill("children", "children.r1.child-college-age=yes", "children.r1.child-student=no",
                "children.r1.child-supported=yes");

        assertThat(hanako.filling().checkAll()).extracting(Finding::code).containsExactly("rule-one-child-of-age");
    }

    @Test
    void mutualAidWithAChildUnderThreeNeedsProof() {
        hanako.fill("children", date("children.r1.child-birth", 2023, 11, 22));
        hanako.fill("pension", "pension=mutual-aid");
        assertThat(hanako.missing()).contains("mutual-aid-proof");

        // Three years are complete on the day before the third birthday.
        hanako.fill("children", date("children.r1.child-birth", 2023, 11, 21));
        assertThat(hanako.missing()).doesNotContain("mutual-aid-proof");

        hanako.fill("children", date("children.r1.child-birth", 2026, 11, 1));
        hanako.fill("pension", "pension=employees");
        assertThat(hanako.missing()).doesNotContain("mutual-aid-proof");
    }

    @Test
    void formerPublicServantsAttachTheNoticeOfTermination() {
        hanako.fill("reason", "event=left-public-service");
        assertThat(hanako.missing()).contains("termination-notice");

        hanako.fill("reason", "event=birth");
        assertThat(hanako.missing()).doesNotContain("termination-notice");
    }

    @Test
    void anAccountOfAnotherNameIsAskedAboutAndRefused() {
        fillAll();
        hanako.fill("bank", "account.holder=コウベ タロウ");
        assertThat(hanako.missing()).containsExactly("account-is-own");

        hanako.fill("bank", "account.holder=コウベ タロウ", "account-is-own=no");
        assertThat(hanako.filling().checkAll()).extracting(Finding::code).containsExactly("rule-own-account");

        hanako.fill("bank", "account.holder=コウベ タロウ", "account-is-own=yes");
        assertThat(hanako.missing()).isEmpty();
    }

    @Test
    void branchOfficesWorkTheirTowns() {
        hanako.fill("claimant", address("claimant-address", "須磨区", "神の谷一丁目"));
        assertThat(hanako.filling().route().office()).isEqualTo("kitasuma");
        hanako.fill("claimant", address("claimant-address", "須磨区", "大黒町"));
        assertThat(hanako.filling().route().office()).isEqualTo("suma");
        hanako.fill("claimant", address("claimant-address", "西区", "玉津町居住"));
        assertThat(hanako.filling().route().office()).isEqualTo("tamatsu");
    }

    private void fillAll() {
        hanako.fill("reason", all(fields("event=birth"), date("event-date", 2026, 11, 10)));
        hanako.fill("claimant", all(name("claimant-name"), date("claimant-birth", 1995, 5, 5),
                address("claimant-address", "中央区", "加納町"), contact("claimant-phone", "claimant-mail"),
                fields("claimant-occupation=employee")));
        hanako.fill("spouse", "has-spouse=no");
        hanako.fill("children", all(name("children.r1.child-name"), date("children.r1.child-birth", 2026, 11, 10),
                fields("children.r1.child-relation=child", "children.r1.child-together=yes",
                        "children.r1.child-college-age=no")));
        hanako.fill("pension", "pension=employees");
        hanako.fill("bank", "account.bank=0009", "account.bank-name=三井住友銀行", "account.branch=500",
                "account.branch-name=神戸営業部", "account.type=1", "account.number=1234567", "account.holder=コウベ　ハナコ");
        hanako.attach("identity").fill("attachments", "truth=yes");
    }
}
