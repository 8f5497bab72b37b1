package jp.madoguchi.forms.publishing;

import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.publishing.Remarks.Place;

/**
 * Whether what is filled in for the applicant fits the questions it is filled into.
 */
final class PrefillCheck {

    private PrefillCheck() {}

    static void run(Procedure procedure, Remarks remarks) {
        for (var page : procedure.pages()) {
            for (var item : page.items()) {
                if (item instanceof Question question) {
                    fits(question, Place.of(page).at(item), remarks);
                }
            }
        }
        procedure.everyItem()
                .filter(item -> item instanceof Question question && question.prefill() != null
                        && procedure.pages().stream().noneMatch(page -> page.items().contains(item)))
                .forEach(item -> remarks.block(Place.WHOLE.at(item), "prefill-in-rows",
                        "繰り返しの中の質問には、登録した情報を入れられません。どの行のことか決まらないためです。", "prefill を消してください。"));
    }

    private static void fits(Question question, Place place, Remarks remarks) {
        var prefill = question.prefill();
        var profile = prefill == null ? null : prefill.profile();
        if (profile != null && !profile.fits(question.kind())) {
            remarks.block(place, "wrong-kind", "この種類の質問には、登録した情報の「" + DifferenceWords.profile(profile) + "」を入れられません。",
                    "prefill の profile を選び直すか、消してください。");
        }
    }
}
