package jp.madoguchi.forms.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.source.Part;
import jp.madoguchi.forms.source.Place;
import jp.madoguchi.forms.source.Tree;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A kind describes the limits that it reads: the same keys, and it takes and refuses what the schema takes and refuses. */
class LimitTest {

    /** What two places of a file have to do with each other, a schema cannot say. */
    private static final List<String> BETWEEN_PLACES = List.of("より大きくなっています", "groups にありません");

    @ParameterizedTest
    @EnumSource
    void describesTheKeysThatItReads(KindName kind) {
        var asked = new TreeSet<String>();
        var entries = new HashMap<String, Tree>() {
            @Override
            public @Nullable Tree get(Object key) {
                asked.add((String) key);
                return super.get(key);
            }
        };
        kind.define(new Part(new Tree.Mapping(Place.START, entries, Map.of()), Place.START, "", (_, _, _) -> {}));

        assertThat(kind.limits().stream().map(Limit::key)).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    @ParameterizedTest
    @MethodSource("jp.madoguchi.forms.field.KindTest#kinds")
    void writesOnlyWhatItDescribes(QuestionKind kind) {
        var field = QuestionField.of(kind);
        var written = JsonMapper.shared().createObjectNode();
        field.write(written);

        assertThat(field.name().limits().stream().map(Limit::key)).containsAll(written.propertyNames());
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItDescribesAndNothingElse(KindName kind) {
        if (kind.limits().isEmpty()) {
            return;
        }
        var schema = Limit.describe(kind.limits(), JsonMapper.shared().createObjectNode());
        var checked = ProcedureSchema.part(schema);
        var values = new Candidates(ProcedureSchema.tree().required("$defs")).mappings(schema);

        assertThat(values).hasSizeGreaterThan(20).allSatisfy(value -> {
            var problems = problems(kind, value);
            assertThat(problems.isEmpty()).as("%s %s", value, problems)
                    .isEqualTo(ProcedureSchema.check(checked, value).isEmpty());
        });
    }

    private static List<String> problems(KindName kind, JsonNode limits) {
        var problems = new ArrayList<String>();
        kind.define(new Part(tree(limits), Place.START, "", (_, path, reason) -> problems.add(path + ": " + reason)));
        problems.removeIf(problem -> BETWEEN_PLACES.stream().anyMatch(problem::contains));
        return problems;
    }

    private static Tree tree(JsonNode node) {
        if (node.isObject()) {
            var entries = new LinkedHashMap<String, Tree>();
            var keys = new LinkedHashMap<String, Place>();
            node.properties().forEach(each -> {
                entries.put(each.getKey(), tree(each.getValue()));
                keys.put(each.getKey(), Place.START);
            });
            return new Tree.Mapping(Place.START, entries, keys);
        }
        return node.isArray()
                ? new Tree.Sequence(Place.START, node.valueStream().map(LimitTest::tree).toList())
                : new Tree.Scalar(Place.START, node.asString(), Tree.Type.TEXT);
    }
}
