package jp.madoguchi.portal.review;

import java.util.List;
import jp.madoguchi.portal.upload.Held;

/**
 * How the last page before handing in is shown: with what was chosen on it, and what kept it from being handed in.
 *
 * @param wordGone whether a passphrase was typed that the page does not hold any more; a secret is never sent back
 * @param wordError what is wrong with the passphrase, empty for nothing
 * @param unchanged whether it was to be handed in as a correction without any change
 * @param held files that were not scanned in time, or in which a virus was found
 */
record Review(boolean consent, boolean wordGone, String wordError, boolean unchanged, List<Held> held) {

    static Review shown(boolean consent) {
        return new Review(consent, false, "", false, List.of());
    }

    /** Shown once more after an attempt to hand in. */
    static Review again(boolean consent, String word) {
        return new Review(consent, !word.isEmpty(), "", false, List.of());
    }

    Review wrong(String word) {
        return new Review(consent, wordGone, word, unchanged, held);
    }

    Review held(List<Held> files) {
        return new Review(consent, wordGone, wordError, unchanged, files);
    }

    Review withoutChange() {
        return new Review(consent, wordGone, wordError, true, held);
    }
}
