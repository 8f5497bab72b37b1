package jp.madoguchi.backoffice.decision.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.madoguchi.backoffice.casework.web.CaseView;
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
 */
public record DecisionView(CaseView view, String outcome, String facts, String clause, String criterion,
        String remark, String sendBack, Map<String, String> problems) {

    public DecisionView {
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    static DecisionView of(CaseView view, Proposal proposal) {
        return of(view, proposal, "");
    }

    static DecisionView of(CaseView view, Proposal proposal, String sendBack) {
        return new DecisionView(view, proposal.outcome().name(), proposal.facts(), proposal.clause(),
                proposal.criterion(), proposal.remark(), sendBack, Map.of());
    }

    public List<Option> outcomes() {
        return Stream.of(Outcome.values()).map(one -> Option.of(one.name(), one.label())).toList();
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
