package jp.madoguchi.forms.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import jp.madoguchi.forms.BlockId;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.definition.Block;
import jp.madoguchi.forms.definition.CopiedFrom;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.source.InvalidFile;
import jp.madoguchi.forms.source.InvalidFile.Problem;
import jp.madoguchi.forms.publishing.CopyComparison;
import jp.madoguchi.forms.publishing.PublicationChecks;
import jp.madoguchi.forms.publishing.Remark;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BlockTest {

    private static final PageId PAGE = new PageId("p");

    private final Procedure form = SampleForms.with("""
            languages: [ja, en]
            pages:
              - id: p
                title: 頁
                questions:
                  - {id: q, kind: person-name, label: 申請する方}
                  - {id: last, kind: yes-no, label: 終わり}
            """);

    static List<Block> shipped() {
        return Blocks.shipped().all();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyBlockSurvivesTheWayThroughItsFile(Block block) {
        var json = DefinitionFile.writeJson(block);

        assertThat(DefinitionFile.readBlockJson(json)).isEqualTo(block);
        assertThat(DefinitionFile.readBlockYaml(json)).isEqualTo(block);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void anyBlockCanBeCopiedIntoAFormTwiceUnderTwoPrefixes(Block block) {
        var once = copy(block, "one", true).into(form, PAGE, 1);
        var twice = copy(block, "two", false).into(once, PAGE, 0);

        assertThat(DefinitionFile.readJson(DefinitionFile.writeJson(twice))).isEqualTo(twice);
        assertThat(CopyComparison.of(twice, Blocks.shipped())).hasSize(2 * block.parts().size())
                .allSatisfy(each -> assertThat(each.differences()).isEmpty())
                .noneMatch(CopyComparison::hasNewer);
        assertThat(PublicationChecks.of(twice)).filteredOn(remark -> remark.weight() == Remark.Weight.BLOCKING)
                .allSatisfy(remark -> assertThat(remark.code()).isIn("duplicate-label", "missing-translation"));
    }

    @Test
    void copiesStandInPlaceUnderTheirPrefixWithTheirOwnConditions() {
        var block = Blocks.shipped().newest(new BlockId("representative")).orElseThrow();
        var copied = new BlockCopy(block, "agent", false, new Condition.Is(new QuestionId("last"), List.of("yes")))
                .into(form, PAGE, 99);

        assertThat(copied.pages().getFirst().items()).extracting(Item::id).extracting(QuestionId::value)
                .containsExactly("q", "last", "agent-who", "agent-name", "agent-phone", "agent-relation",
                        "agent-proxy");
        var proxy = (Question) copied.item(new QuestionId("agent-proxy")).orElseThrow();
        assertThat(proxy.showIf()).isEqualTo(
                new Condition.All(List.of(new Condition.Is(new QuestionId("last"), List.of("yes")),
                        new Condition.Is(new QuestionId("agent-who"), List.of("agent")))));
        assertThat(proxy.copiedFrom()).isEqualTo(new CopiedFrom(block.id(), new QuestionId("proxy"), 1));
        assertThat(proxy.label().speaks(jp.madoguchi.forms.Language.EASY_JA)).isFalse();
    }

    @Test
    void onlyWhatIsAskedOfThePersonAtTheScreenIsFilledInFromTheProfile() {
        var person = Blocks.shipped().newest(new BlockId("person")).orElseThrow();

        assertThat(((Question) copy(person, "me", true).into(form, PAGE, 0).item(new QuestionId("me-name"))
                .orElseThrow()).prefill()).isNotNull();
        assertThat(((Question) copy(person, "you", false).into(form, PAGE, 0).item(new QuestionId("you-name"))
                .orElseThrow()).prefill()).isNull();
    }

    @Test
    void aCopyThatCannotBeMadeSaysWhy() {
        var person = Blocks.shipped().newest(new BlockId("person")).orElseThrow();
        var once = copy(person, "me", true).into(form, PAGE, 0);

        assertThatThrownBy(() -> copy(person, "me", true).into(once, PAGE, 0)).hasMessageContaining("me-name");
        assertThatThrownBy(() -> copy(person, "Ich", true).into(form, PAGE, 0)).hasMessageContaining("接頭語");
        assertThatThrownBy(() -> copy(person, "x".repeat(64), true).into(form, PAGE, 0))
                .hasMessageContaining("接頭語");
        assertThatThrownBy(() -> copy(person, "me", true).into(form, new PageId("gone"), 0))
                .hasMessageContaining("gone");
    }

    @Test
    void aCopyIsComparedWithItsTemplateInWords() {
        var two = DefinitionFile.readBlockYaml(
                DefinitionFile.writeJson(Blocks.shipped().newest(new BlockId("person")).orElseThrow())
                        .replace("\"version\":1", "\"version\":2").replace("\"latest\":\"today\"",
                                "\"latest\":\"P1D\""));
        var blocks = new Blocks(
                java.util.stream.Stream.concat(Blocks.shipped().all().stream(), java.util.stream.Stream.of(two))
                        .toList());
        var changed = SampleForms.with("""
                pages:
                  - id: p
                    title: 頁
                    questions:
                      - {id: q, kind: person-name, label: 申請する方, copied-from: {block: person, part: name, version: 1}}
                      - {id: born, kind: date, label: 生年月日, required: false,
                         copied-from: {block: person, part: birth, version: 1}}
                      - {id: odd, kind: date, label: 日付, copied-from: {block: gone, part: birth, version: 3}}
                """);

        var remarks = PublicationChecks.of(changed, blocks);
        assertThat(remarks).filteredOn(remark -> remark.place().equals("p/q")).extracting(Remark::code)
                .containsExactly("newer-block");
        assertThat(remarks).filteredOn(remark -> remark.place().equals("p/born")).extracting(Remark::message)
                .containsExactly("部品「人（氏名、生年月日、連絡先）」第1版の写しと違います。"
                        + "必須かどうかが「はい」から「いいえ」に変わりました。最も遅い日「today」をなくしました。",
                        "部品「人（氏名、生年月日、連絡先）」第1版の写しです。第2版が出ています。最も遅い日が「today」から「P1D」に変わりました。");
        assertThat(remarks).filteredOn(remark -> remark.place().equals("p/odd")).extracting(Remark::code)
                .containsExactly("unknown-block");
        assertThat(remarks).filteredOn(remark -> remark.code().contains("block") || remark.code().contains("copy"))
                .allMatch(remark -> remark.weight() == Remark.Weight.ADVICE);
        assertThat(CopyComparison.of(changed, blocks).getFirst().onlyWords()).isTrue();
        assertThat(BlockUse.of(changed, blocks)).containsExactly(
                new BlockUse(new BlockId("gone"), "gone", 3, 1, 0),
                new BlockUse(new BlockId("person"), "人（氏名、生年月日、連絡先）", 1, 2, 2)).filteredOn(BlockUse::hasNewer)
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"gone | name | 1 | unknown-block | person",
            "person | name | 9 | unknown-block-version | 第1版", "person | nama | 1 | unknown-block-part | name、birth"})
    void whatIsUnknownOfACopysOriginIsNamedWithWhatThereIs(String block, String part, int version, String code,
            String there) {
        assertThat(PublicationChecks.of(SampleForms.asking("kind: person-name, copied-from: {block: " + block
                + ", part: " + part + ", version: " + version + "}")))
                .filteredOn(remark -> remark.code().equals(code)).singleElement().satisfies(remark -> {
                    assertThat(remark.weight()).isEqualTo(Remark.Weight.ADVICE);
                    assertThat(remark.remedy()).contains(there);
                });
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void theCatalogueTellsItsCopies(Procedure procedure) {
        assertThat(CopyComparison.of(procedure, Blocks.shipped())).isNotEmpty().allMatch(CopyComparison::isKnown);
    }

    static List<Procedure> catalogue() {
        return SampleCatalogue.procedures();
    }

    @Test
    void aSpoiltBlockSaysWhatIsWrongAndWhere() {
        assertThat(catchThrowableOfType(InvalidFile.class, () -> DefinitionFile.readBlockYaml("""
                id: P
                version: 0
                title: 人
                shared: true
                questions:
                  - {id: a, kind: yes-no, label: あ, show-if: {question: b, is: "yes"}}
                  - {id: b, kind: yes-no, label: い}
                  - {id: b, kind: repeat, label: う}
                """)).problems()).extracting(Problem::path).contains("id", "version", "shared", "",
                "questions[2].kind");
        assertThat(catchThrowableOfType(InvalidFile.class, () -> SampleForms.asking(
                "kind: phone, copied-from: {block: person, version: 1, of: x}, prefill: {}")).problems())
                .extracting(Problem::path).containsExactlyInAnyOrder("pages[0].questions[0].copied-from",
                        "pages[0].questions[0].copied-from.of", "pages[0].questions[0].prefill");
    }

    private static BlockCopy copy(Block block, String prefix, boolean own) {
        return new BlockCopy(block, prefix, own, Condition.ALWAYS);
    }
}
