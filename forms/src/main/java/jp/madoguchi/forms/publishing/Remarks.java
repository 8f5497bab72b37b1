package jp.madoguchi.forms.publishing;

import java.util.ArrayList;
import java.util.List;

import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;

/**
 * Collects remarks and names their places.
 */
final class Remarks {

    private final Procedure procedure;
    private final List<Remark> all = new ArrayList<>();

    Remarks(Procedure procedure) {
        this.procedure = procedure;
    }

    void block(Place place, String code, String message, String remedy) {
        all.add(new Remark(Remark.Weight.BLOCKING, place.ids(), place.title(), code, message, remedy));
    }

    void advise(Place place, String code, String message, String remedy) {
        all.add(new Remark(Remark.Weight.ADVICE, place.ids(), place.title(), code, message, remedy));
    }

    List<Remark> all() {
        return all;
    }

    /** @param title in the words of the form */
    record Place(String ids, String title) {

        static final Place WHOLE = new Place("", "手続き全体");

        static Place of(Page page) {
            return new Place(page.id().value(), page.title().ja());
        }

        Place at(Item item) {
            return at(item.id().value(), item.label().ja());
        }

        Place at(String id, String words) {
            return new Place(ids.isEmpty() ? id : ids + "/" + id, ids.isEmpty() ? words : title + " → " + words);
        }
    }
}
