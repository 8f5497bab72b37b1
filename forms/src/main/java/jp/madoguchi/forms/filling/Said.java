package jp.madoguchi.forms.filling;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.city.StreetAddress;

import org.jspecify.annotations.Nullable;

/** An answer as people read it, for comparing it with another: full or half width, kana, spaces and the writing of addresses make no difference. */
record Said(Object value) {

    static Said of(Answer answer) {
        return new Said(switch (answer) {
            case Answer.Number(var number) -> number.stripTrailingZeros();
            case Answer.Address at ->
                StreetAddress.of(at.prefectureCity(), at.ward(), at.town(), at.number(), at.building());
            case Answer.Files(var files) -> files.stream().map(Answer.FileRef::sha256).toList();
            default -> SameApplication.text(answer).<Object>map(text -> text).orElse(answer);
        });
    }

    /** Whether people would read the same in both; false where one is not answered. */
    static boolean same(@Nullable Answer one, @Nullable Answer other) {
        return one != null && other != null && of(one).isSameAs(of(other));
    }

    boolean isSameAs(Said other) {
        return value instanceof StreetAddress one && other.value instanceof StreetAddress another
                ? one.isSameAs(another)
                : value.equals(other.value);
    }
}
