package jp.madoguchi.platform.security;

import java.util.Locale;

/** The two kinds of people identity knows; nobody is let into the other kind's app. */
public enum Realm {

    RESIDENT, STAFF;

    /** As it stands in the {@code realm} claim. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
