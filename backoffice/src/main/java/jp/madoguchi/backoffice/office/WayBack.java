package jp.madoguchi.backoffice.office;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.madoguchi.platform.pagekit.NavItem;
import jp.madoguchi.platform.problem.Problem;
import jp.madoguchi.platform.realm.Role;

/**
 * Where a page that tells of a refusal leads back to.
 *
 * @param from the addresses from which it leads
 * @param to where to; {@code $1} stands for the first group of {@code from}
 * @param missing codes of the refusals that say that there is no such thing to go back to
 * @param toList whether it leads to a list, which is there whatever became of the thing
 * @param roles for whom; everybody where there is none
 */
public record WayBack(Pattern from, String to, String label, Set<String> missing, boolean toList, Set<Role> roles) {

    private static final Pattern ANYWHERE = Pattern.compile(".*");
    private static final int FORBIDDEN = 403;

    /** To the thing that was asked about, unless it is not there or not for this person. */
    public static WayBack toThing(String from, String to, String label, String... missing) {
        return new WayBack(Pattern.compile(from), to, label, Set.of(missing), false, Set.of());
    }

    /** To a list, from everywhere in the area. */
    public static WayBack toList(String to, String label, Role... roles) {
        return new WayBack(ANYWHERE, to, label, Set.of(), true,
                Arrays.stream(roles).collect(Collectors.toUnmodifiableSet()));
    }

    Optional<NavItem> after(Problem problem, String path, Predicate<Role> has) {
        var asked = from.matcher(path);
        boolean leads = asked.matches()
                && (toList || problem.status() != FORBIDDEN && !missing.contains(problem.code()))
                && (roles.isEmpty() || roles.stream().anyMatch(has));
        return leads ? Optional.of(new NavItem(label, asked.replaceFirst(to))) : Optional.empty();
    }
}
