package jp.madoguchi.local;

import java.util.Locale;

/** The three programs of the house, in the order of their start; they are stopped in the reverse order. */
enum Program {
    IDENTITY, PORTAL, BACKOFFICE;

    /** As files, settings and lines on the console call it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
