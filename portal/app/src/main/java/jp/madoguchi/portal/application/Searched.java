package jp.madoguchi.portal.application;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import java.util.List;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.platform.formpage.Searches;
import jp.madoguchi.platform.pagekit.PostalOffer;
import jp.madoguchi.portal.catalogue.Edition;

/**
 * What the applicant last searched for on a page with long lists. It stands in the page's address, so that what is chosen
 * already stays chosen and reloading sends nothing again.
 *
 * @param offer the places of the postal code that was looked up
 */
record Searched(Edition edition, Language language, PageViews.Shown shown, PostalOffer offer) implements Searches {

    private static final int MOST_WORDS = 100;

    /** The page's address with what to search for in it, at the question. */
    static String address(String page, FieldPath path, Entries typed) {
        var words = typed.first(path.field("words"));
        var kept = words.codePointCount(0, words.length()) <= MOST_WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, MOST_WORDS));
        return page + "?find=" + encoded(path.toString()) + "&words=" + encoded(kept);
    }

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
        return path.toString().equals(shown.postal()) ? offer : Places.offer(false, List.of());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
