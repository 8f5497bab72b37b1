package jp.madoguchi.portal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.definition.Procedure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class ProcedureIndexTest {

    private static final ProcedureIndex INDEX = index();

    private static ProcedureIndex index() {
        try {
            return ProcedureIndex.of(
                    SampleCatalogue.procedures().stream().sorted(Comparator.comparing(p -> p.title().ja())).toList(),
                    Synonyms.read(new ClassPathResource("search/synonyms.txt")));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** @param expected the first of them must come first; none where nothing may be found */
    private record Query(String typed, List<String> expected) {

        static List<Query> all() throws IOException {
            return new ClassPathResource("search/everyday-queries.txt").getContentAsString(StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" \\| ", 2))
                    .map(parts -> new Query(parts[0],
                            "-".equals(parts[1]) ? List.of() : List.of(parts[1].split(" "))))
                    .toList();
        }
    }

    private static List<String> found(String typed) {
        return INDEX.find(typed).procedures().stream().map(ProcedureId::value).toList();
    }

    /** Prints precision (of the first place) and recall (of what must be among three), so that a change shows what it does. */
    @Test
    void findsWhatResidentsType() throws IOException {
        var wrong = new ArrayList<String>();
        int first = 0;
        int among = 0;
        int wanted = 0;
        var queries = Query.all();
        for (var query : queries) {
            var found = found(query.typed());
            var three = found.stream().limit(3).toList();
            wanted += query.expected().size();
            among += (int) query.expected().stream().filter(three::contains).count();
            boolean right = query.expected().isEmpty()
                    ? found.isEmpty()
                    : !found.isEmpty() && query.expected().contains(found.getFirst());
            first += right ? 1 : 0;
            if (!right || !three.containsAll(query.expected())) {
                wrong.add(query.typed() + " expected " + query.expected() + " found "
                        + found.stream().limit(5).toList());
            }
        }
        System.getLogger("search").log(System.Logger.Level.INFO, "{0} queries: first place right {1}, recall {2}/{3}",
                queries.size(), first, among, wanted);
        assertThat(queries).hasSizeGreaterThanOrEqualTo(200);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyTitleAndKeywordFindsItsOwn() {
        for (var procedure : SampleCatalogue.procedures()) {
            assertThat(found(procedure.title().ja())).as(procedure.title().ja()).first()
                    .isEqualTo(procedure.id().value());
            for (var keyword : procedure.keywords()) {
                assertThat(found(keyword)).as(keyword).contains(procedure.id().value());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　", "の", "手続き", "申請したい", "。", "\u0000", "𠮷", "\ud842", "*:*", "title:犬", "(((",
            "\"",
            "AND OR NOT"})
    void takesAnythingWithoutAWord(String typed) {
        assertThat(INDEX.find(typed)).isNotNull();
    }

    @Test
    void readsNoMoreThanAHundredCharacters() {
        assertThat(found("犬".repeat(100_000))).isEqualTo(found("犬".repeat(100)));
        assertThat(ProcedureIndex.shortened("𠮷".repeat(101))).isEqualTo("𠮷".repeat(100));
    }

    @Test
    void saysWhenItOnlyComesNear() {
        assertThat(INDEX.find("児童手当 宇宙船").near()).isTrue();
        assertThat(INDEX.find("児童手当 宇宙船").procedures().getFirst().value()).isEqualTo("jido-teate");
        assertThat(INDEX.find("児童手当").near()).isFalse();
    }

    @Test
    void aLineOfTheListThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> Synonyms.read(new ByteArrayResource("# ok\n犬 ペット".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("line 2");
    }

    /** What the list promises must be a word of some procedure, or it promises nothing. */
    @Test
    void everyOfficialWordOfTheListLeadsSomewhere() throws IOException {
        var known = SampleCatalogue.procedures().stream().map(Procedure::id).map(ProcedureId::value).toList();
        var lines = new ClassPathResource("search/synonyms.txt").getContentAsString(StandardCharsets.UTF_8).lines()
                .filter(line -> !line.startsWith("#") && line.contains("=>")).toList();
        var lost = new ArrayList<String>();
        for (var line : lines) {
            var meant = line.substring(line.indexOf("=>") + 2).strip();
            for (var word : meant.isEmpty() ? new String[0] : meant.split(", *")) {
                if (Set.copyOf(known).stream().noneMatch(found(word)::contains)) {
                    lost.add(word);
                }
            }
        }
        assertThat(lost).isEmpty();
    }
}
