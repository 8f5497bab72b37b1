package jp.madoguchi.platform.pagekit;

import java.security.Principal;
import java.util.List;

import jp.madoguchi.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What an app tells the page kit about itself, once; one bean of this type per reactive app. */
public interface SiteChrome {

    /** The site itself, shown in the header and the window title. */
    Site site();

    /** How to show the person behind this login; the principal is {@code null} before login. */
    @Nullable
    SignedIn show(@Nullable Principal principal);

    /** Main navigation for this person, in the language of the page (BCP 47). */
    List<NavItem> navigation(@Nullable Principal principal, String language);

    /**
     * Where a page that tells of a problem leads back to, nearest first; nowhere in particular unless the app says so.
     *
     * @param path of what was asked for
     * @param language of the page
     */
    default List<NavItem> waysBack(Problem problem, String path, String language, @Nullable Principal principal) {
        return List.of();
    }
}
