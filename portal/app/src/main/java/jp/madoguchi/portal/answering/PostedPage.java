package jp.madoguchi.portal.answering;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.draft.Draft;
import org.jspecify.annotations.Nullable;

/**
 * One posted page: our own hidden fields and buttons on the one hand, what was typed on the other.
 */
public record PostedPage(Map<String, String> own, Entries typed) {

    /** Stands in the page from the draft: see {@link Draft#formKey}. */
    public static final String KEY = "_key";
    public static final String VERSION = "_version";
    public static final String REVISION = "_revision";
    /** Tells one rendering of the page from another. */
    public static final String RENDERING = "_rendering";
    /** When the page was shown, in milliseconds since 1970. */
    public static final String SHOWN = "_shown";
    /** Measured by the page itself. */
    public static final String ACTIVE = "activeMillis";
    /** {@code review} where the applicant came to change one answer. */
    public static final String AFTER = "_after";
    public static final String ACTION = "_action";

    /** Names that begin so are never answers. */
    private static final String OURS = "_";

    /** 400 rows of 20 questions fit; nothing honest comes near it. */
    private static final int MOST_FIELDS = 20_000;

    public static PostedPage of(Map<String, List<String>> fields) {
        if (fields.size() > MOST_FIELDS) {
            throw new Refusal.Malformed("too-many-fields", "送られた項目が多すぎます。保存していません。前のページに戻って、もう一度お試しください。");
        }
        var own = new HashMap<String, String>();
        var typed = new HashMap<String, List<String>>();
        fields.forEach((name, values) -> {
            if (name.startsWith(OURS) || name.equals(ACTIVE)) {
                own.put(name, values.isEmpty() ? "" : values.getFirst());
            } else {
                typed.put(name, values);
            }
        });
        return new PostedPage(own, new Entries(typed));
    }

    public String own(String name) {
        return own.getOrDefault(name, "");
    }

    public boolean hasKeyOf(Draft draft) {
        return java.security.MessageDigest.isEqual(
                own(KEY).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                draft.formKey().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public boolean isFor(Draft draft) {
        return own(VERSION).equals(Integer.toString(draft.edition().version()));
    }

    /** The version the page was shown in; 0, which is none, for what is no number. */
    public int version() {
        return own(VERSION).matches("[0-9]{1,9}") ? Integer.parseInt(own(VERSION)) : 0;
    }

    /** The revision the page was shown at; -1, older than any, for what is no number. */
    public int revision() {
        return own(REVISION).matches("[0-9]{1,9}") ? Integer.parseInt(own(REVISION)) : -1;
    }

    public String rendering() {
        var rendering = own(RENDERING);
        return rendering.matches("[A-Za-z0-9_-]{1,64}") ? rendering : "-";
    }

    @Nullable
    Instant shownAt() {
        return own(SHOWN).matches("[0-9]{1,15}") ? Instant.ofEpochMilli(Long.parseLong(own(SHOWN))) : null;
    }
}
