package jp.madoguchi.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks for something in every row of every table there is. */
public final class WholeDatabase {

    private WholeDatabase() {}

    /**
     * The tables of this login in which a text stands anywhere.
     *
     * @param text without special characters of {@code like}
     */
    public static List<String> tablesWith(Login login, String text) {
        try (var connection = login.connect()) {
            var found = new ArrayList<String>();
            for (var table : tables(connection)) {
                try (var query = connection
                        .prepareStatement("select exists (select 1 from " + table + " as t where t::text like ?)")) {
                    query.setString(1, "%" + text + "%");
                    try (var rows = query.executeQuery()) {
                        rows.next();
                        if (rows.getBoolean(1)) {
                            found.add(table);
                        }
                    }
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var rows = query.executeQuery(
                        """
                                select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                                """)) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }
}
