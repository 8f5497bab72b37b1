package jp.madoguchi.backoffice.office;

import java.util.Set;
import jp.madoguchi.platform.realm.Role;
import jp.madoguchi.platform.security.StaffMember;

/**
 * A member of staff at the screen, as the city's sign-in describes them; nothing about them is kept here. A controller method
 * takes one as an argument.
 *
 * @param id the sign-in's stable subject
 * @param login the name they sign in with
 * @param office code of their office
 */
public record Staff(String id, String login, String name, String office, String officeName, Set<Role> roles) {

    public Staff {
        if (id.isBlank() || office.isBlank()) {
            throw new IllegalArgumentException("staff without subject or office");
        }
        roles = Set.copyOf(roles);
    }

    public static Staff of(StaffMember member) {
        return new Staff(member.id().toString(), member.staffId(), member.name(), member.office(), member.officeName(),
                member.roles());
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isOf(String officeCode) {
        return office.equals(officeCode);
    }
}
