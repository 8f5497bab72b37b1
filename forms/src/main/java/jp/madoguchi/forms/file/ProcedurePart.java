package jp.madoguchi.forms.file;

import jp.madoguchi.forms.source.Problems;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.definition.AppealInstruction;
import jp.madoguchi.forms.definition.AssuranceLevel;
import jp.madoguchi.forms.definition.Criterion;
import jp.madoguchi.forms.definition.Fee;
import jp.madoguchi.forms.definition.LegalBasis;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.ProcedureKind;
import jp.madoguchi.forms.definition.RetentionClass;
import jp.madoguchi.forms.definition.Routing;
import jp.madoguchi.forms.definition.Rule;
import jp.madoguchi.forms.source.Part;
import jp.madoguchi.forms.source.Tree;
import jp.madoguchi.forms.source.Hints;

/**
 * Reads a whole procedure.
 */
final class ProcedurePart {

    private ProcedurePart() {}

    static Procedure read(Tree tree) {
        var problems = new Problems();
        var part = new Part(tree, tree.place(), "", problems);
        part.like("id: …");
        var applicant = part.need("applicant").like("{name: 氏名の質問の id}");
        var pages = part.need("pages").elements(PagePart::read);
        var procedure = new Procedure(part.need("id").name(ProcedureId::isValid, ProcedureId::new),
                part.need("title").localized(), part.need("summary").localized(),
                part.need("kind").like("application は申請、notification は届出、other はそのほかです。").choice(ProcedureKind.class),
                languages(part), part.need("who-can-apply").localized(),
                part.need("what-is-needed").localized(), part.maybe("what-happens-next", Part::localized),
                part.need("purpose").localized(), legalBasis(part.need("legal-basis")),
                part.list("criteria", ProcedurePart::criterion), PeriodPart.read(part.need("standard-period")),
                part.maybe("deadline", Part::localized), IntakePart.read(part),
                part.or("fee", Fee.FREE, ProcedurePart::fee),
                part.need("assurance").choice(AssuranceLevel.class), retention(part.need("retention-years")),
                part.need("bureau").text(), routing(part.need("routing")), part.maybe("appeal", ProcedurePart::appeal),
                NoticesPart.read(part.need("notices")), part.list("keywords", Part::text),
                part.list("life-events", Part::text),
                applicant.need("name").question(), applicant.maybe("mail", Part::question),
                applicant.maybe("address", Part::question), part.list("endings", EndingPart::read),
                part.list("rules", ProcedurePart::rule), pages, part.maybe("bundle", BundlePart::read));
        applicant.done();
        part.done();
        OnlyIds.check(part);
        if (!problems.isEmpty()) {
            throw problems.invalid();
        }
        return procedure;
    }

    private static Set<Language> languages(Part part) {
        var languages = EnumSet.of(Language.JA);
        part.list("languages", each -> {
            Language.ofTag(each.text()).ifPresentOrElse(languages::add,
                    () -> each.wrong(Hints.noneOf(each.text(), Language.tags())));
            return each;
        });
        return languages;
    }

    private static LegalBasis legalBasis(Part part) {
        var basis = new LegalBasis(
                part.like("{rank: law, articles: [\"…法第1条\"]}").need("rank")
                        .like("law は法令、ordinance は条例、guideline は要綱です。").choice(LegalBasis.Rank.class),
                part.need("articles").elements(Part::text));
        part.done();
        return basis;
    }

    private static Criterion criterion(Part part) {
        var criterion = new Criterion(part.like("{id: …, clause: …, text: …}").need("id").text(),
                part.need("clause").text(), part.need("text").text());
        part.done();
        return criterion;
    }

    private static Fee fee(Part part) {
        if (!part.isMapping()) {
            part.wrong(
                    "手数料は、items（項目と金額）と note（説明）で書きます（例：{items: [{label: 手数料, yen: 500}]}）。手数料がないときは、fee をまるごと消してください。");
            return Fee.FREE;
        }
        var fee = new Fee(part.list("items", each -> {
            var amount = new Fee.Amount(each.need("label").localized(),
                    each.need("yen").between(0, 999_999_999), each.maybe("times", ConditionPart::term),
                    each.or("when", Condition.ALWAYS, ConditionPart::read));
            each.done();
            return amount;
        }), part.or("note", Fee.FREE.note(), Part::localized));
        part.done();
        return fee;
    }

    private static RetentionClass retention(Part part) {
        int years = part.whole();
        for (var retention : RetentionClass.values()) {
            if (retention.years() == years) {
                return retention;
            }
        }
        if (part.isThere()) {
            part.wrong("保存年限は 1、3、5、10、30 のどれかにしてください。");
        }
        return RetentionClass.ONE_YEAR;
    }

    private static Routing routing(Part part) {
        Routing routing;
        part.like("{office: center}");
        if (part.has("office")) {
            routing = new Routing.ToOffice(part.need("office").text());
        } else if (part.has("choice-of")) {
            routing = new Routing.ByChoice(part.need("choice-of").question(), offices(part.need("offices")),
                    part.need("otherwise").text());
        } else {
            routing = new Routing.ByWard(addresses(part.need("ward-of")),
                    part.or("by-town", Map.of(), ProcedurePart::offices), part.need("otherwise").text());
        }
        part.done();
        return routing;
    }

    private static List<QuestionId> addresses(Part part) {
        if (!part.isSequence()) {
            return List.of(part.question());
        }
        var addresses = part.elements(Part::question);
        if (addresses.isEmpty()) {
            part.wrong("住所の質問の id を、少なくとも一つ書いてください。");
        }
        return addresses;
    }

    private static Map<String, String> offices(Part part) {
        var offices = new TreeMap<String, String>();
        part.keys().forEach(key -> offices.put(key, part.need(key).text()));
        part.done();
        return offices;
    }

    private static AppealInstruction appeal(Part part) {
        var appeal = new AppealInstruction(part.need("review-body").text(),
                part.or("review-months", 3, each -> each.between(1, 24)), part.need("defendant").text(),
                part.or("suit-months", 6, each -> each.between(1, 24)), part.need("text").text());
        part.done();
        return appeal;
    }

    private static Rule rule(Part part) {
        var rule = new Rule(part.need("id").name(QuestionId::isValid, id -> id), part.need("at").question(),
                ConditionPart.read(part.need("holds")), part.need("message").localized());
        part.done();
        return rule;
    }
}
