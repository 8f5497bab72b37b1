package jp.madoguchi.identity.account;

import jp.madoguchi.platform.realm.Role;
import jp.madoguchi.platform.realm.Realm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All accounts. */
@Component
public class Accounts {

    private static final String SELECT = """
            select id, realm, login, email, name, password_hash, credentials_changed_at, office, office_name, roles,
                   disabled_at is not null as disabled
              from account
            """;

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Account> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id").param("id", id).query(Accounts::account).optional();
    }

    public Optional<Account> find(Realm realm, LoginName login) {
        return jdbc.sql(SELECT + " where realm = :realm and login = :login").param("realm", realm.code())
                .param("login", login.value()).query(Accounts::account).optional();
    }

    /**
     * Opens a resident's account, unless the address already has one.
     *
     * @return the new account, or empty if there was one already
     */
    public Optional<Account> openForResident(LoginName login, String email, String name, String passwordHash,
            Instant now) {
        return jdbc.sql("""
                insert into account (realm, login, email, name, password_hash, credentials_changed_at, created_at)
                values ('resident', :login, :email, :name, :hash, :now, :now)
                on conflict (realm, login) do nothing
                """).param("login", login.value()).param("email", email).param("name", name).param("hash", passwordHash)
                .param("now", Timestamp.from(now)).update() == 0 ? Optional.empty() : find(Realm.RESIDENT, login);
    }

    /** Takes a member of staff over from the roster: opens the account or brings name, mail, office, roles up to date. */
    public void enrol(LoginName login, String email, String name, Account.StaffPost post, Instant now) {
        jdbc.sql("""
                insert into account (realm, login, email, name, office, office_name, roles, credentials_changed_at,
                                     created_at)
                values ('staff', :login, :email, :name, :office, :officeName, cast(:roles as text[]), :now, :now)
                on conflict (realm, login) do update
                   set email = excluded.email, name = excluded.name, office = excluded.office,
                       office_name = excluded.office_name, roles = excluded.roles, disabled_at = null
                """).param("login", login.value()).param("email", email).param("name", name)
                .param("office", post.office()).param("officeName", post.officeName())
                .param("roles", post.roles().stream().map(Role::code).toArray(String[]::new))
                .param("now", Timestamp.from(now)).update();
    }

    /**
     * Closes the accounts of all staff but these.
     *
     * @return how many were open until now
     */
    public int closeStaffExcept(Set<LoginName> logins, Instant now) {
        return jdbc.sql("""
                update account set disabled_at = :now
                 where realm = 'staff' and disabled_at is null and not login = any(cast(:logins as text[]))
                """).param("now", Timestamp.from(now))
                .param("logins", logins.stream().map(LoginName::value).toArray(String[]::new)).update();
    }

    /** Sets a new password; every log-in ends with it (in the database). */
    public void changePassword(UUID id, String passwordHash, Instant now) {
        jdbc.sql("update account set password_hash = :hash, credentials_changed_at = :now where id = :id")
                .param("hash", passwordHash).param("now", Timestamp.from(now)).param("id", id).update();
    }

    /** Closes an account for good; its log-ins end with it. */
    public void close(UUID id) {
        jdbc.sql("delete from account where id = :id").param("id", id).update();
    }

    /** Stores the same password under a newer hash; log-ins stay. */
    public void rehash(UUID id, String oldHash, String newHash) {
        jdbc.sql("update account set password_hash = :new where id = :id and password_hash = :old")
                .param("new", newHash).param("id", id).param("old", oldHash).update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        Realm realm = Realm.ofCode(row.getString("realm")).orElseThrow();
        return new Account(row.getObject("id", UUID.class), realm, new LoginName(row.getString("login")),
                row.getString("email"), row.getString("name"), row.getString("password_hash"),
                row.getTimestamp("credentials_changed_at").toInstant(), post(row), row.getBoolean("disabled"));
    }

    private static Account.@Nullable StaffPost post(ResultSet row) throws SQLException {
        String office = row.getString("office");
        if (office == null) {
            return null;
        }
        List<Role> roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .flatMap(code -> Role.ofCode(code).stream()).toList();
        return new Account.StaffPost(office, row.getString("office_name"), roles);
    }
}
