package jp.madoguchi.forms;

import java.util.Locale;
import java.util.Objects;

/**
 * A message for people. An enum within a class lists what that class may say; the texts stand under {@link #key} in the files
 * {@code messages*.properties} beside this interface, one file for each language, as patterns of
 * {@link java.text.MessageFormat}.
 */
public interface MessageKey {

    /** The constant, as every enum tells it. */
    String name();

    /** The class that says it, as every enum tells it. */
    Class<?> getDeclaringClass();

    /**
     * The class and the constant in lower-case words: {@code NameField.Message.GIVEN_MISSING} is {@code name.given-missing}.
     */
    default String key() {
        var sayer = Objects.requireNonNull(getDeclaringClass().getEnclosingClass()).getSimpleName()
                .replaceFirst("Field$", "");
        return sayer.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + "."
                + name().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /**
     * The text in every language that has it.
     *
     * @param values of the places in the pattern; a {@link Localized} is put in in its own language, anything else as its
     *     {@code toString}
     */
    default Localized text(Object... values) {
        return MessageBundles.text(key(), values);
    }
}
