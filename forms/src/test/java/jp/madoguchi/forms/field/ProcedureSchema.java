package jp.madoguchi.forms.field;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema with which editors check definition files: what is written by hand in docs/procedure.schema.json, and within it
 * what the kinds of question say of themselves.
 */
final class ProcedureSchema {

    static final Path FILE = Path.of("..", "docs", "procedure.schema.json");

    private static final String ORIGIN = "Written from KindName by ProcedureSchemaTest; see developers.md.";
    private static final SchemaRegistry REGISTRY = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final DefaultIndenter LINES = new DefaultIndenter(" ", "\n");
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(
            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("").withObjectEmptySeparator(""))
            .withArrayIndenter(LINES).withObjectIndenter(LINES);

    private static final ObjectNode TREE = tree();

    private ProcedureSchema() {}

    /** As it ought to be. */
    static ObjectNode tree() {
        var schema = (ObjectNode) JsonMapper.shared().readTree(FILE);
        var definitions = (ObjectNode) schema.required("$defs");
        names(definitions.putObject("kind").put("$comment", ORIGIN));
        limits(definitions.putObject("limits").put("$comment", ORIGIN));
        return schema;
    }

    static String text() {
        return JsonMapper.shared().writer().with(PRINTER).writeValueAsString(tree()) + "\n";
    }

    static Schema whole() {
        return REGISTRY.getSchema(tree());
    }

    /** For a part of a file; {@code schema} may refer to the definitions of the whole. */
    static Schema part(ObjectNode schema) {
        var alone = schema.deepCopy();
        alone.set("$defs", TREE.required("$defs"));
        return REGISTRY.getSchema(alone);
    }

    /** What a schema has against a value; nothing where it takes it. */
    static List<Error> check(Schema schema, JsonNode value) {
        return schema.validate(value,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static void names(ObjectNode kind) {
        var names = kind.putArray("enum");
        Arrays.stream(KindName.values()).map(KindName::inFile).forEach(names::add);
        names.add("repeat");
    }

    private static void limits(ObjectNode node) {
        var each = node.putArray("allOf");
        Arrays.stream(KindName.values()).filter(kind -> !kind.limits().isEmpty()).forEach(kind -> {
            var when = each.addObject();
            var is = when.putObject("if");
            is.putArray("required").add("kind");
            is.putObject("properties").putObject("kind").put("const", kind.inFile());
            Limit.describe(kind.limits(), when.putObject("then"));
        });
    }
}
