package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.definition.Listing;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.Era;

import org.jspecify.annotations.Nullable;

/**
 * What a page gives people to answer a question with, as its kind wants it; how it looks is the page's affair. Most kinds to
 * come are a {@link Line} and ask nothing new of the page.
 */
public sealed interface Control {

    /** What is typed into a line, so that a phone shows the right keys. */
    enum Keys {
        WORDS, DIGITS, DECIMAL, PHONE
    }

    /** How much room a line takes. */
    enum Width {
        SHORT, MEDIUM, FULL
    }

    /**
     * One line.
     *
     * @param width null for the usual one of its keys
     * @param unit behind the line, or null
     * @param hint where the question has none of its own, or null
     * @param autocomplete what a browser may fill in where the question is about the person at the screen (WCAG 1.3.5), or null
     */
    record Line(Keys keys, @Nullable Width width, @Nullable Localized unit, @Nullable Localized hint,
            @Nullable String autocomplete) implements Control {

        static Line words() {
            return new Line(Keys.WORDS, null, null, null, null);
        }

        /** As long as what may be typed into it lets expect. */
        static Line text(int maxLength) {
            return words().width(maxLength <= 10 ? Width.SHORT : maxLength <= 24 ? Width.MEDIUM : Width.FULL);
        }

        static Line digits() {
            return new Line(Keys.DIGITS, null, null, null, null);
        }

        static Line decimal() {
            return new Line(Keys.DECIMAL, null, null, null, null);
        }

        static Line phone() {
            return new Line(Keys.PHONE, null, null, null, "tel");
        }

        Line width(Width other) {
            return new Line(keys, other, unit, hint, autocomplete);
        }

        Line unit(@Nullable Localized other) {
            return new Line(keys, width, other, hint, autocomplete);
        }

        Line hint(Localized other) {
            return new Line(keys, width, unit, other, autocomplete);
        }
    }

    /** Several lines; {@code maxLength} in code points. */
    record Lines(int maxLength) implements Control {}

    /** @param era offered first to those who count in eras, or null */
    record Day(@Nullable Era era) implements Control {}

    record Month() implements Control {}

    record YesOrNo() implements Control {}

    record OneOf(List<Option> options) implements Control {}

    record AnyOf(List<Option> options) implements Control {}

    /** One entry of a long list, found by words. */
    record Search(Listing list) implements Control {}

    record PersonName(boolean withKana) implements Control {}

    /** @param withinCity whether a ward of the city is chosen instead of typing prefecture and city */
    record Address(boolean withinCity) implements Control {}

    /** A mail address, typed a second time. */
    record MailTwice() implements Control {}

    record BankAccount() implements Control {}

    record Upload(QuestionKind.Files limits) implements Control {}

    /**
     * Somebody else is asked, or files are attached.
     *
     * @param by whom, as the applicant calls them
     * @param orFiles null where no files are taken instead
     */
    record AskedOfAnother(Localized by, QuestionKind.@Nullable Files orFiles) implements Control {}

    record Tick(Localized statement) implements Control {}

    /** Nothing to answer: a text. */
    record Paragraph(Localized text) implements Control {}
}
