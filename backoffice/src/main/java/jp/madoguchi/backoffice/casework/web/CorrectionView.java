package jp.madoguchi.backoffice.casework.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.platform.pagekit.Field;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;
import org.jspecify.annotations.Nullable;

/** The page on which a correction is asked for. */
public record CorrectionView(CaseView view, List<String> chosen, String reason, String days,
        Map<String, String> problems) {

    public CorrectionView {
        chosen = List.copyOf(chosen);
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    public List<ErrorLink> errors() {
        return problems.entrySet().stream()
                .map(problem -> new ErrorLink(problem.getValue(), Field.idOf(problem.getKey()))).toList();
    }
}
