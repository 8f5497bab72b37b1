package jp.madoguchi.backoffice.office;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.madoguchi.platform.pagekit.NavItem;
import jp.madoguchi.platform.problem.Problem;
import jp.madoguchi.platform.realm.Role;
import org.springframework.stereotype.Component;

/** All areas of the back office, as their rooms declare them. */
@Component
public class Areas {

    private final List<Area> inNavigation;
    private final List<Area> byPath;

    Areas(List<Area> areas) {
        this.inNavigation = areas.stream().sorted(Comparator.comparingInt(Area::position)).toList();
        this.byPath = areas.stream().sorted(Comparator.comparingInt((Area area) -> area.path().length()).reversed())
                .toList();
    }

    /** Those within another before it. */
    public List<Area> byPath() {
        return byPath;
    }

    /** The area of an address; empty for what belongs to none, such as the first page. */
    public Optional<Area> of(String address) {
        return byPath.stream().filter(area -> area.holds(address)).findFirst();
    }

    /** @param has whether the person has a role */
    public List<NavItem> navigation(Predicate<Role> has) {
        return inNavigation.stream().filter(area -> area.shownTo().stream().anyMatch(has))
                .map(area -> new NavItem(area.label(), area.path())).toList();
    }

    /** Where this person's work is; empty for somebody without any role. */
    public Optional<String> first(Predicate<Role> has) {
        return inNavigation.stream().filter(area -> area.firstFor().stream().anyMatch(has)).map(Area::path)
                .findFirst();
    }

    /** Where a page that tells of a problem leads back to: only where this person gets in. */
    public List<NavItem> waysBack(Problem problem, String path, Predicate<Role> has) {
        return of(path).stream().flatMap(area -> area.waysBack().stream())
                .flatMap(way -> way.after(problem, path, has).stream())
                .filter(item -> of(item.href()).map(area -> area.admits(has)).orElse(true)).toList();
    }
}
