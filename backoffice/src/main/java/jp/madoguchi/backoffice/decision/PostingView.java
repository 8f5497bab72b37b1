package jp.madoguchi.backoffice.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.CaseInput;
import jp.madoguchi.backoffice.casework.PaperNotices;
import jp.madoguchi.platform.pagekit.Field;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;
import org.jspecify.annotations.Nullable;

/**
 * The list of notices to post.
 *
 * @param ticked those that were ticked when the form was refused
 */
public record PostingView(List<PaperNotices.Row> waiting, List<PaperNotices.Row> posted, CaseInput input,
        Set<UUID> ticked, LocalDate today) {

    public PostingView {
        waiting = List.copyOf(waiting);
        posted = List.copyOf(posted);
        ticked = Set.copyOf(ticked);
    }

    public String day() {
        var typed = input.text("posted-on");
        return typed.isEmpty() ? today.toString() : typed;
    }

    public String typed(String field) {
        return input.text(field);
    }

    public @Nullable String problem(String field) {
        return input.problems().get(field);
    }

    public List<ErrorLink> errors() {
        return input.problems().entrySet().stream()
                .map(problem -> new ErrorLink(problem.getValue(), Field.idOf(problem.getKey()))).toList();
    }
}
