package jp.madoguchi.backoffice;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.backoffice.office.Areas;
import jp.madoguchi.platform.pagekit.NavItem;
import jp.madoguchi.platform.pagekit.SignedIn;
import jp.madoguchi.platform.pagekit.Site;
import jp.madoguchi.platform.pagekit.SiteChrome;
import jp.madoguchi.platform.security.IdentityLogin;
import jp.madoguchi.platform.problem.Problem;
import jp.madoguchi.platform.security.StaffMember;
import jp.madoguchi.platform.security.TownSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The frame around every page of the back office; each person sees the ways into their own areas. */
@Component
class BackofficeChrome implements SiteChrome {

    /** A screen left alone for so long is locked. */
    private static final int IDLE_SECONDS = 600;

    private final String account;
    private final Areas areas;
    private final AtomicReference<@Nullable Site> site = new AtomicReference<>();

    BackofficeChrome(TownSettings town, Areas areas) {
        this.areas = areas;
        this.account = town.identity().forBrowsers("/account/staff");
    }

    @Override
    public Site site() {
        var city = City.inForce().name();
        var known = site.get();
        if (known == null || !known.city().equals(city)) {
            known = new Site(city, "業務システム", "/", IdentityLogin.START, IdentityLogin.SIGN_OUT, "", "", IDLE_SECONDS,
                    true);
            site.set(known);
        }
        return known;
    }

    @Override
    public @Nullable SignedIn show(@Nullable Principal principal) {
        var member = staff(principal);
        return member == null ? null : new SignedIn(member.name(), member.officeName());
    }

    @Override
    public List<NavItem> navigation(@Nullable Principal principal, String language) {
        var member = staff(principal);
        var items = new ArrayList<NavItem>();
        if (member == null) {
            return items;
        }
        items.addAll(areas.navigation(member::is));
        items.add(new NavItem("アカウント", account));
        return items;
    }

    @Override
    public List<NavItem> waysBack(Problem problem, String path, String language,
            @Nullable Principal principal) {
        var member = staff(principal);
        return member == null ? List.of() : areas.waysBack(problem, path, member::is);
    }

    private static @Nullable StaffMember staff(@Nullable Principal principal) {
        return principal instanceof Authentication known && known.getPrincipal() instanceof StaffMember member
                ? member
                : null;
    }
}
