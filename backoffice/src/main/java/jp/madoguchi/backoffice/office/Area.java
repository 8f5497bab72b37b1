package jp.madoguchi.backoffice.office;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.madoguchi.platform.realm.Role;

/**
 * A part of the back office that is entered by roles: one address with all below it. A room declares its own as a bean in its
 * {@code web} package; who gets in, the navigation, the first page after signing in and the ways back from a refusal follow from it
 * ({@link Areas}).
 *
 * @param position in the navigation, from the left
 * @param path such as {@code /queue}
 * @param label in the navigation
 * @param roles who gets in by any of them; everybody of the staff where there is none
 * @param shownTo in whose navigation it stands, some of the roles
 * @param firstFor whose first page it is
 * @param costly whether its pages read so much that they are made a few at a time
 * @param waysBack where a page that tells of a refusal leads back to, nearest first
 */
public record Area(int position, String path, String label, Set<Role> roles, Set<Role> shownTo, Set<Role> firstFor,
        boolean costly, List<WayBack> waysBack) {

    public Area {
        if (!path.matches("(/[a-z-]+)+")) {
            throw new IllegalArgumentException("not the address of an area: " + path);
        }
        roles = Set.copyOf(roles);
        shownTo = Set.copyOf(shownTo);
        firstFor = Set.copyOf(firstFor);
        waysBack = List.copyOf(waysBack);
    }

    /** One that stands in the navigation of all who may enter. */
    public static Area of(int position, String path, String label, Role... roles) {
        return new Area(position, path, label, set(roles), set(roles), Set.of(), false, List.of());
    }

    /** One to which no navigation leads. */
    public static Area unlisted(String path, Role... roles) {
        return new Area(Integer.MAX_VALUE, path, "", set(roles), Set.of(), Set.of(), false, List.of());
    }

    public Area shownOnlyTo(Role... some) {
        return new Area(position, path, label, roles, set(some), firstFor, costly, waysBack);
    }

    public Area firstFor(Role... some) {
        return new Area(position, path, label, roles, shownTo, set(some), costly, waysBack);
    }

    public Area makingCostlyPages() {
        return new Area(position, path, label, roles, shownTo, firstFor, true, waysBack);
    }

    public Area leadingBack(WayBack... ways) {
        return new Area(position, path, label, roles, shownTo, firstFor, costly, List.of(ways));
    }

    private static Set<Role> set(Role... roles) {
        return Arrays.stream(roles).collect(Collectors.toUnmodifiableSet());
    }

    /** @param has whether the person has a role */
    boolean admits(Predicate<Role> has) {
        return roles.isEmpty() || roles.stream().anyMatch(has);
    }

    boolean holds(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }
}
