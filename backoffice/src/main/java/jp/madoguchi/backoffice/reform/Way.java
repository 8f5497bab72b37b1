package jp.madoguchi.backoffice.reform;

import java.util.Optional;
import java.util.stream.Stream;

/** The most advanced way in which a procedure can be completed. */
public enum Way {

    ONLINE("オンライン完結"), ONLINE_AND_VISIT("オンライン＋来庁1回"), POST("郵送"), COUNTER("窓口のみ");

    private final String label;

    Way(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Optional<Way> labelled(String label) {
        return Stream.of(values()).filter(way -> way.label.equals(label)).findFirst();
    }
}
