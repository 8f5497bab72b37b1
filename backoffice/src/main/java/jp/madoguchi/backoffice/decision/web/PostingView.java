package jp.madoguchi.backoffice.decision.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.platform.pdf.Replaced;
import jp.madoguchi.backoffice.casework.web.CaseInput;
import jp.madoguchi.backoffice.casework.PaperNotices;
import jp.madoguchi.platform.pagekit.Field;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;
import org.jspecify.annotations.Nullable;

/**
 * The list of notices to post.
 *
 * @param after the last notice of the page before; null on the first page
 * @param postedAfter the same of those that were posted
 * @param replaced what of a name cannot be printed as written, by the notice's document
 * @param ticked those that were ticked when the form was refused
 */
public record PostingView(PaperNotices.Page waiting, PaperNotices.Page posted, @Nullable UUID after,
        @Nullable UUID postedAfter, CaseInput input, Set<UUID> ticked, LocalDate today,
        Map<UUID, List<Replaced>> replaced) {

    static final String BETWEEN = " ";

    public PostingView {
        ticked = Set.copyOf(ticked);
        replaced = Map.copyOf(replaced);
    }

    /** The page that is shown, for a form to come back to it. */
    public String here(String list) {
        var at = list.equals("after") ? after : postedAfter;
        return at == null ? "" : at.toString();
    }

    /** The next page of one list, the other staying where it is; empty on the last. */
    public String next(boolean ofPosted) {
        var next = ofPosted ? posted.next() : waiting.next();
        return next == null ? "" : ofPosted ? address(after, next) : address(next, postedAfter);
    }

    /** The first page of one list, the other staying where it is; empty where that is shown. */
    public String first(boolean ofPosted) {
        return ofPosted
                ? postedAfter == null ? "" : address(after, null)
                : after == null ? "" : address(null, postedAfter);
    }

    private static String address(@Nullable UUID after, @Nullable UUID postedAfter) {
        var asked = Stream.of(after == null ? "" : "after=" + after,
                postedAfter == null ? "" : "postedAfter=" + postedAfter).filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return "/posting" + (asked.isEmpty() ? "" : "?" + asked);
    }

    public String day() {
        var typed = input.text("posted-on");
        return typed.isEmpty() ? today.toString() : typed;
    }

    /** Those that were chosen and have not been printed here, as the tick that they were printed elsewhere names them. */
    public String unprinted() {
        return waiting.rows().stream().filter(row -> row.printedAt() == null && ticked.contains(row.document()))
                .map(row -> row.document().toString()).sorted().collect(Collectors.joining(BETWEEN));
    }

    /** Whether it has to be said that something was printed elsewhere, or was said. */
    public boolean asksWherePrinted() {
        return problem("printed-elsewhere") != null || !typed("printed-elsewhere").isEmpty();
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
