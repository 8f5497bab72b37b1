package jp.madoguchi.forms.publishing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.References;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.field.QuestionField;
import jp.madoguchi.forms.publishing.Remarks.Place;

import org.jspecify.annotations.Nullable;

/**
 * Finds what is never asked and conditions that decide nothing, by trying all answers to the choices a condition rests
 * on. Comparisons and the like count as able to come out either way.
 */
final class ReachCheck {

    /** Beyond so many combinations nothing is claimed. */
    private static final int MOST_WORLDS = 50_000;

    /** So many are tried for the whole form: a form of a few thousand conditions would take minutes otherwise. */
    private static final long MOST_TRIES = 1_000_000;

    private final Procedure procedure;
    private final Remarks remarks;
    private final Map<QuestionId, Question> questions = new LinkedHashMap<>();
    private final Map<QuestionId, List<Condition>> guards = new HashMap<>();
    private final Map<Judged, Verdict> verdicts = new HashMap<>();
    private long triesLeft = MOST_TRIES;
    private boolean gaveUp;

    /** Questions of one group often rest on the same conditions; those are judged once. */
    private record Judged(List<Condition> all, Condition own) {}

    private enum Verdict {
        OPEN, NEVER, ALWAYS
    }

    ReachCheck(Procedure procedure, Remarks remarks) {
        this.procedure = procedure;
        this.remarks = remarks;
        for (var page : procedure.pages()) {
            for (var item : page.items()) {
                note(item, List.of(page.showIf()));
            }
        }
    }

    private void note(Item item, List<Condition> around) {
        var all = and(around, item.showIf());
        guards.put(item.id(), all);
        switch (item) {
            case Question question -> questions.put(question.id(), question);
            case Repeat repeat -> repeat.items().forEach(each -> note(each, all));
        }
    }

    private static List<Condition> and(List<Condition> around, Condition own) {
        var all = new ArrayList<>(around);
        all.add(own);
        return all;
    }

    void run() {
        for (var page : procedure.pages()) {
            var place = Place.of(page);
            judge(List.of(page.showIf()), page.showIf(), place, "unreachable-page", "このページは、どう答えても表示されません。");
            page.items().forEach(item -> judge(item, place.at(item)));
        }
        for (var ending : procedure.endings()) {
            judge(List.of(ending.when()), ending.when(),
                    Place.WHOLE.at("endings/" + ending.id(), "案内の終わり「" + ending.id() + "」"), "unreachable-ending",
                    "この案内には、どう答えても着きません。");
        }
        var bundle = procedure.bundle();
        if (bundle != null) {
            bundle.followUps().forEach(followUp -> judge(List.of(followUp.when()), followUp.when(),
                    BundleCheck.followUp(followUp), "unreachable-follow-up", "この続く手続きは、どう答えても一覧に出ません。"));
        }
        if (gaveUp) {
            remarks.advise(Place.WHOLE, "reach-untried", "条件の組み合わせが多いため、聞かれない質問がないかを、途中までしか確かめていません。",
                    "条件を減らすか、手続きを分けてください。");
        }
    }

    private void judge(Item item, Place place) {
        judge(guards.getOrDefault(item.id(), List.of()), item.showIf(), place, "never-asked", "この質問は、どう答えても聞かれません。");
        if (item instanceof Repeat repeat) {
            repeat.items().forEach(each -> judge(each, place.at(each)));
        }
    }

    private void judge(List<Condition> all, Condition own, Place place, String code, String message) {
        if (all.stream().allMatch(Condition.ALWAYS::equals)) {
            return;
        }
        var judged = new Judged(all, own);
        var verdict = verdicts.get(judged);
        if (verdict == null) {
            verdict = verdict(all, own);
            verdicts.put(judged, verdict);
        }
        switch (verdict) {
            case NEVER -> remarks.block(place, code, message + "条件がいつも成り立ちません。", "条件を直すか、要らないものを消してください。");
            case ALWAYS -> remarks.advise(place, "always-true", "条件がいつも成り立つため、条件がないのと同じです。", "条件を消すか、直してください。");
            case OPEN -> {
                // As it should be, or beyond what is tried.
            }
        }
    }

    private Verdict verdict(List<Condition> all, Condition own) {
        var worlds = new Worlds(all);
        if (worlds.tooMany()) {
            return Verdict.OPEN;
        }
        if (worlds.count > triesLeft) {
            gaveUp = true;
            return Verdict.OPEN;
        }
        if (!worlds.some(new Condition.All(all), true, false)) {
            return Verdict.NEVER;
        }
        return !own.equals(Condition.ALWAYS) && !worlds.some(own, false, true) ? Verdict.ALWAYS : Verdict.OPEN;
    }

    /** Every way to answer the choices that some conditions rest on. */
    private final class Worlds {

        private final List<QuestionId> choices = new ArrayList<>();
        private final List<List<String>> values = new ArrayList<>();
        private final List<Condition> free = new ArrayList<>();
        private final long count;

        Worlds(List<Condition> conditions) {
            var seen = new LinkedHashSet<QuestionId>();
            conditions.forEach(condition -> collect(condition, seen));
            // In the order of the form, so that what hides comes before what is hidden.
            for (var question : questions.values()) {
                var domain = seen.contains(question.id()) ? domain(question.kind()) : null;
                if (domain != null) {
                    choices.add(question.id());
                    values.add(domain);
                }
            }
            long total = 1;
            for (var domain : values) {
                total = Math.min(MOST_WORLDS + 1L, total * (domain.size() + 1));
            }
            for (int i = 0; i < free.size(); i++) {
                total = Math.min(MOST_WORLDS + 1L, total * 2);
            }
            count = total;
        }

        boolean tooMany() {
            return count > MOST_WORLDS;
        }

        /** @param complete only of those who answered every required choice that they were asked */
        boolean some(Condition condition, boolean wanted, boolean complete) {
            for (long world = 0; world < count; world++) {
                triesLeft--;
                var answers = answers(world);
                if (holds(condition, answers, world) == wanted && !(complete && isOpen(answers, world))) {
                    return true;
                }
            }
            return false;
        }

        private boolean isOpen(Map<QuestionId, String> answers, long world) {
            return choices.stream().anyMatch(choice -> !answers.containsKey(choice)
                    && questions.get(choice) instanceof Question question && question.required()
                    && isAsked(choice, answers, world));
        }

        private boolean isAsked(QuestionId choice, Map<QuestionId, String> answers, long world) {
            return guards.getOrDefault(choice, List.of()).stream().allMatch(guard -> holds(guard, answers, world));
        }

        private Map<QuestionId, String> answers(long world) {
            var answers = new HashMap<QuestionId, String>();
            long rest = world >> free.size();
            for (int i = 0; i < choices.size(); i++) {
                int size = values.get(i).size() + 1;
                int pick = (int) (rest % size);
                rest /= size;
                boolean asked = isAsked(choices.get(i), answers, world);
                if (pick > 0 && asked) {
                    answers.put(choices.get(i), values.get(i).get(pick - 1));
                }
            }
            return answers;
        }

        private boolean holds(Condition condition, Map<QuestionId, String> answers, long world) {
            return switch (condition) {
                case Condition.All(var of) -> of.stream().allMatch(each -> holds(each, answers, world));
                case Condition.Any(var of) -> of.stream().anyMatch(each -> holds(each, answers, world));
                case Condition.Not(var of) -> !holds(of, answers, world);
                case Condition.Is is when choices.contains(is.question()) ->
                    answers.containsKey(is.question()) && is.values().contains(answers.get(is.question()));
                case Condition.Answered(var question) when choices.contains(question) -> answers.containsKey(question);
                default -> {
                    int at = free.indexOf(condition);
                    yield at >= 0 && (world >> at & 1) == 1;
                }
            };
        }

        private void collect(Condition condition, Set<QuestionId> seen) {
            switch (condition) {
                case Condition.All(var of) -> of.forEach(each -> collect(each, seen));
                case Condition.Any(var of) -> of.forEach(each -> collect(each, seen));
                case Condition.Not(var of) -> collect(of, seen);
                default -> {
                    var about = References.of(condition);
                    boolean choice = (condition instanceof Condition.Is || condition instanceof Condition.Answered)
                            && about.stream().allMatch(
                                    id -> questions.containsKey(id) && domain(questions.get(id).kind()) != null);
                    if (!choice && !free.contains(condition)) {
                        free.add(condition);
                    }
                    for (var id : about) {
                        if (seen.add(id)) {
                            guards.getOrDefault(id, List.of()).forEach(guard -> collect(guard, seen));
                        }
                    }
                }
            }
        }
    }

    /** The answers that a choice can have, one at a time; null where they cannot be told apart so. */
    private static @Nullable List<String> domain(@Nullable QuestionKind kind) {
        // Of several choices any set may be the answer, and a long list has too many to go through.
        if (kind == null || kind instanceof QuestionKind.ChooseMany || kind instanceof QuestionKind.ChooseListed) {
            return null;
        }
        var codes = QuestionField.of(kind).codes();
        return codes.isEmpty() ? null : codes;
    }
}
