package jp.madoguchi.portal.carryover;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.reading.ReadingView;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.Carried;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant is told of their draft's having been taken over into a newer version.
 *
 * @param again what to look at again, each with its row, and where it stands
 * @param left what has no place any more
 * @param seen where the applicant says that they know, empty where they did
 */
public record CarriedView(List<ErrorLink> again, List<Left> left, String seen) {
    public CarriedView {
        again = List.copyOf(again);
        left = List.copyOf(left);
    }

    /** An answer that has no place any more; several lines where it has them. */
    public record Left(String label, String words) {}

    /** @param review whether saving a page leads to the last page before handing in */
    public static @Nullable CarriedView of(Draft draft, Filling filling, Wording wording, boolean review) {
        var carried = draft.carried();
        if (carried == null) {
            return null;
        }
        var labels = new HashMap<String, String>();
        ReadingView.of(draft.procedure(), filling.answers(), wording.language()).sections()
                .forEach(section -> section.lines().forEach(line -> labels.put(line.path().toString(),
                        section.level() > 1 ? section.title() + "：" + line.label() : line.label())));
        var shown = filling.visibility();
        var again = carried.stillToSee(draft).stream().filter(path -> shown.shows(FieldPath.parse(path)))
                .map(path -> link(draft, filling, path, labels.get(path), wording, review)).filter(Objects::nonNull)
                .toList();
        if (again.isEmpty() && (carried.seen() || carried.left().isEmpty())) {
            return null;
        }
        return new CarriedView(again,
                carried.seen()
                        ? List.<Left>of()
                        : carried.left().stream().map(left -> new Left(left.label(), left.words())).toList(),
                carried.seen() || carried.left().isEmpty() ? "" : Addresses.carried(draft.id()));
    }

    private static @Nullable ErrorLink link(Draft draft, Filling filling, String path, @Nullable String label,
            Wording wording, boolean review) {
        var name = label != null
                ? label
                : filling.question(FieldPath.parse(path)).map(question -> wording.text(question.label())).orElse("");
        return Carried.pageOf(draft, FieldPath.parse(path)).filter(page -> !name.isEmpty())
                .map(page -> new ErrorLink(name, Addresses.page(draft.id(), page) + (review ? "?after=review" : "")
                        + "#" + Addresses.place(path)))
                .orElse(null);
    }
}
