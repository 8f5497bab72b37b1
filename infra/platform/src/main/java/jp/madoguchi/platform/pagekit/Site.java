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
 */
public record Site(String city, String name, String home, String signIn, String signOut, String account,
        String note, int idleSeconds, boolean forStaff) {

    public Site(String city, String name, String home, String signIn, String signOut, String account, String note) {
        this(city, name, home, signIn, signOut, account, note, 0, false);
    }

    /** A site with nothing but a home page. */
    public static Site plain(String city, String name) {
        return new Site(city, name, "/", "", "", "", "", 0, false);
    }
}
