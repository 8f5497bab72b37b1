package jp.madoguchi.platform.formpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.platform.pagekit.Html;

class FormPageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
    private static final Pattern LOOKED_AT = Pattern.compile("&#34;name&#34;:&#34;([^&]+)&#34;");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

    static Stream<Procedure> procedures() {
        return SampleCatalogue.procedures().stream();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void everyErrorLeadsToAFieldOfThePage(Procedure procedure) {
        var filling = Filling.begin(procedure, TODAY);
        for (var page : filling.visiblePages()) {
            var findings = filling.check(page.id());
            var view = FormPage.forApplicant(filling, page, findings, Language.JA, FileLinks.NONE);
            var html = html(view);
            assertThat(view.errors()).hasSameSizeAs(findings).allSatisfy(error -> assertThat(html)
                    .as(page.id() + " " + error).contains("id=\"" + error.target() + "\""));
            assertThat(findings).allSatisfy(finding -> assertThat(html).contains(finding.message().in(Language.JA)));
            assertThat(ID.matcher(html).results().map(found -> found.group(1)).toList()).doesNotHaveDuplicates();
        }
    }

    /** Else a question would stand in the page that no answer there can bring up. */
    @ParameterizedTest
    @MethodSource("procedures")
    void everyRuleLooksAtAFieldOfThePage(Procedure procedure) {
        var filling = Filling.begin(procedure, TODAY);
        for (var page : procedure.pages()) {
            var html = html(FormPage.forApplicant(filling, page, List.of(), Language.JA, FileLinks.NONE));
            assertThat(LOOKED_AT.matcher(html).results().map(found -> found.group(1)).distinct())
                    .allSatisfy(name -> assertThat(html).contains(" name=\"" + name + "\""));
        }
    }

    @Test
    void whatHangsOnAQuestionComesAfterIt() {
        var page = page("children");
        var young = jido().save(page.id(), new Entries(Map.of("children.r1.child-together", List.of("yes"))));
        assertThat(html(FormPage.forApplicant(young.filling(), page, List.of(), Language.JA, FileLinks.NONE)))
                .doesNotContain("child-student").doesNotContain("child-graduation");

        var grown = young.filling().save(page.id(), new Entries(Map.of("children.r1.child-birth.year",
                List.of("2006"), "children.r1.child-birth.month", List.of("5"), "children.r1.child-birth.day",
                List.of("1"), "children.r1.child-birth.era", List.of("AD"))));
        assertThat(html(FormPage.forApplicant(grown.filling(), page, List.of(), Language.JA, FileLinks.NONE)))
                .contains("data-question=\"children.r1.child-student\">")
                .containsPattern("data-question=\"children.r1.child-graduation\" data-when=\"[^\"]+\" hidden");
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void everyPageIsDrawnInEnglishToo(Procedure procedure) {
        var filling = Filling.begin(procedure, TODAY);
        for (var page : procedure.pages()) {
            var html = html(FormPage.forApplicant(filling, page, List.of(), Language.EN, FileLinks.NONE));
            assertThat(html).doesNotContain("必須").doesNotContain("任意");
        }
    }

    @Test
    void whatWasTypedStandsThereAgainCharacterByCharacter() {
        var page = page("claimant");
        var saved = jido().save(page.id(), new Entries(Map.of("claimant-name.family", List.of("𠮷野\uDB40\uDD00<b>"),
                "claimant-birth.era", List.of("S"), "claimant-birth.year", List.of("64"), "claimant-birth.month",
                List.of("13"))));
        var html = html(FormPage.forApplicant(saved.filling(), page, saved.findings(), Language.JA, FileLinks.NONE));
        assertThat(html).contains("value=\"𠮷野\uDB40\uDD00&lt;b>\"").contains("value=\"64\"").contains("value=\"13\"")
                .contains("<option value=\"S\" selected>");
    }

    @Test
    void aScriptLearnsWhatDependsOnThisPageAndNothingElse() {
        var html = html(FormPage.forApplicant(jido(), page("who"), List.of(), Language.JA, FileLinks.NONE));
        assertThat(html).contains(
                "data-question=\"higher-income\" data-when=\"{&#34;op&#34;:&#34;is&#34;,&#34;name&#34;:&#34;has-spouse&#34;,&#34;values&#34;:[&#34;yes&#34;]}\" hidden")
                .contains("data-question=\"has-spouse\">");
    }

    @Test
    void aTickSparesWhatIsTheSame() {
        var page = page("children");
        var hanako = jido().save(new PageId("who"), new Entries(Map.of("has-spouse", List.of("yes")))).filling()
                .save(new PageId("spouse"), new Entries(Map.of("spouse-together", List.of("no"),
                        "spouse-address.postal", List.of("650-0001"), "spouse-address.prefecture-city",
                        List.of("兵庫県神戸市灘区"), "spouse-address.town", List.of("桜口町"), "spouse-address.number",
                        List.of("1-2"))))
                .filling();
        var apart = hanako.save(page.id(), new Entries(Map.of("children.r1.child-together", List.of("no")))).filling();
        var offered = html(FormPage.forApplicant(apart, page, List.of(), Language.JA, FileLinks.NONE));
        assertThat(offered).contains("name=\"children.r1.child-address.same\" value=\"yes\">",
                "「お子さんの住所」は、「配偶者：配偶者の住所」と同じ");

        var ticked = apart.save(page.id(), new Entries(Map.of("children.r1.child-together", List.of("no"),
                "children.r1.child-address.same", List.of("yes")))).filling();
        var html = html(FormPage.forApplicant(ticked, page, List.of(), Language.EN, FileLinks.NONE));
        assertThat(html).contains("name=\"children.r1.child-address.same\" value=\"yes\" checked",
                "value=\"桜口町\"", "“Child's address” is the same as “Spouse: Spouse's address”");
        // Nobody answered the other question: nothing to be the same as.
        var alone = jido().save(page.id(), new Entries(Map.of("children.r1.child-together", List.of("no")))).filling();
        assertThat(html(FormPage.forApplicant(alone, page, List.of(), Language.JA, FileLinks.NONE)))
                .doesNotContain("child-address.same");
    }

    @Test
    void anEmptyDateBeginsInTheEraOfWhomItIsAbout() {
        assertThat(html(FormPage.forApplicant(jido(), page("children"), List.of(), Language.JA, FileLinks.NONE)))
                .contains("<option value=\"R\" selected>");
        assertThat(html(FormPage.forApplicant(jido(), page("claimant"), List.of(), Language.JA, FileLinks.NONE)))
                .contains("<option value=\"H\" selected>");
        assertThat(html(FormPage.forApplicant(jido(), page("claimant"), List.of(), Language.EN, FileLinks.NONE)))
                .doesNotContain("<option value=\"H\" selected>");
        var typed = jido().save(new PageId("claimant"), new Entries(Map.of("claimant-birth.era", List.of("S"),
                "claimant-birth.year", List.of("60"), "claimant-birth.month", List.of("13"), "claimant-birth.day",
                List.of("1")))).filling();
        assertThat(html(FormPage.forApplicant(typed, page("claimant"), List.of(), Language.JA, FileLinks.NONE)))
                .contains("<option value=\"S\" selected>");
    }

    @Test
    void whatNoScriptCanWorkOutStaysAsTheServerSawIt() {
        var page = page("bank");
        var fields = Map.of("account.bank", "0001", "account.bank-name", "みほん銀行", "account.branch", "001",
                "account.branch-name", "本店", "account.type", "1", "account.number", "1234567", "account.holder",
                "ベツジン");
        var posted = new HashMap<String, List<String>>();
        fields.forEach((name, value) -> posted.put(name, List.of(value)));
        var before = html(FormPage.forApplicant(jido(), page, List.of(), Language.JA, FileLinks.NONE));
        assertThat(before).doesNotContain("account-is-own");
        var saved = jido().save(page.id(), new Entries(posted));
        assertThat(html(FormPage.forApplicant(saved.filling(), page, List.of(), Language.JA, FileLinks.NONE)))
                .contains("data-question=\"account-is-own\">");
    }

    @Test
    void theApplicantsBrowserMayHelp() {
        var page = page("claimant");
        var applicant = html(FormPage.forApplicant(jido(), page, List.of(), Language.JA, FileLinks.NONE));
        assertThat(applicant).contains("autocomplete=\"family-name\"").contains("autocomplete=\"bday-year\"");
    }

    @Test
    void rowsCanBeAddedAndRemovedDownToTheFewest() {
        var page = page("children");
        var one = html(FormPage.forApplicant(jido(), page, List.of(), Language.JA, FileLinks.NONE));
        assertThat(one).contains("name=\"_add\" value=\"children\"").doesNotContain("name=\"_remove\"");
        var two = jido().addRow(FieldPath.parse("children"));
        assertThat(html(FormPage.forApplicant(two, page, List.of(), Language.JA, FileLinks.NONE)))
                .contains("name=\"_remove\" value=\"children.r1\"").contains("name=\"_remove\" value=\"children.r2\"")
                .contains("name=\"children.r2.child-name.family\"");
    }

    @Test
    void rowsWithinRowsHaveButtonsOfTheirOwn() {
        var procedure = SampleCatalogue.procedures().stream()
                .filter(each -> each.id().value().equals("seikatsu-hogo")).findFirst().orElseThrow();
        var incomes = FieldPath.parse("members.r1.member-incomes");
        var filling = Filling.begin(procedure, TODAY).addRow(FieldPath.parse("members")).addRow(incomes);
        var drawn = html(
                FormPage.forApplicant(filling, procedure.page(new PageId("household")).orElseThrow(), List.of(),
                        Language.JA, FileLinks.NONE));

        assertThat(drawn).contains("name=\"_add\" value=\"members\"")
                .contains("name=\"_add\" value=\"members.r1.member-incomes\"")
                .contains("name=\"_remove\" value=\"members.r1.member-incomes.r1\"")
                .contains("<h3 class=\"repeat-title inner\" id=\"f-members_r1_member-incomes-label\">")
                .contains("name=\"members.r1.member-incomes.r1.member-income-kind\"")
                .contains(
                        "{&#34;op&#34;:&#34;is&#34;,&#34;name&#34;:&#34;members.r1.member-incomes.r1.member-income-kind&#34;");
    }

    @Test
    void aLongListShowsWhatWasSearchedForAndWhatIsChosen() {
        var procedure = SampleCatalogue.procedures().stream()
                .filter(each -> each.id().value().equals("hoiku-riyo")).findFirst().orElseThrow();
        var page = procedure.page(new PageId("wishes")).orElseThrow();
        var path = FieldPath.parse("wishes.r1.wish-facility");
        var chosen = Filling.begin(procedure, TODAY)
                .save(page.id(), new Entries(java.util.Map.of(path.toString(), List.of("nada-2")))).filling();
        var searches = new Searches() {
            @Override
            public String words(FieldPath at) {
                return at.equals(path) ? "灘区" : "";
            }

            @Override
            public String address(FieldPath at) {
                return "/lists/" + at.question() + "?in=ja";
            }
        };
        var view = FormPage.forApplicant(chosen, page, List.of(), Language.JA, FileLinks.NONE, searches,
                Delegations.NONE);

        assertThat(html(view)).contains("data-listed=\"/lists/wish-facility?in=ja\"").contains("value=\"灘区\"")
                .contains("はじめの20件").contains("value=\"nada-2\" checked").contains("value=\"nada-3\"")
                .contains("name=\"_find\" value=\"wishes.r1.wish-facility\"");
        assertThat(html(view).split("type=\"radio\"", -1)).hasSizeBetween(21, 40);
    }

    @Test
    void attachedFilesAreShownWithTheirLinks() {
        var procedure = jido().procedure();
        for (var page : procedure.pages()) {
            var view = FormPage.forApplicant(jido(), page, List.of(), Language.JA, FileLinks.NONE);
            assertThat(view.enctype().startsWith("multipart")).as(page.id().value())
                    .isEqualTo(html(view).contains("type=\"file\""));
        }
        var files = page("attachments");
        var question = FieldPath.of(files.items().getFirst().id());
        var file = new Answer.FileRef(UUID.randomUUID(), "免許証.pdf", 1_234_567, "0".repeat(64), "application/pdf");
        var attached = jido().attach(question, file).filling();
        assertThat(html(FormPage.forApplicant(attached, files, List.of(), Language.JA,
                (path, stored) -> "/files/" + stored.id()))).contains("href=\"/files/" + file.id() + "\"")
                .contains("1.1\u00A0MB").contains("name=\"_detach\" value=\"" + question + "/" + file.id() + "\"");
    }

    private static Filling jido() {
        return Filling.begin(SampleCatalogue.procedures().stream()
                .filter(procedure -> procedure.id().value().equals("jido-teate")).findFirst().orElseThrow(), TODAY);
    }

    private static Page page(String id) {
        return jido().procedure().page(new PageId(id)).orElseThrow();
    }

    private static String html(FormPageView view) {
        return new String(Html.bytes(view.fields()), StandardCharsets.UTF_8);
    }
}
