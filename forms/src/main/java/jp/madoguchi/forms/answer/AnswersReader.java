package jp.madoguchi.forms.answer;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;

import tools.jackson.databind.JsonNode;

/**
 * Reads one document of answers, strictly.
 */
final class AnswersReader {

    private final List<Item> items;

    AnswersReader(Procedure procedure) {
        items = procedure.pages().stream().flatMap(page -> page.items().stream()).toList();
    }

    Answers read(JsonNode document) {
        return read(items, new JsonPart("answers", document), "no such question in this version");
    }

    private static Answers read(List<Item> items, JsonPart object, String unknown) {
        var known = new HashMap<String, Item>();
        items.forEach(item -> known.put(item.id().value(), item));
        var answers = new LinkedHashMap<QuestionId, Answer>();
        object.fields().forEach((name, part) -> {
            var item = known.get(name);
            if (item == null) {
                throw part.wrong(unknown);
            }
            answers.put(item.id(), switch (item) {
                case Question question -> answer(question, part);
                case Repeat repeat -> rows(repeat, part);
            });
        });
        return new Answers(answers);
    }

    private static Answer rows(Repeat repeat, JsonPart part) {
        if (!part.node().isObject()) {
            return new Answer.Rows(rowsOf(repeat, part));
        }
        part.only("rows", "used");
        var used = part.whole("used");
        if (used < 0 || used > Answer.Rows.MOST_USED) {
            throw part.wrong("no such number of a row");
        }
        return new Answer.Rows(rowsOf(repeat, part.part("rows")), (int) used);
    }

    private static List<Row> rowsOf(Repeat repeat, JsonPart part) {
        var ids = new HashSet<RowId>();
        var rows = new ArrayList<Row>();
        for (var element : part.elements()) {
            element.only("row", "answers");
            var id = element.text("row");
            if (!RowId.isValid(id) || !ids.add(new RowId(id))) {
                throw element.wrong("a row needs an id of its own");
            }
            rows.add(new Row(new RowId(id),
                    read(repeat.items(), element.part("answers"), "no such question in this repeat")));
        }
        return rows;
    }

    private static Answer answer(Question question, JsonPart part) {
        try {
            return switch (question.kind().answerShape()) {
                case TEXT -> new Answer.Text(part.text());
                case NUMBER -> new Answer.Number(plain(part.number()));
                case DATE -> new Answer.Date(LocalDate.parse(part.text()));
                case TIME -> new Answer.Time(LocalTime.parse(part.text()));
                case MONTH -> new Answer.Month(YearMonth.parse(part.text()));
                case YES_NO -> new Answer.YesNo(part.truth());
                case CHOICES -> choices(part);
                case PERSON_NAME -> name(part);
                case ADDRESS -> address(part);
                case BANK_ACCOUNT -> account(part);
                case FILES -> files(part);
                case FILLED_IN -> part.node().isArray() ? files(part) : filledIn(part);
                case AGREEMENT -> {
                    if (!part.truth()) {
                        throw part.wrong("only true is ever stored");
                    }
                    yield new Answer.Agreement();
                }
                case NONE -> throw part.wrong("an information block has no answer");
            };
        } catch (DateTimeException | ArithmeticException e) {
            throw part.wrong("no such date or time");
        }
    }

    private static BigDecimal plain(BigDecimal value) {
        if (value.precision() > 40 || Math.abs(value.scale()) > 40) {
            throw new ArithmeticException("beyond every form's numbers");
        }
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Answer choices(JsonPart part) {
        part.only("codes", "other");
        return new Answer.Choices(part.part("codes").elements().stream().map(JsonPart::text).toList(),
                part.optionalText("other"));
    }

    private static Answer name(JsonPart part) {
        part.only("family", "given", "familyKana", "givenKana");
        return new Answer.PersonName(part.text("family"), part.text("given"), part.optionalText("familyKana"),
                part.optionalText("givenKana"));
    }

    private static Answer address(JsonPart part) {
        part.only("postal", "prefectureCity", "ward", "town", "number", "building");
        return new Answer.Address(part.optionalText("postal"), part.text("prefectureCity"), part.optionalText("ward"),
                part.text("town"), part.text("number"), part.optionalText("building"));
    }

    private static Answer account(JsonPart part) {
        part.only("bank", "bankName", "branch", "branchName", "type", "number", "holderKana");
        return new Answer.BankAccount(part.text("bank"), part.text("bankName"), part.text("branch"),
                part.text("branchName"), part.text("type"), part.text("number"), part.text("holderKana"));
    }

    private static Answer filledIn(JsonPart part) {
        part.only("procedure", "version", "contentHash", "answers", "by", "on", "day", "files");
        var procedure = part.text("procedure");
        var version = part.whole("version");
        if (!ProcedureId.isValid(procedure) || version < 1 || version > Integer.MAX_VALUE) {
            throw part.wrong("no such version of a procedure");
        }
        var files = fileRefs(part.part("files"));
        if (files.isEmpty()) {
            throw part.wrong("the paper is missing");
        }
        var day = part.optionalText("day");
        return new Answer.FilledIn(new ProcedureId(procedure), (int) version, part.text("contentHash"),
                part.text("answers"), part.text("by"), LocalDate.parse(part.text("on")),
                day == null ? null : LocalDate.parse(day), files.getFirst(), files.subList(1, files.size()));
    }

    private static Answer files(JsonPart part) {
        return new Answer.Files(fileRefs(part));
    }

    private static List<Answer.FileRef> fileRefs(JsonPart part) {
        return part.elements().stream().map(file -> {
            file.only("id", "name", "bytes", "sha256", "mediaType");
            return new Answer.FileRef(file.uuid("id"), file.text("name"), file.whole("bytes"), file.text("sha256"),
                    file.text("mediaType"));
        }).toList();
    }
}
