package jp.madoguchi.platform.pagekit;

import java.util.Collection;
import java.util.List;

import gg.jte.Content;
import jp.madoguchi.platform.pagekit.compiled.StaticTemplates;

/**
 * Form controls: label above, hint, 必須 or 任意 in words, the control, and what is wrong beside it. All work without
 * JavaScript.
 */
public final class Controls {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private Controls() {}

    public static Content text(Field field, String value, TextTraits traits) {
        return TEMPLATES.controlText(field, value, traits);
    }

    public static Content text(Field field, String value) {
        return text(field, value, TextTraits.TEXT);
    }

    /**
     * Several lines of text.
     *
     * @param rows       lines shown at first; the field grows
     * @param characters most code points allowed, counted down beside the field; 0 for no counter
     */
    public static Content textarea(Field field, String value, int rows, int characters) {
        return TEMPLATES.controlTextarea(field, value, rows, characters);
    }

    /** One choice, all options in sight. */
    public static Content radios(Field field, List<Option> options, String chosen) {
        return TEMPLATES.controlRadios(field, options, chosen, false);
    }

    /** The same in one line, for two or three short options. */
    public static Content inline(Field field, List<Option> options, String chosen) {
        return TEMPLATES.controlRadios(field, options, chosen, true);
    }

    /** Any number of choices. */
    public static Content checkboxes(Field field, List<Option> options, Collection<String> chosen) {
        return TEMPLATES.controlCheckboxes(field, options, chosen);
    }

    /** One choice of many, folded; {@code empty} is the first entry that stands for no choice. */
    public static Content select(Field field, List<Option> options, String chosen, String empty) {
        return TEMPLATES.controlSelect(field, options, chosen, empty);
    }

    /** One entry of a long list, searched for by words. */
    public static Content listed(Field field, ListedChoice choice) {
        return TEMPLATES.controlListed(field, choice);
    }

    public static Content date(Field field, DateInput date) {
        return TEMPLATES.controlDate(field, date, List.of("year", "month", "day"));
    }

    /** A month of a year: a date without its day. */
    public static Content month(Field field, DateInput date) {
        return TEMPLATES.controlDate(field, date, List.of("year", "month"));
    }

    /** Controls that belong together under one legend (name, address, bank account). */
    public static Content group(Field field, Content fields) {
        return TEMPLATES.controlGroup(field, fields);
    }

    /** Fields side by side where there is room. */
    public static Content row(List<Content> fields) {
        return TEMPLATES.controlRow(fields);
    }

    /**
     * Files to attach, with those already attached.
     *
     * @param accept     value of the accept attribute
     * @param removeName name of the submit buttons that remove a file, its value being the file's token
     * @param sendName   name of the submit button that attaches what was chosen
     * @param sendValue  value of that button
     * @param room       whether one more file may be attached
     * @param many       whether several files may be chosen at once
     */
    public static Content upload(Field field, List<UploadedFile> files, String accept, String removeName,
            String sendName, String sendValue, boolean room, boolean many) {
        return TEMPLATES.controlUpload(field, files, accept, removeName, sendName, sendValue, room, many);
    }

    /** What somebody else fills in: how it stands, and the button to ask them. */
    public static Content other(OtherHand other) {
        return TEMPLATES.controlOther(other);
    }

    /** A statement to agree to; posts {@code yes}. */
    public static Content agree(Field field, String statement, boolean agreed) {
        return TEMPLATES.controlAgree(field, statement, agreed);
    }

    /**
     * An answer that stands as it is; line breaks stay.
     *
     * @param lang BCP 47 tag of the label, null for that of the page
     * @param note why it cannot be changed
     */
    public static Content fixed(String label, @org.jspecify.annotations.Nullable String lang, String value,
            String note) {
        return TEMPLATES.controlFixed(label, lang, value, note);
    }

    /** Something to read among the questions; line breaks stay. */
    public static Content info(String title, String text) {
        return TEMPLATES.controlInfo(title, text);
    }

    /**
     * A repeated group with a submit button to add one more.
     *
     * @param addLabel label of that button, empty if no more may be added
     * @param level    level of the heading: 2, or 3 for a group in a row of another
     */
    public static Content repeat(Field field, List<RepeatRow> rows, String addName, String addValue, String addLabel,
            int level) {
        return TEMPLATES.controlRepeat(field, rows, addName, addValue, addLabel, level);
    }

    /** Further fields few people need, folded away until opened. */
    public static Content disclosure(String summary, boolean open, Content content) {
        return TEMPLATES.controlDisclosure(summary, open, content);
    }

    /**
     * Marks what belongs to one question, so that a script can show it with other answers.
     *
     * @param when  rule for the script as JSON, empty if the question is always asked
     * @param asked whether the server asks it now
     */
    public static Content asked(String path, String when, boolean asked, Content content) {
        return TEMPLATES.controlAsked(path, when, asked, content);
    }

    /** A tick that stands for the answer to another question; posts {@code yes}. */
    public static Content same(String name, String label, boolean ticked) {
        return TEMPLATES.controlSame(name, label, ticked);
    }

    /**
     * The parts of an address: with a script, choices are offered for its postal code. The parts are named
     * {@code <name>.postal}, {@code .prefecture-city}, {@code .ward} and {@code .town}.
     *
     * @param language of the page, for what the script says
     */
    public static Content address(String name, String language, Content parts) {
        return TEMPLATES.controlAddress(name, language, parts);
    }

    /** The same choices without a script, right below the postal code. */
    public static Content places(Field field, PostalOffer offer) {
        return TEMPLATES.controlPlaces(field, offer);
    }

    /** Several controls after one another. */
    public static Content all(List<Content> parts) {
        return output -> parts.forEach(part -> part.writeTo(output));
    }
}
