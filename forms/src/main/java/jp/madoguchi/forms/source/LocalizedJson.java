package jp.madoguchi.forms.source;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes texts as {@link Part#localized} reads them. */
public final class LocalizedJson {

    private LocalizedJson() {}

    /** A text of Japanese alone as a string, one of several languages as a mapping; nothing for null. */
    public static void put(ObjectNode node, String key, @Nullable Localized text) {
        if (text == null) {
            return;
        }
        if (text.texts().size() == 1) {
            node.put(key, text.ja());
            return;
        }
        var texts = node.putObject(key);
        for (var language : Language.values()) {
            if (text.speaks(language)) {
                texts.put(language.tag(), text.in(language));
            }
        }
    }
}
