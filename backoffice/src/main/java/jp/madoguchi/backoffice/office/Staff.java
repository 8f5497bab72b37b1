package jp.madoguchi.backoffice.office;

import java.util.Set;

/**
 * A member of staff at the screen, as the city's sign-in describes them; nothing about them is kept here.
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

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isOf(String officeCode) {
        return office.equals(officeCode);
    }
}
