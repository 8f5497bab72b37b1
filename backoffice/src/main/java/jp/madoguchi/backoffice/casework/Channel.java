package jp.madoguchi.backoffice.casework;

import java.util.Locale;

/** How an application reached the city. */
public enum Channel {
    ONLINE("オンライン"), COUNTER("窓口"), PAPER("郵送・書面");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
