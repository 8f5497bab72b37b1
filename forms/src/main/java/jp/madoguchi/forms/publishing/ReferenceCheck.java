package jp.madoguchi.forms.publishing;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.References;
import jp.madoguchi.forms.condition.Term;
import jp.madoguchi.forms.definition.Due;
import jp.madoguchi.forms.definition.Ending;
import jp.madoguchi.forms.definition.FollowUp;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.definition.Routing;
import jp.madoguchi.forms.definition.Rule;
import jp.madoguchi.forms.field.QuestionField;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.publishing.Remarks.Place;

import org.jspecify.annotations.Nullable;

/**
 * Whether everything that is pointed at exists, stands where what points at it can see it, and is of a fitting kind.
 */
final class ReferenceCheck {

    private final Procedure procedure;
    private final Remarks remarks;
    private final QuestionIndex index;
    private final ConditionCheck conditions;

    ReferenceCheck(Procedure procedure, Remarks remarks) {
        this.procedure = procedure;
        this.remarks = remarks;
        index = new QuestionIndex(procedure);
        conditions = new ConditionCheck(index, remarks);
    }

    void run() {
        var before = new HashSet<QuestionId>();
        for (var page : procedure.pages()) {
            var place = Place.of(page);
            conditions.check(page.showIf(), View.after(before, List.of()), place);
            items(page.items(), place, before, List.of());
        }
        procedure.rules().forEach(this::rule);
        procedure.endings().forEach(this::ending);
        procedure.intake().due().forEach(this::due);
        procedure.intake().oncePer().forEach(question -> outside(question, "重複を確かめる（once-per）のに使う質問",
                kind -> QuestionField.of(kind).tellsApart(), "文字、番号、日付、氏名、電話、メール",
                Place.WHOLE.at("once-per", "重複の確認")));
        for (var amount : procedure.fee().items()) {
            var place = Place.WHOLE.at("fee", "手数料「" + amount.label().ja() + "」");
            conditions.check(amount.when(), View.WHOLE, place);
            var times = amount.times();
            if (times != null) {
                conditions.terms().need(TermCheck.Type.NUMBER, times, "手数料の times", View.WHOLE, place);
            }
        }
        var bundle = procedure.bundle();
        if (bundle != null) {
            bundle.followUps().forEach(this::followUp);
        }
        applicant(procedure.applicantName(), "申請する方の名前", QuestionKind.PersonName.class::isInstance, "氏名");
        applicant(procedure.applicantMail(), "申請する方のメール", QuestionKind.Mail.class::isInstance, "メール");
        applicant(procedure.applicantAddress(), "申請する方の住所", QuestionKind.Address.class::isInstance, "住所");
        routing();
    }

    /** @param seen what conditions may speak of here; what is walked over comes to it */
    private void items(List<Item> items, Place place, Set<QuestionId> seen, List<QuestionId> rows) {
        for (var item : items) {
            conditions.check(item.showIf(), View.after(seen, rows), place.at(item));
            if (item instanceof Repeat repeat) {
                items(repeat.items(), place.at(item), new HashSet<>(seen), QuestionIndex.with(rows, repeat.id()));
                ownQuestions(repeat, place.at(item));
            }
            if (item instanceof Question question && question.sameAs() != null) {
                same(question, question.sameAs(), View.after(seen, rows), place.at(item));
            }
            if (item instanceof Question question && question.kind() instanceof QuestionKind.FilledByOther other) {
                carried(other, View.after(seen, rows), place.at(item));
            }
            seen.add(item.id());
        }
    }

    private void same(Question question, QuestionId as, View view, Place place) {
        conditions.reference(as, view, place);
        conditions.alike(question.id(), as, place);
        if (question.kind().filesTaken() != null || question.kind() instanceof QuestionKind.Agreement
                || !QuestionField.of(question.kind()).hasAnswer()) {
            remarks.block(place, "wrong-kind", "ファイル、同意、案内は、ほかの質問と同じ（same-as）にできません。", "same-as を消してください。");
        }
    }

    private void carried(QuestionKind.FilledByOther other, View view, Place place) {
        if (other.procedure().equals(procedure.id())) {
            remarks.block(place, "filled-by-itself", "ほかの人が記入する手続きに、この手続きそのものが選ばれています。", "記入してもらう手続きを選び直してください。");
        }
        other.carries().values().stream().distinct().sorted(Comparator.comparing(QuestionId::value))
                .forEach(from -> conditions.reference(from, view, place));
    }

    private void ownQuestions(Repeat repeat, Place place) {
        var from = repeat.titleFrom();
        if (from != null) {
            own(from, "行の見出し（title-from）にする質問", repeat, place);
        }
        repeat.unique().stream().flatMap(List::stream)
                .forEach(question -> own(question, "行ごとに違うはずの質問（unique）", repeat, place));
    }

    private void own(QuestionId id, String role, Repeat repeat, Place place) {
        if (repeat.item(id).filter(Question.class::isInstance).isPresent()) {
            return;
        }
        if (index.item(id).isEmpty()) {
            conditions.missing(role + "「" + id + "」", index.meant(id), place);
            return;
        }
        var there = repeat.items().stream().filter(Question.class::isInstance).map(item -> item.id().value())
                .collect(Collectors.joining("、"));
        remarks.block(place, "dangling-reference", role + "「" + id + "」は、この繰り返しの行に直接ある質問ではありません。",
                "この繰り返しの中の質問" + (there.isEmpty() ? "" : "（" + there + "）") + "から選んでください。");
    }

    private void rule(Rule rule) {
        var place = Place.WHOLE.at("rules/" + rule.id(), "確認の決まり「" + rule.id() + "」");
        var at = index.item(rule.at());
        if (at.isEmpty()) {
            conditions.missing("質問「" + rule.at() + "」", index.meant(rule.at()), place);
        }
        conditions.check(rule.holds(), new View(null, index.rows(rule.at()), List.of()), place);
        // Rules are checked with the page of their question and once more at the end, so that none is missed.
        References.of(rule.holds()).stream()
                .filter(id -> at.isPresent() && index.item(id).isPresent()
                        && index.page(id) > index.page(rule.at()))
                .max(Comparator.comparingInt(index::page))
                .ifPresent(later -> remarks.advise(place, "early-rule",
                        "メッセージを出す質問「" + index.label(rule.at()) + "」が、比べる質問「" + index.label(later)
                                + "」より前のページにあります。最後の確認まで、メッセージが出ません。",
                        "at に、比べる質問のうち、いちばんあとのものを書いてください。"));
    }

    private void ending(Ending ending) {
        var place = Place.WHOLE.at("endings/" + ending.id(), "案内の終わり「" + ending.id() + "」");
        var seen = index.until(ending.after());
        if (seen.isEmpty()) {
            noPage(ending.after(), place);
        }
        conditions.check(ending.when(), seen.map(all -> View.after(all, List.of())).orElse(View.WHOLE), place);
        var other = ending.other();
        if (other != null) {
            other.swap().forEach((one, two) -> {
                outside(one, "入れ替える（swap）質問", _ -> true, "ふつう", place);
                outside(two, "入れ替える（swap）質問", _ -> true, "ふつう", place);
                conditions.alike(one, two, place);
            });
            other.set().forEach((question, code) -> {
                outside(question, "答えを決める（set）質問", kind -> kind instanceof QuestionKind.YesNo
                        || kind instanceof QuestionKind.ChooseOne, "はい・いいえか、1つを選ぶ形", place);
                index.question(question).ifPresent(
                        found -> conditions.values(found, new Condition.Is(question, List.of(code)), place));
            });
            other.without().forEach(question -> {
                if (index.item(question).isEmpty()) {
                    conditions.missing("引き継がない（without）質問「" + question + "」", index.meant(question), place);
                }
            });
        }
    }

    /** A day in rows stands for one of them, so the rows it stands in can be spoken of. */
    private void due(Due due) {
        var place = Place.WHOLE.at("deadlines/" + due.id(), "期限の決まり「" + due.id() + "」");
        var from = new Condition.Compare(due.from(), Condition.Comparison.EQUAL, new Term.Today());
        var view = new View(null, References.compared(from).stream().map(index::rows)
                .max(Comparator.comparingInt(List::size)).orElse(List.of()), List.of());
        conditions.check(due.when(), view, place);
        conditions.terms().need(TermCheck.Type.DAY, due.from(), "期限の from", view, place);
    }

    private void noPage(PageId after, Place place) {
        var question = new QuestionId(after.value());
        if (index.item(question).isEmpty()) {
            conditions.missing("ページ「" + after + "」", index.meant(after), place);
        } else {
            var page = index.pageOf(question).id();
            remarks.block(place, "dangling-reference",
                    "after にはページを書きますが、「" + after + "」はページ「" + page + "」の質問です。", "after: " + page + " と書いてください。");
        }
    }

    private void followUp(FollowUp followUp) {
        var place = BundleCheck.followUp(followUp);
        conditions.check(followUp.when(), View.WHOLE, place);
        var due = followUp.due();
        if (due != null) {
            conditions.terms().need(TermCheck.Type.DAY, due, "期日（due）", View.WHOLE, place);
        }
    }

    private void routing() {
        var place = Place.WHOLE.at("routing", "担当の決め方");
        switch (procedure.routing()) {
            case Routing.ToOffice _ -> {
            }
            case Routing.ByWard byWard -> {
                byWard.addresses().forEach(address -> outside(address, "担当する区を決める住所",
                        QuestionKind.Address.class::isInstance, "住所", place));
                byWard.byTown().keySet().stream().filter(town -> !isTownOfWard(town)).sorted()
                        .forEach(town -> remarks.block(place, "no-such-town",
                                "by-town の「" + town + "」には、どの住所も当てはまりません。", City.inForce().placesAreWritten()));
            }
            case Routing.ByChoice byChoice -> {
                var choice = byChoice.question();
                if (index.item(choice).isEmpty()) {
                    conditions.missing("質問「" + choice + "」", index.meant(choice), place);
                }
                conditions.fits(choice, ReferenceCheck::isOneChoice, "1つを選ぶ形", place);
                index.question(choice).filter(question -> isOneChoice(question.kind()))
                        .ifPresent(question -> conditions.values(question, new Condition.Is(choice,
                                byChoice.offices().keySet().stream().sorted()
                                        .filter(code -> !isGroup(question.kind(), code)).toList()),
                                place));
            }
        }
    }

    private static boolean isTownOfWard(String town) {
        return City.inForce().isPlace(town);
    }

    private static boolean isOneChoice(QuestionKind kind) {
        return kind instanceof QuestionKind.ChooseOne || kind instanceof QuestionKind.ChooseListed;
    }

    private static boolean isGroup(QuestionKind kind, String code) {
        return kind instanceof QuestionKind.ChooseListed(var list)
                && list.groups().stream().anyMatch(group -> group.code().equals(code));
    }

    private void applicant(@Nullable QuestionId id, String role, Predicate<QuestionKind> kind, String words) {
        if (id != null) {
            outside(id, role, kind, words, Place.WHOLE.at("applicant", role));
        }
    }

    /** A question outside of repeats that has a role for the whole application. */
    private void outside(QuestionId id, String role, Predicate<QuestionKind> kind, String words, Place place) {
        var item = index.item(id);
        if (item.isEmpty()) {
            conditions.missing(role + "に使う質問「" + id + "」", index.meant(id), place);
        } else if (!index.rows(id).isEmpty()) {
            remarks.block(place, "outside-of-rows",
                    role + "に使う質問「" + id + "」は、繰り返し「" + index.label(index.rows(id).getLast())
                            + "」の行の中にあり、どの行のことか決まりません。",
                    "繰り返しの外にある" + words + "の質問を選んでください。");
        } else if (!(item.get() instanceof Question question) || !kind.test(question.kind())) {
            remarks.block(place, "wrong-kind", role + "に使う質問「" + id + "」は" + words + "の質問ではありません。",
                    words + "の質問を選んでください。");
        }
    }
}
