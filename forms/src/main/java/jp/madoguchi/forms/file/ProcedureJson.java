package jp.madoguchi.forms.file;

import java.util.List;
import java.util.Map;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.definition.Fee;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.definition.Routing;
import jp.madoguchi.forms.definition.Sensitivity;
import jp.madoguchi.forms.field.QuestionField;
import jp.madoguchi.forms.source.Part;
import jp.madoguchi.forms.source.LocalizedJson;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a procedure as canonical JSON: keys in one order, what is usual left out.
 */
final class ProcedureJson {

    private ProcedureJson() {}

    static ObjectNode write(Procedure procedure) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", procedure.id().value());
        LocalizedJson.put(node, "title", procedure.title());
        LocalizedJson.put(node, "summary", procedure.summary());
        node.put("kind", Part.printed(procedure.kind()));
        texts(node, "languages", procedure.languages().stream().sorted().map(Language::tag).toList());
        LocalizedJson.put(node, "who-can-apply", procedure.whoCanApply());
        LocalizedJson.put(node, "what-is-needed", procedure.whatIsNeeded());
        LocalizedJson.put(node, "what-happens-next", procedure.whatHappensNext());
        LocalizedJson.put(node, "purpose", procedure.purpose());
        var basis = node.putObject("legal-basis").put("rank", Part.printed(procedure.legalBasis().rank()));
        var articles = basis.putArray("articles");
        procedure.legalBasis().articles().forEach(articles::add);
        if (!procedure.criteria().isEmpty()) {
            var criteria = node.putArray("criteria");
            procedure.criteria().forEach(criterion -> criteria.addObject().put("id", criterion.id())
                    .put("clause", criterion.clause()).put("text", criterion.text()));
        }
        PeriodPart.write(node, procedure.standardPeriod());
        LocalizedJson.put(node, "deadline", procedure.deadline());
        IntakePart.write(node, procedure.intake());
        fee(node, procedure);
        node.put("assurance", Part.printed(procedure.assurance()));
        node.put("retention-years", procedure.retention().years());
        node.put("bureau", procedure.bureau());
        routing(node.putObject("routing"), procedure.routing());
        var appeal = procedure.appeal();
        if (appeal != null) {
            node.putObject("appeal").put("review-body", appeal.reviewBody()).put("review-months", appeal.reviewMonths())
                    .put("defendant", appeal.defendant()).put("suit-months", appeal.suitMonths())
                    .put("text", appeal.text());
        }
        NoticesPart.write(node, procedure.notices());
        texts(node, "keywords", procedure.keywords());
        texts(node, "life-events", procedure.lifeEvents());
        var applicant = node.putObject("applicant").put("name", procedure.applicantName().value());
        if (procedure.applicantMail() != null) {
            applicant.put("mail", procedure.applicantMail().value());
        }
        if (procedure.applicantAddress() != null) {
            applicant.put("address", procedure.applicantAddress().value());
        }
        endingsAndRules(node, procedure);
        var pages = node.putArray("pages");
        procedure.pages().forEach(page -> page(pages.addObject(), page));
        BundleJson.write(node, procedure.bundle());
        return node;
    }

    private static void texts(ObjectNode node, String key, List<String> texts) {
        if (!texts.isEmpty()) {
            var list = node.putArray(key);
            texts.forEach(list::add);
        }
    }

    private static void fee(ObjectNode node, Procedure procedure) {
        if (procedure.fee().equals(Fee.FREE)) {
            return;
        }
        var fee = node.putObject("fee");
        if (!procedure.fee().items().isEmpty()) {
            var items = fee.putArray("items");
            procedure.fee().items().forEach(amount -> {
                var item = items.addObject();
                LocalizedJson.put(item, "label", amount.label());
                item.put("yen", amount.yen());
                var times = amount.times();
                if (times != null) {
                    item.set("times", ConditionJson.write(times));
                }
                if (!amount.when().equals(Condition.ALWAYS)) {
                    item.set("when", ConditionJson.write(amount.when()));
                }
            });
        }
        LocalizedJson.put(fee, "note", procedure.fee().note());
    }

    private static void routing(ObjectNode node, Routing routing) {
        switch (routing) {
            case Routing.ToOffice(String office) -> node.put("office", office);
            case Routing.ByWard byWard -> {
                if (byWard.addresses().size() == 1) {
                    node.put("ward-of", byWard.addresses().getFirst().value());
                } else {
                    var addresses = node.putArray("ward-of");
                    byWard.addresses().forEach(address -> addresses.add(address.value()));
                }
                if (!byWard.byTown().isEmpty()) {
                    offices(node.putObject("by-town"), byWard.byTown());
                }
                node.put("otherwise", byWard.otherwise());
            }
            case Routing.ByChoice byChoice -> {
                node.put("choice-of", byChoice.question().value());
                offices(node.putObject("offices"), byChoice.offices());
                node.put("otherwise", byChoice.otherwise());
            }
        }
    }

    private static void offices(ObjectNode node, Map<String, String> offices) {
        offices.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(office -> node.put(office.getKey(), office.getValue()));
    }

    private static void endingsAndRules(ObjectNode node, Procedure procedure) {
        if (!procedure.endings().isEmpty()) {
            var endings = node.putArray("endings");
            procedure.endings().forEach(ending -> EndingPart.write(endings.addObject(), ending));
        }
        if (!procedure.rules().isEmpty()) {
            var rules = node.putArray("rules");
            procedure.rules().forEach(rule -> {
                var each = rules.addObject().put("id", rule.id()).put("at", rule.at().value());
                each.set("holds", ConditionJson.write(rule.holds()));
                LocalizedJson.put(each, "message", rule.message());
            });
        }
    }

    private static void page(ObjectNode node, Page page) {
        node.put("id", page.id().value());
        LocalizedJson.put(node, "title", page.title());
        LocalizedJson.put(node, "intro", page.intro());
        showIf(node, page.showIf());
        var questions = node.putArray("questions");
        page.items().forEach(item -> item(questions.addObject(), item));
    }

    static void item(ObjectNode node, Item item) {
        node.put("id", item.id().value());
        switch (item) {
            case Question question -> question(node, question);
            case Repeat repeat -> {
                node.put("kind", "repeat");
                LocalizedJson.put(node, "label", repeat.label());
                LocalizedJson.put(node, "hint", repeat.hint());
                LocalizedJson.put(node, "row-title", repeat.rowTitle());
                node.put("min", repeat.min()).put("max", repeat.max());
                if (repeat.titleFrom() != null) {
                    node.put("title-from", repeat.titleFrom().value());
                }
                if (!repeat.unique().isEmpty()) {
                    unique(node.putArray("unique"), repeat.unique());
                }
                showIf(node, repeat.showIf());
                var questions = node.putArray("questions");
                repeat.items().forEach(each -> item(questions.addObject(), each));
            }
        }
    }

    private static void unique(ArrayNode list, List<List<QuestionId>> groups) {
        groups.forEach(group -> {
            if (group.size() == 1) {
                list.add(group.getFirst().value());
            } else {
                var together = list.addArray();
                group.forEach(question -> together.add(question.value()));
            }
        });
    }

    private static void question(ObjectNode node, Question question) {
        var field = QuestionField.of(question.kind());
        node.put("kind", field.name().inFile());
        field.write(node);
        LocalizedJson.put(node, "label", question.label());
        LocalizedJson.put(node, "hint", question.hint());
        LocalizedJson.put(node, "help", question.help());
        if (question.required() != field.hasAnswer()) {
            node.put("required", question.required());
        }
        showIf(node, question.showIf());
        if (question.sensitivity() != Sensitivity.PERSONAL) {
            node.put("sensitivity", Part.printed(question.sensitivity()));
        }
        LocalizedJson.put(node, "purpose", question.purpose());
        BlockJson.links(node, question);
    }

    private static void showIf(ObjectNode node, Condition condition) {
        if (!condition.equals(Condition.ALWAYS)) {
            node.set("show-if", ConditionJson.write(condition));
        }
    }
}
