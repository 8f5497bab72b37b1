package jp.madoguchi.platform.monitoring;

import org.jspecify.annotations.Nullable;

/** What the log says of an address: how it is made, never what stands in it. */
public final class Route {

    private static final String NONE = "-";
    /** Spring Security answers these itself; nothing in them tells of anybody. */
    private static final String PROTOCOL = "/oauth2/";

    private Route() {}

    /**
     * The template of the address, or {@code -} where nothing of ours stands there.
     *
     * @param template of the handler that answered, null for none
     * @param path as it was asked for
     */
    public static String of(@Nullable Object template, String path) {
        if (template != null) {
            return template.toString();
        }
        return path.startsWith(PROTOCOL) ? path : NONE;
    }
}
