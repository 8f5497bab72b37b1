package jp.madoguchi.platform.pagekit;

/**
 * The site a page belongs to. An empty address leaves its link out.
 *
 * @param city        name of the city, of setting {@code madoguchi.city.name}
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
 */
public record Site(String city, String name, String home, String signIn, String signOut, String account,
        String note, int idleSeconds, boolean forStaff, Contacts contacts, String information) {

    public Site(String city, String name, String home, String signIn, String signOut, String account, String note) {
        this(city, name, home, signIn, signOut, account, note, 0, false);
    }

    public Site(String city, String name, String home, String signIn, String signOut, String account, String note,
            int idleSeconds, boolean forStaff) {
        this(city, name, home, signIn, signOut, account, note, idleSeconds, forStaff, Contacts.SAMPLES, "");
    }

    /** Also tells residents whom to ask and where to read about the site. */
    public Site helping(Contacts newContacts, String newInformation) {
        return new Site(city, name, home, signIn, signOut, account, note, idleSeconds, forStaff, newContacts,
                newInformation);
    }

    /** A site with nothing but a home page. */
    public static Site plain(String city, String name) {
        return new Site(city, name, "/", "", "", "", "", 0, false);
    }
}
