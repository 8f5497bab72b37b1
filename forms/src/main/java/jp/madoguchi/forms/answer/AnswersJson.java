package jp.madoguchi.forms.answer;

import java.util.List;

import jp.madoguchi.forms.definition.Procedure;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as one JSON document keyed by question id; each value's shape follows its question's kind: text, code, phone
 * and mail a string; number a number; date, time and month an ISO string; yes-or-no a boolean; agreement {@code true};
 * choices {@code {"codes":[…],"other":…}}; name, address and account an object of their parts; files an array of
 * objects; what somebody else filled in an object with its {@code files}, the paper first; a repeat an array of {@code {"row":"r1","answers":{…}}}, or, where rows with higher ids were removed,
 * {@code {"rows":[…],"used":7}}.
 */
public final class AnswersJson {

    private AnswersJson() {}

    public static JsonNode write(Answers answers) {
        return writeObject(answers);
    }

    /**
     * Reads a document of the procedure's version. Unknown ids and values of another shape are refused.
     *
     * @throws AnswersFormatException naming the path and what is wrong
     */
    public static Answers read(Procedure procedure, JsonNode document) {
        return new AnswersReader(procedure).read(document);
    }

    private static ObjectNode writeObject(Answers answers) {
        var node = JsonNodeFactory.instance.objectNode();
        answers.values().forEach((question, answer) -> node.set(question.value(), write(answer)));
        return node;
    }

    private static JsonNode write(Answer answer) {
        var json = JsonNodeFactory.instance;
        return switch (answer) {
            case Answer.Text(var value) -> json.stringNode(value);
            case Answer.Number(var value) -> json.numberNode(value);
            case Answer.Date(var value) -> json.stringNode(value.toString());
            case Answer.Time(var value) -> json.stringNode(value.toString());
            case Answer.Month(var value) -> json.stringNode(value.toString());
            case Answer.YesNo(var value) -> json.booleanNode(value);
            case Answer.Agreement() -> json.booleanNode(true);
            case Answer.Choices choices -> {
                var node = json.objectNode();
                var codes = node.putArray("codes");
                choices.codes().forEach(codes::add);
                if (choices.other() != null) {
                    node.put("other", choices.other());
                }
                yield node;
            }
            case Answer.PersonName name -> {
                var node = json.objectNode().put("family", name.family()).put("given", name.given());
                if (name.familyKana() != null) {
                    node.put("familyKana", name.familyKana());
                }
                if (name.givenKana() != null) {
                    node.put("givenKana", name.givenKana());
                }
                yield node;
            }
            case Answer.Address address -> {
                var node = json.objectNode();
                if (address.postal() != null) {
                    node.put("postal", address.postal());
                }
                node.put("prefectureCity", address.prefectureCity());
                if (address.ward() != null) {
                    node.put("ward", address.ward());
                }
                node.put("town", address.town()).put("number", address.number());
                if (address.building() != null) {
                    node.put("building", address.building());
                }
                yield node;
            }
            case Answer.BankAccount account -> json.objectNode().put("bank", account.bank())
                    .put("bankName", account.bankName()).put("branch", account.branch())
                    .put("branchName", account.branchName()).put("type", account.type())
                    .put("number", account.number()).put("holderKana", account.holderKana());
            case Answer.Files(var files) -> files(files);
            case Answer.FilledIn filled -> {
                var node = json.objectNode().put("procedure", filled.procedure().value())
                        .put("version", filled.version()).put("contentHash", filled.contentHash())
                        .put("answers", filled.answers()).put("by", filled.by()).put("on", filled.on().toString());
                if (filled.day() != null) {
                    node.put("day", filled.day().toString());
                }
                yield node.set("files", files(filled.files()));
            }
            case Answer.Rows rows -> {
                var node = json.arrayNode();
                rows.rows().forEach(row -> node.addObject().put("row", row.id().value()).set("answers",
                        writeObject(row.answers())));
                boolean told = rows.used() == new Answer.Rows(rows.rows()).used();
                yield told ? node : json.objectNode().put("used", rows.used()).set("rows", node);
            }
        };
    }

    private static JsonNode files(List<Answer.FileRef> files) {
        var node = JsonNodeFactory.instance.arrayNode();
        files.forEach(file -> node.addObject().put("id", file.id().toString()).put("name", file.name())
                .put("bytes", file.bytes()).put("sha256", file.sha256()).put("mediaType", file.mediaType()));
        return node;
    }
}
