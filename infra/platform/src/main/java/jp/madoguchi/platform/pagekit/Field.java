package jp.madoguchi.platform.pagekit;

import org.jspecify.annotations.Nullable;

/**
 * What every form control has around it: name, label, hint, whether it must be answered, and what is wrong with it.
 *
 * @param id       id of the first input, the target of links in the error summary
 * @param name     name the browser posts
 * @param hint     explanation below the label, empty for none
 * @param need     whether it must be answered, said in words beside the label
 * @param error    what is wrong and what to do, empty if nothing is
 * @param language language of the label where it differs from the page (a missing translation), else {@code null}
 */
public record Field(String id, String name, String label, String hint, Need need, String error,
        @Nullable String language) {

    /** Whether a field must be answered; {@code SILENT} says nothing (search fields, parts of a group). */
    public enum Need {
        REQUIRED, OPTIONAL, SILENT
    }

    public static Field required(String name, String label) {
        return new Field(idOf(name), name, label, "", Need.REQUIRED, "", null);
    }

    public static Field optional(String name, String label) {
        return new Field(idOf(name), name, label, "", Need.OPTIONAL, "", null);
    }

    public static Field silent(String name, String label) {
        return new Field(idOf(name), name, label, "", Need.SILENT, "", null);
    }

    /** The id the first input of a field of this name gets. */
    public static String idOf(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9_-]", "_");
    }

    public Field hint(String newHint) {
        return new Field(id, name, label, newHint, need, error, language);
    }

    public Field error(@Nullable String newError) {
        return new Field(id, name, label, hint, need, newError == null ? "" : newError, language);
    }

    public Field in(@Nullable String newLanguage) {
        return new Field(id, name, label, hint, need, error, newLanguage);
    }

    /** Value of {@code aria-invalid}, absent while nothing is wrong. */
    public @Nullable String invalid() {
        return error.isEmpty() ? null : "true";
    }

    /** Value of {@code aria-describedby}: hint and error, absent if there is neither. */
    public @Nullable String describedBy() {
        return describedBy(false);
    }

    /** The same with the character counter, which has an id of its own. */
    public @Nullable String describedBy(boolean counter) {
        var ids = (hint.isEmpty() ? "" : id + "-hint ") + (error.isEmpty() ? "" : id + "-error ")
                + (counter ? id + "-count" : "");
        return ids.isEmpty() ? null : ids.strip();
    }
}
