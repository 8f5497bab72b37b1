package jp.madoguchi.identity.account;

import jp.madoguchi.platform.realm.Role;
import jp.madoguchi.platform.realm.Realm;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person at one counter.
 *
 * @param passwordHash
 *            null as long as a member of staff has never set a password
 * @param credentialsChangedAt
 *            when the password was last set; a change ends all log-ins
 * @param post
 *            where a member of staff works; null for residents
 */
public record Account(UUID id, Realm realm, LoginName login, String email, String name, @Nullable String passwordHash,
        Instant credentialsChangedAt, @Nullable StaffPost post, boolean disabled) {

    /** An office and the roles someone has there. */
    public record StaffPost(String office, String officeName, List<Role> roles) {
        public StaffPost {
            roles = List.copyOf(roles);
        }
    }

    @Override
    public String toString() {
        return "Account[" + id + ", " + realm + "]";
    }
}
