package jp.madoguchi.portal.about;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one can read about. The name in lower case is its address and its file. */
enum Subject {

    HELP, PRIVACY, ACCESSIBILITY, TERMS;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Subject> of(String code) {
        return Arrays.stream(values()).filter(subject -> subject.code().equals(code)).findFirst();
    }
}
