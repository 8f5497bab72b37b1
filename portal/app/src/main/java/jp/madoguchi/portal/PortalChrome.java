package jp.madoguchi.portal;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import jp.madoguchi.platform.pagekit.Contacts;
import jp.madoguchi.platform.pagekit.NavItem;
import jp.madoguchi.platform.pagekit.SignedIn;
import jp.madoguchi.platform.pagekit.Site;
import jp.madoguchi.platform.pagekit.SiteChrome;
import jp.madoguchi.platform.problem.Problem;
import jp.madoguchi.platform.security.IdentityLogin;
import jp.madoguchi.platform.security.Resident;
import jp.madoguchi.portal.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** What every page of the portal shows around its content. */
@Component
class PortalChrome implements SiteChrome {

    private static final Pattern APPLICATION = Pattern
            .compile("(/(?:applications|tracking)/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/.+");
    private static final Set<Integer> WITH_A_WAY_BACK = Set.of(409, 413, 415, 422, 429, 503);

    private final Site site;

    PortalChrome(CitySettings city, Contacts contacts) {
        // The words are read now, where files may be opened, and not with the first page on an event loop.
        Wording.in("ja");
        this.site = new Site(city.name(), city.portalName(), "/", IdentityLogin.START, IdentityLogin.SIGN_OUT,
                "/account",
                city.note()).helping(contacts, "/about/")
                .called("en", new Site.Names(city.nameEn(), city.portalNameEn(), city.noteEn()));
    }

    @Override
    public Site site() {
        return site;
    }

    @Override
    public @Nullable SignedIn show(@Nullable Principal principal) {
        return principal instanceof Authentication login && login.getPrincipal() instanceof Resident resident
                ? new SignedIn(resident.name(), null)
                : null;
    }

    @Override
    public List<NavItem> navigation(@Nullable Principal principal, String language) {
        var wording = Wording.in(language);
        return List.of(new NavItem(wording.text("list.title"), "/procedures"),
                new NavItem(wording.text("nav.tracking"), "/tracking"));
    }

    /** To the application one was at, where there is one that this person may see: what is refused to others says nothing. */
    @Override
    public List<NavItem> waysBack(Problem problem, String path, String language, @Nullable Principal principal) {
        var application = APPLICATION.matcher(path);
        return application.matches() && WITH_A_WAY_BACK.contains(problem.status())
                ? List.of(new NavItem(Wording.in(language).text("problem.back"), application.group(1)))
                : List.of();
    }
}
