package jp.madoguchi.forms.publishing;

/**
 * Something about a definition that its designer should mend or think about.
 *
 * @param place where it is, in ids as in the file: {@code children/child-name}; empty for the procedure as a whole
 * @param placeTitle the same in the words of the form: 「お子さん → お名前」
 * @param code stable, for links to the manual
 * @param message what is wrong, in Japanese
 * @param remedy how to mend it, in Japanese
 */
public record Remark(Weight weight, String place, String placeTitle, String code, String message, String remedy) {

    public enum Weight {
        /** Stops publication. */
        BLOCKING,
        /** Worth a thought. */
        ADVICE
    }
}
