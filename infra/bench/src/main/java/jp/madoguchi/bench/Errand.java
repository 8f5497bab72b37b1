package jp.madoguchi.bench;

import java.time.LocalDate;
import java.time.ZoneId;

import jp.madoguchi.forms.catalogue.SampleCatalogue;

/**
 * What residents come to the portal for.
 *
 * @param procedure the id of the procedure
 * @param forms what is known of its pages
 */
record Errand(String procedure, MadeUpAnswers answers, LearntForms forms) {

    static final String USUAL = "jido-teate";
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    /** A file of which only its kind counts. */
    private static final int SMALL = 100;

    /** 児童手当 with a small file, as all figures up to now. */
    static Errand usual() {
        return of(USUAL, SMALL);
    }

    /** @throws IllegalArgumentException for the person who typed it, if the sample catalogue has no such procedure */
    static Errand of(String procedure, int fileBytes) {
        var found = SampleCatalogue.procedures().stream().filter(each -> each.id().value().equals(procedure))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no procedure of the sample catalogue: " + procedure));
        return new Errand(procedure, MadeUpAnswers.to(found, LocalDate.now(ZONE), fileBytes), new LearntForms());
    }
}
