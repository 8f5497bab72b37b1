package jp.madoguchi.backoffice.decision.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.backoffice.casework.web.CaseView;
import jp.madoguchi.platform.pdf.Replaced;
import jp.madoguchi.backoffice.casework.Outcome;
import jp.madoguchi.backoffice.casework.Proposal;
import jp.madoguchi.forms.definition.Criterion;
import jp.madoguchi.platform.pagekit.Field;
import jp.madoguchi.platform.pagekit.Option;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;
import org.jspecify.annotations.Nullable;

/**
 * The pages on which a decision is proposed and made.
 *
 * @param outcome as typed, empty where none is chosen
 * @param sendBack the reason for sending back, as typed
 * @param problems what is wrong, by field
 * @param replaced what of the notice cannot be printed as written
 */
public record DecisionView(CaseView view, String outcome, String facts, String clause, String criterion,
        String remark, String sendBack, Map<String, String> problems, List<Replaced> replaced) {

    public DecisionView {
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
        replaced = List.copyOf(replaced);
    }

    static DecisionView of(CaseView view, Proposal proposal, String sendBack, List<Replaced> replaced) {
        return new DecisionView(view, proposal.outcome().name(), proposal.facts(), proposal.clause(),
                proposal.criterion(), proposal.remark(), sendBack, Map.of(), replaced);
    }

    DecisionView telling(List<Replaced> found) {
        return new DecisionView(view, outcome, facts, clause, criterion, remark, sendBack, problems, found);
    }

    /** What the page told of {@link #replaced}, so that it is seen once before the proposal goes on. */
    public String told() {
        return replaced.stream().map(one -> one.character() + String.join("", one.places()))
                .collect(Collectors.joining(","));
    }

    public List<Option> outcomes() {
        return Stream.of(Outcome.values()).map(one -> new Option(one.name(), one.label(), hint(one))).toList();
    }

    private static String hint(Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> "";
            case REFUSED -> "内容を審査し、要件を満たさないとき。法令の様式により、通知書の名前が「却下通知書」のことがあります。";
            case DISMISSED -> "申請の形式上の要件に合わず、補正もされないため、内容の審査に入らないとき（行政手続法7条）。";
        };
    }

    public List<Option> criteria() {
        return view.material().edition().procedure().criteria().stream()
                .map(one -> new Option(one.id(), one.clause(), one.text())).toList();
    }

    public String outcomeLabel() {
        return Stream.of(Outcome.values()).filter(one -> one.name().equals(outcome)).map(Outcome::label).findFirst()
                .orElse("");
    }

    public String criterionText() {
        return view.material().edition().procedure().criteria().stream().filter(one -> one.id().equals(criterion))
                .map(Criterion::text).findFirst().orElse("");
    }

    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    public List<ErrorLink> errors() {
        return problems.entrySet().stream()
                .map(problem -> new ErrorLink(problem.getValue(), Field.idOf(problem.getKey()))).toList();
    }
}
