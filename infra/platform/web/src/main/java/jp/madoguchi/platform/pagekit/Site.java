package jp.madoguchi.platform.pagekit;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The site a page belongs to. An empty address leaves its link out.
 *
 * @param city        name of the city
 * @param name        name of the site: the portal, the back office, the login
 * @param home        address of the home page
 * @param signIn      where one signs in
 * @param signOut     where one signs out; sent by POST
 * @param account     own account page of the person signed in
 * @param note        sentence in the footer, for example that the city is made up
 * @param idleSeconds after so many seconds without a touch staff pages sign out, with a warning a minute before; 0 for
 *                    never
 * @param forStaff    whether its pages, error pages too, have the dense layout for staff
 * @param contacts    whom to ask; shown on error pages and by pages that say so
 * @param information where the pages on help, privacy, accessibility and terms begin, such as {@code /about/}
 * @param names       what city, site and note are called in other languages, by language
 */
public record Site(String city, String name, String home, String signIn, String signOut, String account,
        String note, int idleSeconds, boolean forStaff, Contacts contacts, String information,
        Map<String, Names> names) {

    /** City, site and note in one language. */
    public record Names(String city, String name, String note) {}

    public Site {
        names = Map.copyOf(names);
    }

    public Site(String city, String name, String home, String signIn, String signOut, String account, String note) {
        this(city, name, home, signIn, signOut, account, note, 0, false);
    }

    public Site(String city, String name, String home, String signIn, String signOut, String account, String note,
            int idleSeconds, boolean forStaff) {
        this(city, name, home, signIn, signOut, account, note, idleSeconds, forStaff, Contacts.SAMPLES, "", Map.of());
    }

    /** Also tells residents whom to ask and where to read about the site. */
    public Site helping(Contacts newContacts, String newInformation) {
        return new Site(city, name, home, signIn, signOut, account, note, idleSeconds, forStaff, newContacts,
                newInformation, names);
    }

    /** Also with names in another language. */
    public Site called(String language, Names others) {
        var all = new HashMap<>(names);
        all.put(language, others);
        return new Site(city, name, home, signIn, signOut, account, note, idleSeconds, forStaff, contacts, information,
                all);
    }

    /** The site as it is called in a language; in Japanese where it has no other name. */
    public Site in(String language) {
        var own = names.get(language);
        return own == null
                ? this
                : new Site(own.city(), own.name(), home, signIn, signOut, account, own.note(), idleSeconds, forStaff,
                        contacts, information, names);
    }

    /** The language of its names where they are not in that of the page, for the {@code lang} attribute; null otherwise. */
    public @Nullable String langOn(String language) {
        return language.startsWith("ja") || names.containsKey(language) ? null : "ja";
    }

    /** A site with nothing but a home page. */
    public static Site plain(String city, String name) {
        return new Site(city, name, "/", "", "", "", "", 0, false);
    }
}
