package jp.madoguchi.portal.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.publishing.CarryOver;

/**
 * That a draft was taken over into a newer version, and what its applicant has not seen of that yet.
 *
 * @param from the version it was in
 * @param revision of the draft after it was taken over; pages saved later have been looked at
 * @param again paths of answers to look at again
 * @param left answers that have no place any more
 * @param seen whether the applicant said that they know
 */
public record Carried(int from, int revision, List<String> again, List<Left> left, boolean seen) {

    public Carried {
        again = List.copyOf(again);
        left = List.copyOf(left);
    }

    /** In the language of the draft. */
    public record Left(String label, String words) {}

    /** What has to be looked at after this move, with what is still left from those before. */
    public static Carried over(Draft draft, CarryOver move, int revision) {
        var before = draft.carried();
        var still = before == null ? Stream.<String>empty() : before.stillToSee(draft).stream();
        var again = Stream.concat(still.filter(path -> isThere(move.filling(), path)),
                move.lookAgain().stream().map(FieldPath::toString)).distinct().toList();
        var left = new ArrayList<>(before == null ? List.<Left>of() : before.left());
        move.left().forEach(one -> left.add(new Left(one.label(), one.words())));
        boolean seen = move.lookAgain().isEmpty() && move.left().isEmpty() && (before == null || before.seen());
        return new Carried(draft.edition().version(), revision, again, left, seen);
    }

    private static boolean isThere(Filling filling, String path) {
        return filling.question(FieldPath.parse(path)).isPresent();
    }

    /** What was not looked at again so far: the page it stands on was not saved since. */
    public List<String> stillToSee(Draft draft) {
        return again.stream().filter(path -> pageOf(draft, FieldPath.parse(path))
                .map(page -> draft.saves().get(page.value())).filter(save -> save.revision() > revision).isEmpty())
                .toList();
    }

    public static Optional<PageId> pageOf(Draft draft, FieldPath path) {
        var top = path.within().isEmpty() ? path.question() : path.within().getFirst().repeat();
        return draft.procedure().pages().stream()
                .filter(page -> page.items().stream().anyMatch(item -> item.id().equals(top))
                        || page.id().value().equals(top.value()))
                .map(Page::id).findFirst();
    }
}
