package jp.madoguchi.forms.field;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;

/**
 * Collects the flaws of one question; {@code {0}} in a message becomes the question's label.
 */
final class Flaws {

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

    void add(String part, String code, String ja, String en) {
        found.add(new Flaw(part, code, Localized.of(ja.replace("{0}", label.ja()),
                en.replace("{0}", label.in(Language.EN)))));
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
