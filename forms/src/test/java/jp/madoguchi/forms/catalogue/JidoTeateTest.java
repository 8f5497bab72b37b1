package jp.madoguchi.forms.catalogue;

import static jp.madoguchi.forms.catalogue.Applicant.address;
import static jp.madoguchi.forms.catalogue.Applicant.all;
import static jp.madoguchi.forms.catalogue.Applicant.contact;
import static jp.madoguchi.forms.catalogue.Applicant.date;
import static jp.madoguchi.forms.catalogue.Applicant.fields;
import static jp.madoguchi.forms.catalogue.Applicant.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.correction.CorrectionScope;
import jp.madoguchi.forms.filling.Finding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JidoTeateTest {

    private final Applicant hanako = new Applicant("jido-teate");

    @Test
    void aBirthInAFamilyThatLivesTogetherIsClaimed() {
        fillAll();

        assertThat(hanako.missing()).isEmpty();
        assertThat(hanako.filling().route().office()).isEqualTo("chuo");
    }

    @Test
    void withASpouseTheSpouseIsAskedFor() {
        hanako.fill("who", "has-spouse=no");
        assertThat(hanako.missing()).noneMatch(path -> path.startsWith("spouse")).doesNotContain("higher-income");

        var findings = hanako.fill("who", "has-spouse=yes", "claimant-occupation=employee");
        assertThat(findings).extracting(Finding::code).containsOnly("asked-now");
        assertThat(hanako.missing()).contains("spouse-name", "spouse-birth", "spouse-occupation", "spouse-together",
                "higher-income").doesNotContain("spouse-phone", "spouse-address");
    }

    @Test
    void aSpouseWhoLivesElsewhereHasAnAddress() {
        hanako.fill("who", "has-spouse=yes");
        hanako.fill("spouse", "spouse-together=no");
        assertThat(hanako.missing()).contains("spouse-address");

        hanako.fill("spouse",
                all(fields("spouse-together=no"), address("spouse-address", "中央区", "加納町")));
        assertThat(hanako.answered()).contains("spouse-address");

        hanako.fill("who", "has-spouse=no");
        assertThat(hanako.answered()).doesNotContain("spouse-address", "spouse-together");
    }

    @ParameterizedTest
    @CsvSource({"加納町,6-5-1,true", "加納町6丁目,5-1,true", "加納町,六丁目5番1号,true", "加納町,６ノ５ノ１,true", "加納町,65-1,false",
            "加納町,6-5-2,false"})
    void aSpouseWhoLivesElsewhereDoesNotLiveAtTheSamePlaceInOtherWords(String town, String number, boolean same) {
        hanako.fill("who", "has-spouse=yes");
        hanako.fill("claimant", fields("claimant-address.prefecture-city=兵庫県神戸市", "claimant-address.ward=中央区",
                "claimant-address.town=加納町", "claimant-address.number=6-5-1"));
        hanako.fill("spouse", fields("spouse-together=no"));
        var findings = hanako.fill("spouse", fields("spouse-together=no",
                "spouse-address.prefecture-city=兵庫県神戸市中央区", "spouse-address.town=" + town,
                "spouse-address.number=" + number));

        assertThat(findings.stream().map(Finding::code).filter("rule-spouse-elsewhere"::equals).count())
                .isEqualTo(same ? 1 : 0);
        assertThat(hanako.filling().answer(FieldPath.parse("spouse-address")))
                .contains(new Answer.Address(null, "兵庫県神戸市中央区", null, town, number, null));
    }

    @Test
    void theParentWithTheLowerIncomeIsSentToTheOther() {
        hanako.fill("who", "has-spouse=yes", "higher-income=no");

        assertThat(hanako.filling().endingAfter(new PageId("who"))).get()
                .satisfies(ending -> assertThat(ending.id()).isEqualTo("lower-income"));
        hanako.fill("who", "has-spouse=no");
        assertThat(hanako.filling().endingAfter(new PageId("who"))).isEmpty();
    }

    @Test
    void theOtherParentBeginsWithWhatWasTypedFromTheirSide() {
        fillAll();
        hanako.fill("who", "has-spouse=yes", "higher-income=no", "claimant-occupation=employee");
        hanako.fill("spouse", all(fields("spouse-name.family=神戸", "spouse-name.given=太郎", "spouse-name.family-kana=コウベ",
                "spouse-name.given-kana=タロウ", "spouse-occupation=self-employed", "spouse-together=yes"),
                date("spouse-birth", 1994, 4, 1)));
        var ending = hanako.filling().endingAfter(new PageId("who")).orElseThrow();

        var other = hanako.filling().fromTheOther(java.util.Objects.requireNonNull(ending.other()));
        assertThat(other.get(new QuestionId("claimant-name"), Answer.PersonName.class)).get()
                .extracting(Answer.PersonName::given).isEqualTo("太郎");
        assertThat(other.get(new QuestionId("spouse-name"), Answer.PersonName.class)).get()
                .extracting(Answer.PersonName::given).isEqualTo("花子");
        assertThat(other.get(new QuestionId("claimant-occupation"))).contains(new Answer.Choices(
                List.of("self-employed"), null));
        assertThat(other.get(new QuestionId("higher-income"))).contains(new Answer.YesNo(true));
        // They live together: the address is the other's too. What only the other can answer is asked again.
        assertThat(other.get(new QuestionId("claimant-address"))).isPresent();
        assertThat(other.values()).containsKey(new QuestionId("children"))
                .doesNotContainKeys(new QuestionId("account"), new QuestionId("pension"),
                        new QuestionId("claimant-mail"),
                        new QuestionId("identity"), new QuestionId("truth"));

        var begun = new jp.madoguchi.forms.filling.Filling(hanako.filling().procedure(), other,
                jp.madoguchi.forms.filling.Entries.NONE, hanako.filling().today());
        assertThat(begun.endingAfter(new PageId("who"))).isEmpty();
        assertThat(begun.check(new PageId("children"))).isEmpty();
    }

    /** A corrected name leaves the account in another: who then says that it is not theirs has to be able to name their own. */
    @Test
    void aCorrectedNameOpensTheAccountThatIsNoLongerInIt() {
        fillAll();
        var scope = CorrectionScope.of(hanako.filling().procedure(), hanako.filling().effectiveAnswers(),
                List.of("claimant-name"), hanako.filling().today());
        var account = FieldPath.parse("account");
        assertThat(scope.openWith(hanako.filling().answers()).test(account)).isFalse();

        hanako.fill("claimant", "claimant-name.family-kana=ヤマダ");
        hanako.fill("bank", "account-is-own=no");
        assertThat(hanako.codes()).containsExactly("rule-own-account");
        var stuck = hanako.filling();
        assertThat(List.of("account", "account-is-own", "claimant-name").stream().map(FieldPath::parse))
                .allMatch(scope.openWith(stuck.answers()));
        assertThat(scope.openWith(stuck.answers()).test(FieldPath.parse("pension"))).isFalse();

        hanako.fill("bank", "account.holder=ヤマダ ハナコ");
        assertThat(scope.keep(hanako.filling())).isEqualTo(hanako.filling());
        assertThat(scope.beyond(hanako.filling().answers())).isEmpty();
        assertThat(hanako.codes()).isEmpty();

        hanako.fill("bank", "account.holder=ヤマモト ハナコ", "account-is-own=yes");
        assertThat(scope.keep(hanako.filling())).as("another account of one's own stays too")
                .isEqualTo(hanako.filling());
        assertThat(hanako.codes()).isEmpty();
    }

    @Test
    void nonsenseAcrossQuestionsIsSaidBesideTheQuestion() {
        fillAll();
        // The child's day of birth typed as the claimant's.
        hanako.fill("claimant", date("claimant-birth", 2026, 11, 10));
        assertThat(hanako.codes()).contains("rule-claimant-of-age", "rule-child-younger-than-parent",
                "rule-child-not-claimant");
        hanako.fill("claimant", date("claimant-birth", 1995, 5, 5));
        assertThat(hanako.codes()).isEmpty();

        hanako.fill("who", "has-spouse=yes", "higher-income=yes", "claimant-occupation=employee");
        hanako.fill("spouse", all(name("spouse-name"), date("spouse-birth", 1995, 5, 5),
                fields("spouse-occupation=none", "spouse-together=no"),
                address("spouse-address", "中央区", "加納町")));
        assertThat(hanako.codes()).contains("rule-spouse-another", "rule-spouse-elsewhere");

        hanako.fill("children", "children.r1.child-together=no", "children.r1.child-address.same=yes");
        assertThat(hanako.filling().isSame(FieldPath.parse("children.r1.child-address"))).isTrue();
        hanako.fill("spouse", address("spouse-address", "灘区", "桜口町"));
        assertThat(hanako.filling().answer(FieldPath.parse("children.r1.child-address"))).get()
                .extracting(answer -> ((Answer.Address) answer).town()).as("goes along").isEqualTo("桜口町");
        assertThat(hanako.codes()).doesNotContain("rule-spouse-elsewhere", "rule-child-elsewhere");
    }

    @Test
    void theDayOfABirthIsNotAskedTwice() {
        hanako.fill("reason", "event=birth");
        assertThat(hanako.missing()).doesNotContain("event-date");
        hanako.fill("children", date("children.r1.child-birth", 2026, 11, 10));
        assertThat(hanako.filling().dueDays(day -> true)).singleElement()
                .satisfies(due -> assertThat(due.lastDay()).isEqualTo(java.time.LocalDate.of(2026, 11, 25)));

        hanako.fill("reason", "event=moved-in");
        assertThat(hanako.missing()).contains("event-date");
    }

    @Test
    void publicServantsClaimFromTheirEmployer() {
        hanako.fill("who", "claimant-occupation=public-servant");

        assertThat(hanako.filling().endingAfter(new PageId("who"))).isPresent();
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
        // Turning 18 on 1 April 2026 is reached on 31 March (年齢計算法): that very day is the first 31 March.
        hanako.fill("children", date("children.r1.child-birth", 2008, 4, 1));
        assertThat(hanako.missing()).contains("children.r1.child-student", "children.r1.child-supported")
                .doesNotContain("children.r1.child-graduation");
        hanako.fill("children", date("children.r1.child-birth", 2008, 4, 2));
        assertThat(hanako.missing()).doesNotContain("children.r1.child-student");
        hanako.fill("children", date("children.r1.child-birth", 2004, 4, 2));
        assertThat(hanako.codes()).doesNotContain("rule-child-young-enough");
        hanako.fill("children", date("children.r1.child-birth", 2004, 4, 1));
        assertThat(hanako.codes()).contains("rule-child-young-enough");

        hanako.fill("children",
                all(date("children.r1.child-birth", 2006, 1, 2), fields("children.r1.child-student=yes")));
        assertThat(hanako.missing()).contains("children.r1.child-graduation");

        hanako.fill("children", all(date("children.r1.child-graduation", 2028, 3, 31),
                date("children.r1.child-birth", 2020, 1, 2), fields("children.r1.child-student=yes")));
        assertThat(hanako.answered()).doesNotContain("children.r1.child-graduation", "children.r1.child-student");
    }

    @Test
    void collegeAgeChildrenAloneGiveNoClaim() {
        fillAll();
        hanako.fill("claimant", date("claimant-birth", 1975, 5, 5));
        hanako.fill("children", all(date("children.r1.child-birth", 2006, 1, 2),
                fields("children.r1.child-student=no", "children.r1.child-supported=yes")));

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
        hanako.fill("who", "has-spouse=no", "claimant-occupation=employee");
        hanako.fill("reason", "event=birth");
        hanako.fill("claimant", all(name("claimant-name"), date("claimant-birth", 1995, 5, 5),
                address("claimant-address", "中央区", "加納町"), contact("claimant-phone", "claimant-mail")));
        hanako.fill("children", all(name("children.r1.child-name"), date("children.r1.child-birth", 2026, 11, 10),
                fields("children.r1.child-relation=child", "children.r1.child-together=yes")));
        hanako.fill("pension", "pension=employees");
        hanako.fill("bank", "account.bank=0009", "account.bank-name=三井住友銀行", "account.branch=500",
                "account.branch-name=神戸営業部", "account.type=1", "account.number=1234567", "account.holder=コウベ　ハナコ");
        hanako.attach("identity").fill("attachments", "truth=yes");
    }
}
