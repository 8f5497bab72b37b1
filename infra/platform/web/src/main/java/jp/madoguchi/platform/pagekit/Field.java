package jp.madoguchi.platform.pagekit;

import org.jspecify.annotations.Nullable;

/**
 * What every form control has around it: name, label, hint, whether it must be answered, and what is wrong with it.
 *
 * @param name     name the browser posts
 * @param label    the question in words
 * @param hint     explanation below the label, empty for none
 * @param help     longer explanation that opens on demand, empty for none
 * @param need     whether it must be answered, said in words beside the label
 * @param error    what is wrong and what to do, empty if nothing is
 * @param language language of the kit's own words around the field
 * @param lang     language of the label where it differs from the page (a missing translation), else {@code null}
 * @param mark     where the answer that stands here came from, empty where the person at the screen gave it
 */
public record Field(String name, String label, String hint, String help, Need need, String error, String language,
        @Nullable String lang, String mark) {

    /** Whether a field must be answered; {@code SILENT} says nothing (search fields, parts of a group). */
    public enum Need {
        REQUIRED, OPTIONAL, SILENT
    }

    public static Field required(String name, String label) {
        return new Field(name, label, "", "", Need.REQUIRED, "", "ja", null, "");
    }

    public static Field optional(String name, String label) {
        return new Field(name, label, "", "", Need.OPTIONAL, "", "ja", null, "");
    }

    public static Field silent(String name, String label) {
        return new Field(name, label, "", "", Need.SILENT, "", "ja", null, "");
    }

    /** The id an input of this name gets, the target of links in the error summary. */
    public static String idOf(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9-]", "_");
    }

    /** The id of the place in the page where a question stands, whatever controls it has. */
    public static String placeOf(String path) {
        return "q-" + path.replaceAll("[^A-Za-z0-9-]", "_");
    }

    public Field hint(String newHint) {
        return new Field(name, label, newHint, help, need, error, language, lang, mark);
    }

    public Field help(String newHelp) {
        return new Field(name, label, hint, newHelp, need, error, language, lang, mark);
    }

    public Field error(@Nullable String newError) {
        return new Field(name, label, hint, help, need, newError == null ? "" : newError, language, lang, mark);
    }

    /** For a page in another language; {@code newLang} as {@link #lang}. */
    public Field in(String newLanguage, @Nullable String newLang) {
        return new Field(name, label, hint, help, need, error, newLanguage, newLang, mark);
    }

    public String id() {
        return idOf(name);
    }

    /** The kit's own words in the language of the page. */
    public String say(String key, Object... args) {
        return Words.in(language, key, args);
    }

    /** Value of {@code aria-invalid}, absent while nothing is wrong. */
    public @Nullable String invalid() {
        return error.isEmpty() ? null : "true";
    }

    /** Value of {@code aria-describedby}: mark, hint and error, absent if there is neither. */
    public @Nullable String describedBy() {
        return describedBy(false);
    }

    /** The same with the character counter, which has an id of its own. */
    public @Nullable String describedBy(boolean counter) {
        return describedBy(counter ? id() + "-count" : "");
    }

    /** The same with one more id, or none if it is empty. */
    public @Nullable String describedBy(String more) {
        var ids = (mark.isEmpty() ? "" : id() + "-mark ") + (hint.isEmpty() ? "" : id() + "-hint ")
                + (error.isEmpty() ? "" : id() + "-error ") + more;
        return ids.isEmpty() ? null : ids.strip();
    }
}
