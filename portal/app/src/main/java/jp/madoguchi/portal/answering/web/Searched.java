package jp.madoguchi.portal.answering.web;

import java.util.List;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.platform.formpage.Searches;
import jp.madoguchi.platform.pagekit.PostalOffer;
import jp.madoguchi.portal.answering.PostalPlaces;
import jp.madoguchi.forms.definition.Edition;

/**
 * What the applicant last searched for on a page with long lists. It stands in the page's address, so that what is chosen
 * already stays chosen and reloading sends nothing again.
 *
 * @param offer the places of the postal code that was looked up
 */
record Searched(Edition edition, Language language, PageViews.Shown shown, PostalOffer offer) implements Searches {

    @Override
    public String words(FieldPath path) {
        return path.toString().equals(shown.find()) && shown.words() != null ? shown.words() : "";
    }

    @Override
    public String address(FieldPath path) {
        return "/procedures/" + edition.procedure().id() + "/versions/" + edition.version() + "/lists/"
                + path.question() + "?in=" + language.tag();
    }

    @Override
    public PostalOffer places(FieldPath path) {
        return path.toString().equals(shown.postal()) ? offer : PostalPlaces.offer(false, List.of());
    }
}
