package jp.madoguchi.portal.draft;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Finds who completes a draft.
 */
@Component
public class DraftCompletions {
    private final List<DraftCompletion> all;

    DraftCompletions(List<DraftCompletion> all) {
        this.all = List.copyOf(all);
    }

    public DraftCompletion of(Draft draft) {
        return all.stream().filter(one -> one.completes(draft.purpose())).findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody completes " + draft.purpose()));
    }
}
