package jp.madoguchi.backoffice;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.madoguchi.platform.pagekit.NavItem;
import jp.madoguchi.platform.pagekit.SignedIn;
import jp.madoguchi.platform.pagekit.Site;
import jp.madoguchi.platform.pagekit.SiteChrome;
import jp.madoguchi.platform.security.IdentityLogin;
import jp.madoguchi.platform.problem.Problem;
import jp.madoguchi.platform.realm.Role;
import jp.madoguchi.platform.security.StaffMember;
import jp.madoguchi.platform.security.TownSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The frame around every page of the back office; each person sees the ways into their own rooms. */
@Component
class BackofficeChrome implements SiteChrome {

    /** A screen left alone for so long is locked. */
    private static final int IDLE_SECONDS = 600;

    private static final Pattern CASE = Pattern.compile("(/cases/[0-9a-f-]{36})/.+");

    private final Site site;
    private final String account;

    BackofficeChrome(@Value("${madoguchi.city.name:まどぐち市}") String city, TownSettings town) {
        this.account = town.identity().forBrowsers("/account/staff");
        this.site = new Site(city, "業務システム", "/", IdentityLogin.START, IdentityLogin.SIGN_OUT, "", "", IDLE_SECONDS,
                true);
    }

    @Override
    public Site site() {
        return site;
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
        if (member.is(Role.CLERK) || member.is(Role.APPROVER)) {
            items.add(new NavItem("案件", "/queue"));
            items.add(new NavItem("郵送", "/posting"));
        }
        if (member.is(Role.DESIGNER) || member.is(Role.ADMIN)) {
            items.add(new NavItem("手続", "/procedures"));
        }
        if (member.is(Role.REFORM) || member.is(Role.APPROVER) || member.is(Role.DESIGNER)) {
            items.add(new NavItem("分析", "/insight"));
        }
        if (member.is(Role.REFORM)) {
            items.add(new NavItem("業務改革", "/reform"));
        }
        if (member.is(Role.AUDITOR)) {
            items.add(new NavItem("監査", "/audit"));
            items.add(new NavItem("案件をさがす", "/search"));
        }
        if (member.is(Role.ADMIN)) {
            items.add(new NavItem("連携", "/intake"));
        }
        items.add(new NavItem("アカウント", account));
        return items;
    }

    /** To the case, where there is one that can be seen, and to the list one came from. */
    @Override
    public List<NavItem> waysBack(Problem problem, String path, String language,
            @Nullable Principal principal) {
        var member = staff(principal);
        var ways = new ArrayList<NavItem>();
        if (member == null || !path.startsWith("/cases/") && !path.startsWith("/queue/")) {
            return ways;
        }
        var aCase = CASE.matcher(path);
        if (aCase.matches() && !problem.code().equals("case-not-found") && problem.status() != 403) {
            ways.add(new NavItem("案件に戻る", aCase.group(1)));
        }
        if (member.is(Role.CLERK) || member.is(Role.APPROVER)) {
            ways.add(new NavItem("案件の一覧に戻る", "/queue/back"));
        }
        if (member.is(Role.CLERK) || member.is(Role.APPROVER) || member.is(Role.AUDITOR)) {
            ways.add(new NavItem("案件をさがす", "/search"));
        }
        return ways;
    }

    private static @Nullable StaffMember staff(@Nullable Principal principal) {
        return principal instanceof Authentication known && known.getPrincipal() instanceof StaffMember member
                ? member
                : null;
    }
}
