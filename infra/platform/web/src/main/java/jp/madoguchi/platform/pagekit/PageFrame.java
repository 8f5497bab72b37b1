package jp.madoguchi.platform.pagekit;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Everything around the content of a page. A WebFlux controller method takes one as an argument and gives it a title.
 *
 * @param title      title of the page, without the name of the city
 * @param site       the city and the site the page belongs to
 * @param language   BCP 47 language of the page, one of those offered
 * @param csrf       the hidden field that protects forms, absent where there is no protection
 * @param nonce      CSP nonce of this answer, empty where none was set
 * @param signedIn   the person at the screen, absent before login
 * @param path       path of the current page, for the navigation and the language switch
 * @param navigation main navigation
 * @param flash      message left by the step before
 * @param scripts    names of further static scripts this page needs, see {@link Assets}
 * @param foreign    whether the reader's browser asks for languages that are not offered
 * @param typed      the form of the page that is saved before another language or signing in leads away from it
 */
public record PageFrame(String title, Site site, String language, @Nullable CsrfField csrf, String nonce,
        @Nullable SignedIn signedIn, String path, List<NavItem> navigation, @Nullable Flash flash,
        List<String> scripts, boolean foreign, @Nullable TypedForm typed) {

    /** Static name of htmx, for {@link #using}; loaded only by the pages that need it. */
    public static final String HTMX = "webjar/htmx.org/dist/htmx.min.js";

    /** Name and value of the hidden CSRF field. */
    public record CsrfField(String name, String value) {}

    /**
     * A form that keeps what is typed without a script too: choosing a language and signing in post it.
     *
     * @param id     the form's id
     * @param button the name that its submit buttons have
     * @param enter  the value that pressing Enter in a field posts
     */
    public record TypedForm(String id, String button, String enter) {

        /** What its button posts that goes on to signing in. */
        public static final String SIGN_IN = "sign-in";

        private static final String LANGUAGE = "language-";

        /** What its button posts that goes on in another language. */
        public static String inLanguage(String code) {
            return LANGUAGE + code;
        }

        /** The language that a button asks for; empty for every other button. */
        public static String languageOf(String value) {
            return value.startsWith(LANGUAGE) ? value.substring(LANGUAGE.length()) : "";
        }
    }

    public PageFrame {
        navigation = List.copyOf(navigation);
        scripts = List.copyOf(scripts);
    }

    /** A frame without person, navigation and token, as login pages, error pages and tests need it. */
    public static PageFrame bare(Site site) {
        return new PageFrame("", site, "ja", null, "", null, "/", List.of(), null, List.of(), false, null);
    }

    public PageFrame titled(String newTitle) {
        return new PageFrame(newTitle, site, language, csrf, nonce, signedIn, path, navigation, flash, scripts,
                foreign, typed);
    }

    /** A page whose form is saved before the header leads away from it. */
    public PageFrame keeping(TypedForm form) {
        return new PageFrame(title, site, language, csrf, nonce, signedIn, path, navigation, flash, scripts,
                foreign, form);
    }

    public PageFrame withCsrf(String name, String value) {
        return new PageFrame(title, site, language, new CsrfField(name, value), nonce, signedIn, path, navigation,
                flash, scripts, foreign, typed);
    }

    public PageFrame withFlash(Flash newFlash) {
        return new PageFrame(title, site, language, csrf, nonce, signedIn, path, navigation, newFlash, scripts,
                foreign, typed);
    }

    public PageFrame at(String newPath) {
        return new PageFrame(title, site, language, csrf, nonce, signedIn, newPath, navigation, flash, scripts,
                foreign, typed);
    }

    public PageFrame in(String newLanguage) {
        return new PageFrame(title, site, newLanguage, csrf, nonce, signedIn, path, navigation, flash, scripts,
                foreign, typed);
    }

    public PageFrame shownTo(SignedIn person, List<NavItem> newNavigation) {
        return new PageFrame(title, site, language, csrf, nonce, person, path, newNavigation, flash, scripts, foreign,
                typed);
    }

    /** Also loads this static script (a name of {@link Assets}, for example {@link #HTMX}). */
    public PageFrame using(String script) {
        var more = new ArrayList<>(scripts);
        more.add(script);
        return new PageFrame(title, site, language, csrf, nonce, signedIn, path, navigation, flash, more, foreign,
                typed);
    }

    /** The kit's own words in the language of the page. */
    public String say(String key, Object... args) {
        return Words.in(language, key, args);
    }

    /** Title of the browser window, the most particular part first. */
    public String windowTitle() {
        var between = language.startsWith("ja") ? "｜" : " | ";
        var place = site.name() + between + site.city();
        return title.isEmpty() ? place : title + between + place;
    }
}
