package jp.madoguchi.portal;

import java.security.Principal;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.japanese.NameKey;
import jp.madoguchi.platform.pagekit.Contacts;
import jp.madoguchi.platform.pagekit.NavItem;
import jp.madoguchi.platform.pagekit.SignedIn;
import jp.madoguchi.platform.pagekit.Site;
import jp.madoguchi.platform.pagekit.SiteChrome;
import jp.madoguchi.platform.password.PasswordWeakness;
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

    private final AtomicReference<@Nullable Shown> shown = new AtomicReference<>();

    /** The site of a city; made anew only when another city is in force. */
    private record Shown(City city, Site site) {

        static Shown of(City city) {
            var portal = city.portal();
            return new Shown(city,
                    new Site(city.name(), portal.name(), "/", IdentityLogin.START, IdentityLogin.SIGN_OUT, "/account",
                            portal.note()).helping(Contacts.of(city), "/about/").called("en",
                                    new Site.Names(city.nameEn(), portal.nameEn(), portal.noteEn())));
        }
    }

    PortalChrome() {
        // Words and tables are read now, where files may be opened, and not with the first page on an event loop.
        Wording.in("ja");
        NameKey.of("髙");
        PasswordWeakness.of("password");
    }

    @Override
    public Site site() {
        var city = City.inForce();
        var known = shown.get();
        if (known == null || known.city() != city) {
            known = Shown.of(city);
            shown.set(known);
        }
        return known.site();
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

    @Override
    public List<NavItem> waysBack(Problem problem, String path, String language, @Nullable Principal principal) {
        return WaysBack.of(problem, path, language, show(principal) != null);
    }
}
