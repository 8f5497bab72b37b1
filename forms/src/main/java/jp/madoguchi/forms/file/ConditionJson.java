package jp.madoguchi.forms.file;

import jp.madoguchi.forms.source.JsonTree;
import jp.madoguchi.forms.source.Problems;
import jp.madoguchi.forms.source.InvalidFile;
import java.util.List;
import java.util.Map;

import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.Term;
import jp.madoguchi.forms.source.Part;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conditions as JSON: in definitions, and for the browser that shows and hides questions while a page is filled in.
 */
public final class ConditionJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ConditionJson() {}

    /** As in definition files: {@code {"question":"spouse","is":"yes"}}, {@code {"all":[…]}}. */
    public static ObjectNode write(Condition condition) {
        return switch (condition) {
            case Condition.All(var of) -> list("all", of);
            case Condition.Any(var of) -> list("any", of);
            case Condition.Not(var of) -> {
                var node = JSON.objectNode();
                node.set("not", write(of));
                yield node;
            }
            case Condition.Answered(var question) -> JSON.objectNode().put("answered", question.value());
            case Condition.Is is -> {
                var node = JSON.objectNode().put("question", is.question().value());
                if (is.values().size() == 1) {
                    node.put("is", is.values().getFirst());
                } else {
                    var values = node.putArray("is");
                    is.values().forEach(values::add);
                }
                yield node;
            }
            case Condition.HeldBy(var account, var person) ->
                JSON.objectNode().put("account", account.value()).put("held-by", person.value());
            case Condition.Same same ->
                JSON.objectNode().put("same", same.question().value()).put("as", same.as().value());
            case Condition.Compare compare -> {
                var node = JSON.objectNode();
                node.set("value", write(compare.left()));
                node.put("is", compare.comparison().sign());
                node.set("than", write(compare.right()));
                yield node;
            }
        };
    }

    /** @throws InvalidFile if it is no condition */
    public static Condition read(JsonNode json) {
        var tree = JsonTree.read(json.toString());
        var problems = new Problems();
        var condition = ConditionPart.read(new Part(tree, tree.place(), "", problems));
        if (!problems.isEmpty()) {
            throw problems.invalid();
        }
        return condition;
    }

    static JsonNode write(Term term) {
        return switch (term) {
            case Term.OfAnswer(var question) -> JSON.objectNode().put("answer", question.value());
            case Term.Amount(var value) -> JSON.numberNode(value);
            case Term.Day(var day) -> JSON.stringNode(day.toString());
            case Term.Today _ -> JSON.stringNode("today");
            case Term.Moved moved -> {
                var node = JSON.objectNode();
                node.set("move", write(moved.day()));
                yield node.put("by", moved.by().toString());
            }
            case Term.YearStart start -> {
                var node = JSON.objectNode();
                node.set("fiscal-year-of", write(start.day()));
                yield node;
            }
            case Term.AgeOn age -> {
                var node = JSON.objectNode();
                node.set("age-of", write(age.birth()));
                if (!(age.day() instanceof Term.Today)) {
                    node.set("on", write(age.day()));
                }
                yield node;
            }
            case Term.Sum(var of) -> terms("sum", of);
            case Term.Product(var of) -> terms("product", of);
            case Term.SumOver sum -> {
                var node = JSON.objectNode().put("sum-over", sum.repeat().value());
                node.set("of", write(sum.of()));
                if (!sum.where().equals(Condition.ALWAYS)) {
                    node.set("where", write(sum.where()));
                }
                yield node;
            }
            case Term.Table table -> {
                var node = JSON.objectNode().put("table", table.choice().value());
                var amounts = node.putObject("amounts");
                table.amounts().entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .forEach(amount -> amounts.put(amount.getKey(), amount.getValue()));
                if (table.otherwise() != null) {
                    node.put("otherwise", table.otherwise());
                }
                yield node;
            }
            case Term.Rows rows -> {
                var node = JSON.objectNode().put("rows-of", rows.repeat().value());
                if (!rows.where().equals(Condition.ALWAYS)) {
                    node.set("where", write(rows.where()));
                }
                yield node;
            }
        };
    }

    private static ObjectNode terms(String name, List<Term> of) {
        var node = JSON.objectNode();
        ArrayNode list = node.putArray(name);
        of.forEach(each -> list.add(write(each)));
        return node;
    }

    private static ObjectNode list(String name, List<Condition> of) {
        var node = JSON.objectNode();
        ArrayNode list = node.putArray(name);
        of.forEach(each -> list.add(write(each)));
        return node;
    }
}
