package jp.madoguchi.forms.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;

import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.definition.FollowUp;
import jp.madoguchi.forms.filling.Applying;
import jp.madoguchi.forms.filling.Prefilling;
import jp.madoguchi.forms.publishing.BundleCheck;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OkuyamiTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deceased | death-reported=no | not-reported | death-reported=yes
            """)
    void leadsElsewhere(String page, String answers, String ending, String otherwise) {
        Follows.ends("okuyami", page, answers, ending, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            situation: householder=yes | others-remain | situation: householder=no
            situation: insurance=kokuho | funeral-held | situation: insurance=work
            situation: insurance=late-elderly | funeral-held | situation: insurance=unknown
            situation: insurance=kokuho; funeral: funeral-held=yes | funeral-date mourner | situation: insurance=kokuho; funeral: funeral-held=no
            situation: city-housing=yes | housing-stay | situation: city-housing=no
            """)
    void asksFor(String answers, String questions, String otherwise) {
        Follows.asks("okuyami", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            situation: insurance=kokuho | account | situation: insurance=work & kaigo=no
            situation: kaigo=yes | account | situation: kaigo=no
            """)
    void offers(String answers, String questions, String otherwise) {
        Follows.shows("okuyami", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            situation: householder=yes & others-remain=several | householder | situation: householder=yes & others-remain=one
            situation: insurance=kokuho | kokuho | situation: insurance=work
            situation: insurance=late-elderly | late-elderly | situation: insurance=kokuho
            situation: insurance=work | work-insurance | situation: insurance=kokuho
            situation: insurance=unknown | insurance-unknown | situation: insurance=kokuho
            situation: insurance=kokuho; funeral: funeral-held=yes | funeral-kokuho | situation: insurance=kokuho; funeral: funeral-held=no
            situation: insurance=late-elderly; funeral: funeral-held=yes | funeral-late-elderly | situation: insurance=work; funeral: funeral-held=yes
            situation: insurance=kokuho; funeral: funeral-held=no | funeral-later | situation: insurance=kokuho; funeral: funeral-held=yes
            situation: kaigo=yes | kaigo | situation: kaigo=no
            situation: pension=national | pension-national | situation: pension=employees
            situation: pension=employees | pension-employees | situation: pension=none
            situation: pension=paying | pension-paying | situation: pension=none
            situation: disability=yes | disability | situation: disability=no
            situation: city-tax=yes | heir | situation: city-tax=no
            situation: seal=yes | seal | situation: seal=no
            situation: city-housing=yes; more-situation: housing-stay=stay | housing-stay | situation: city-housing=yes; more-situation: housing-stay=leave
            situation: city-housing=yes; more-situation: housing-stay=leave | housing-leave | situation: city-housing=no; more-situation: housing-stay=leave
            more-situation: dog=yes | dog | more-situation: dog=no
            more-situation: jido-teate=yes | jido | more-situation: jido-teate=no
            """)
    void lists(String answers, String followUp, String otherwise) {
        assertThat(Follows.who("okuyami", answers).filling().followUps()).extracting(Applying::followUp)
                .extracting(FollowUp::id).contains(followUp);
        assertThat(Follows.who("okuyami", otherwise).filling().followUps()).extracting(Applying::followUp)
                .extracting(FollowUp::id).doesNotContain(followUp);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deceased: deceased-birth@1940-01-02 & death-date@1940-01-01 | death-after-birth | deceased: deceased-birth@1940-01-01 & death-date@2026-11-01
            deceased: death-date@2026-11-10; situation: insurance=kokuho; funeral: funeral-held=yes & funeral-date@2026-11-09 | funeral-after-death | deceased: death-date@2026-11-10; situation: insurance=kokuho; funeral: funeral-held=yes & funeral-date@2026-11-10
            """)
    void refuses(String answers, String rule, String otherwise) {
        Follows.refuses("okuyami", answers, rule, otherwise);
    }

    @Test
    void theListBeginsWithWhatIsDueFirst() {
        var list = Follows.who("okuyami", "deceased: death-date@2026-11-10; situation: insurance=kokuho & seal=yes"
                + " & householder=yes & others-remain=several; more-situation: jido-teate=yes;"
                + " funeral: funeral-held=yes & funeral-date@2026-11-12").filling().followUps();

        assertThat(list).extracting(each -> each.followUp().id()).containsExactly("householder", "kokuho", "jido",
                "funeral-kokuho", "seal");
        // The day itself does not count (民法140条): two years from the 13th end with the 12th.
        assertThat(list).extracting(Applying::due).containsExactly(LocalDate.of(2026, 11, 24),
                LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 25), LocalDate.of(2028, 11, 12), null);
    }

    @Test
    void everyProcedureOfTheListIsThereAndSharesWhatWasAnswered() {
        var interview = SampleForms.fromCatalogue("okuyami");

        assertThat(BundleCheck.of(interview, SampleCatalogue.procedures())).isEmpty();
        assertThat(interviewChildren()).hasSize(10).doesNotHaveDuplicates();
    }

    /** No re-entry of person, address and account (WCAG 3.3.7). */
    @Test
    void nothingAnsweredHasToBeEnteredAgain() {
        var hanako = new Applicant("okuyami");
        hanako.fill("deceased", Applicant.all(Applicant.fields("death-reported=yes"), Applicant.name("deceased-name"),
                Applicant.date("deceased-birth", 1940, 1, 1), Applicant.date("death-date", 2026, 11, 10),
                Applicant.address("deceased-address", "中央区", "加納町")));
        hanako.fill("notifier", Applicant.all(Applicant.name("notifier-name"),
                Applicant.date("notifier-birth", 1970, 4, 1), Applicant.fields("notifier-address.postal=650-8570",
                        "notifier-address.prefecture-city=兵庫県神戸市中央区", "notifier-address.town=加納町",
                        "notifier-address.number=6丁目5-1"),
                Applicant.contact("notifier-phone", "notifier-mail"), Applicant.fields("relation=child")));
        Follows.answer(hanako,
                "situation: insurance=kokuho; funeral: funeral-held=yes & funeral-date@2026-11-12 & mourner=yes");
        hanako.fill("bank", "account.bank=0009", "account.bank-name=三井住友銀行", "account.branch=500",
                "account.branch-name=神戸営業部", "account.type=1", "account.number=1234567", "account.holder=コウベ　ハナコ");

        var shared = hanako.filling().effectiveAnswers();
        for (var child : interviewChildren()) {
            var filled = Prefilling.of(SampleForms.fromCatalogue(child), Map.of(), shared, SampleForms.TODAY);
            assertThat(filled.answers().values().keySet()).as(child).extracting(Object::toString).contains(
                    child.equals("inu-toroku")
                            ? "owner-address"
                            : child.equals("jido-teate") ? "claimant-address" : "notifier-address");
        }
        assertThat(Prefilling.of(SampleForms.fromCatalogue("sosaihi-kokuho"), Map.of(), shared, SampleForms.TODAY)
                .answers().values().keySet()).extracting(Object::toString).containsExactly("deceased-name",
                        "deceased-birth", "death-date", "deceased-address", "funeral-date", "mourner",
                        "notifier-name", "notifier-birth", "notifier-address", "notifier-phone", "notifier-mail",
                        "relation", "account");
    }

    private static java.util.List<String> interviewChildren() {
        var bundle = java.util.Objects.requireNonNull(SampleForms.fromCatalogue("okuyami").bundle());
        return bundle.followUps().stream().filter(FollowUp.Online.class::isInstance).map(FollowUp.Online.class::cast)
                .map(online -> online.procedure().value()).toList();
    }
}
