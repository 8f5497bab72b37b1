package jp.madoguchi.forms.publishing;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.References;
import jp.madoguchi.forms.condition.Term;
import jp.madoguchi.forms.definition.FollowUp;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.definition.Routing;
import jp.madoguchi.forms.publishing.Remarks.Place;

import org.jspecify.annotations.Nullable;

/**
 * Whether everything that is pointed at exists, stands before what points at it, and is of a fitting kind.
 */
final class ReferenceCheck {

    private final Procedure procedure;
    private final Remarks remarks;
    private final Set<QuestionId> before = new HashSet<>();

    ReferenceCheck(Procedure procedure, Remarks remarks) {
        this.procedure = procedure;
        this.remarks = remarks;
    }

    void run() {
        for (var page : procedure.pages()) {
            var place = Place.of(page);
            condition(page.showIf(), place, before, true);
            items(page.items(), place, before);
        }
        for (var rule : procedure.rules()) {
            var place = Place.WHOLE.at("rules/" + rule.id(), "確認の決まり「" + rule.id() + "」");
            exists(rule.at(), place);
            condition(rule.holds(), place, before, false);
        }
        for (var ending : procedure.endings()) {
            var place = Place.WHOLE.at("endings/" + ending.id(), "案内の終わり「" + ending.id() + "」");
            if (procedure.page(ending.after()).isEmpty()) {
                missing("ページ「" + ending.after() + "」", place);
            }
            condition(ending.when(), place, before, false);
        }
        for (var due : procedure.intake().due()) {
            var place = Place.WHOLE.at("deadlines/" + due.id(), "期限の決まり「" + due.id() + "」");
            condition(new Condition.All(List.of(due.when(),
                    new Condition.Compare(due.from(), Condition.Comparison.AT_MOST, new Term.Today()))), place, before,
                    false);
        }
        for (var amount : procedure.fee().items()) {
            var place = Place.WHOLE.at("fee", "手数料「" + amount.label().ja() + "」");
            condition(amount.when(), place, before, false);
            var times = amount.times();
            if (times != null) {
                condition(new Condition.Compare(times, Condition.Comparison.AT_LEAST, new Term.Amount(BigDecimal.ZERO)),
                        place, before, false);
            }
        }
        var bundle = procedure.bundle();
        if (bundle != null) {
            bundle.followUps().forEach(this::followUp);
        }
        kind(procedure.applicantName(), "申請する方の名前", QuestionKind.PersonName.class::isInstance, "氏名");
        kind(procedure.applicantMail(), "申請する方のメール", QuestionKind.Mail.class::isInstance, "メール");
        kind(procedure.applicantAddress(), "申請する方の住所", QuestionKind.Address.class::isInstance, "住所");
        routing();
    }

    private void followUp(FollowUp followUp) {
        var place = BundleCheck.followUp(followUp);
        condition(followUp.when(), place, Set.of(), false);
        var due = followUp.due();
        if (due != null) {
            condition(new Condition.Compare(due, Condition.Comparison.AT_LEAST, new Term.Today()), place, Set.of(),
                    false);
        }
    }

    private void routing() {
        switch (procedure.routing()) {
            case Routing.ToOffice _ -> {
            }
            case Routing.ByWard byWard -> byWard.addresses().forEach(
                    address -> kind(address, "担当する区を決める住所", QuestionKind.Address.class::isInstance, "住所"));
            case Routing.ByChoice byChoice -> {
                var place = Place.WHOLE.at("routing", "担当の決め方");
                exists(byChoice.question(), place);
                fits(byChoice.question(), kind -> kind instanceof QuestionKind.ChooseOne
                        || kind instanceof QuestionKind.ChooseListed, "1つを選ぶ形", place);
                question(byChoice.question()).ifPresent(question -> values(question,
                        new Condition.Is(byChoice.question(), byChoice.offices().keySet().stream().sorted()
                                .filter(code -> !isGroup(question.kind(), code)).toList()),
                        place));
            }
        }
    }

    private static boolean isGroup(QuestionKind kind, String code) {
        return kind instanceof QuestionKind.ChooseListed(var list)
                && list.groups().stream().anyMatch(group -> group.code().equals(code));
    }

    /** @param seen what conditions may speak of here; what is walked over comes to it */
    private void items(List<Item> items, Place place, Set<QuestionId> seen) {
        for (var item : items) {
            condition(item.showIf(), place.at(item), seen, true);
            if (item instanceof Repeat repeat) {
                items(repeat.items(), place.at(item), new HashSet<>(seen));
                ownQuestions(repeat, place.at(item));
            }
            seen.add(item.id());
        }
    }

    private void ownQuestions(Repeat repeat, Place place) {
        var from = repeat.titleFrom();
        if (from != null && repeat.item(from).filter(Question.class::isInstance).isEmpty()) {
            missing("行の見出しにする質問「" + from + "」", place);
        }
        repeat.unique().stream().flatMap(List::stream)
                .filter(question -> repeat.item(question).filter(Question.class::isInstance).isEmpty())
                .forEach(question -> missing("行ごとに違うはずの質問「" + question + "」", place));
    }

    private void condition(Condition condition, Place place, Set<QuestionId> seen, boolean inOrder) {
        for (var question : References.of(condition)) {
            var item = procedure.item(question);
            if (item.isEmpty()) {
                missing("質問「" + question + "」", place);
            } else if (inOrder && !seen.contains(question) && !isCounted(question, condition, seen)) {
                remarks.block(place, "forward-reference",
                        "条件が、あとに出てくるか別の繰り返しの中にある質問「" + item.get().label().ja() + "」を使っています。",
                        "条件には、前に出てくる質問を使ってください。質問の順を入れ替えるか、条件を直してください。");
            }
        }
        atoms(condition, place);
    }

    /** A question inside a repeat may be spoken of where the rows of that repeat, which stands before, are counted. */
    private boolean isCounted(QuestionId question, Condition condition, Set<QuestionId> seen) {
        return around(question).filter(
                repeat -> References.of(condition).contains(repeat.id())
                        && (seen.contains(repeat.id()) || isCounted(repeat.id(), condition, seen)))
                .isPresent();
    }

    /** The repeat in which something stands directly. */
    private Optional<Repeat> around(QuestionId id) {
        return procedure.pages().stream().flatMap(page -> page.items().stream()).flatMap(ReferenceCheck::repeats)
                .filter(repeat -> repeat.item(id).isPresent()).findFirst();
    }

    private static Stream<Repeat> repeats(Item item) {
        return item instanceof Repeat repeat
                ? Stream.concat(Stream.of(repeat), repeat.items().stream().flatMap(ReferenceCheck::repeats))
                : Stream.empty();
    }

    private void atoms(Condition condition, Place place) {
        switch (condition) {
            case Condition.All(var of) -> of.forEach(each -> atoms(each, place));
            case Condition.Any(var of) -> of.forEach(each -> atoms(each, place));
            case Condition.Not(var of) -> atoms(of, place);
            case Condition.Answered _ -> {
            }
            case Condition.Is is -> question(is.question()).ifPresent(question -> values(question, is, place));
            case Condition.HeldBy held -> {
                fits(held.account(), QuestionKind.BankAccount.class::isInstance, "口座", place);
                fits(held.person(),
                        kind -> kind instanceof QuestionKind.PersonName name && name.withKana(), "フリガナ付きの氏名", place);
            }
            case Condition.Compare compare -> {
                term(compare.left(), place);
                term(compare.right(), place);
            }
        }
    }

    private void term(Term term, Place place) {
        switch (term) {
            case Term.OfAnswer(var question) -> fits(question,
                    kind -> kind instanceof QuestionKind.Number || kind instanceof QuestionKind.Money
                            || kind instanceof QuestionKind.Date
                            || kind instanceof QuestionKind.Month,
                    "数か日付か月", place);
            case Term.Moved moved -> term(moved.day(), place);
            case Term.AgeOn age -> {
                term(age.birth(), place);
                term(age.day(), place);
            }
            case Term.Rows rows -> {
                if (procedure.item(rows.repeat()).filter(Question.class::isInstance).isPresent()) {
                    remarks.block(place, "wrong-kind", "件数を数える「" + rows.repeat() + "」は繰り返しではありません。",
                            "繰り返しの質問を選んでください。");
                }
                atoms(rows.where(), place);
            }
            case Term.Sum(var of) -> of.forEach(each -> term(each, place));
            case Term.Product(var of) -> of.forEach(each -> term(each, place));
            case Term.SumOver sum -> {
                term(sum.of(), place);
                atoms(sum.where(), place);
            }
            case Term.Table table -> fits(table.choice(),
                    kind -> kind instanceof QuestionKind.ChooseOne || kind instanceof QuestionKind.ChooseMany
                            || kind instanceof QuestionKind.ChooseListed,
                    "選ぶ形",
                    place);
            case Term.Amount _,Term.Day _,Term.Today _ -> {
            }
        }
    }

    private void values(Question question, Condition.Is is, Place place) {
        List<String> known = switch (question.kind()) {
            case QuestionKind.YesNo _ -> List.of("yes", "no");
            case QuestionKind.Agreement _ -> List.of("yes");
            case QuestionKind.ChooseOne(var options) -> options.stream().map(Option::code).toList();
            case QuestionKind.ChooseMany many -> many.options().stream().map(Option::code).toList();
            case QuestionKind.ChooseListed(var list) ->
                is.values().stream().filter(value -> list.entry(value).isPresent()).toList();
            case QuestionKind.Text _,QuestionKind.Number _,QuestionKind.Kana _,QuestionKind.CodeNumber _ -> is.values();
            default -> List.of();
        };
        is.values().stream().filter(value -> !known.contains(value))
                .forEach(value -> remarks.block(place, "no-such-option",
                        "条件が、「" + question.label().ja() + "」にない選択肢「" + value + "」を使っています。", "選択肢を足すか、条件を直してください。"));
    }

    private void fits(QuestionId id, Predicate<QuestionKind> kind, String words, Place place) {
        question(id).filter(question -> !kind.test(question.kind())).ifPresent(question -> remarks.block(place,
                "wrong-kind", "条件が使っている「" + question.label().ja() + "」は" + words + "の質問ではありません。",
                "条件で使う質問を選び直してください。"));
    }

    private void kind(@Nullable QuestionId id, String role, Predicate<QuestionKind> kind, String words) {
        if (id == null) {
            return;
        }
        var place = Place.WHOLE.at("applicant", role);
        var outside = procedure.pages().stream().flatMap(page -> page.items().stream())
                .filter(item -> item.id().equals(id)).findFirst();
        if (outside.isEmpty()) {
            missing(role + "に使う質問「" + id + "」", place);
        } else if (!(outside.get() instanceof Question question) || !kind.test(question.kind())) {
            remarks.block(place, "wrong-kind", role + "に使う質問「" + id + "」は" + words + "の質問ではありません。",
                    words + "の質問を選んでください。");
        }
    }

    private void exists(QuestionId id, Place place) {
        if (procedure.item(id).isEmpty()) {
            missing("質問「" + id + "」", place);
        }
    }

    private void missing(String what, Place place) {
        remarks.block(place, "dangling-reference", what + "がありません。", "あるものを選び直すか、使うのをやめてください。");
    }

    private Optional<Question> question(QuestionId id) {
        return procedure.item(id).filter(Question.class::isInstance).map(Question.class::cast);
    }
}
