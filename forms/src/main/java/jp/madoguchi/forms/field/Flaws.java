package jp.madoguchi.forms.field;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.MessageKey;

/**
 * Collects the flaws of one question; {@code {0}} in a message becomes the question's label.
 */
public final class Flaws {

    private final Localized label;
    private final LocalDate today;
    private final List<Flaw> found = new ArrayList<>();

    Flaws(Localized label, LocalDate today) {
        this.label = label;
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    /** @param values of {@code {1}} and on in the message */
    void add(String part, String code, MessageKey message, Object... values) {
        var all = new ArrayList<Object>(List.of(values));
        all.addFirst(label);
        found.add(new Flaw(part, code, message.text(all.toArray())));
    }

    /** A message written by the designer of the form. */
    void add(String part, String code, Localized message) {
        found.add(new Flaw(part, code, message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Flaw> found() {
        return found;
    }
}
