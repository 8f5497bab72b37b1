package jp.madoguchi.identity.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jp.madoguchi.forms.japanese.MailAddress;
import jp.madoguchi.identity.account.Account.StaffPost;
import jp.madoguchi.identity.account.LoginName;
import jp.madoguchi.platform.csv.CsvText;
import jp.madoguchi.platform.csv.CsvText.Line;
import jp.madoguchi.platform.csv.UnreadableCsvException;
import jp.madoguchi.platform.realm.Role;

/**
 * The staff of the city as a CSV file: a head line, then one line each; several roles are separated by spaces.
 */
final class RosterFile {

    static final String HEAD = "staff_id,name,email,office,office_name,roles";

    private RosterFile() {}

    /** One line. */
    record Entry(LoginName login, String name, MailAddress mail, StaffPost post) {}

    /**
     * Reads the whole file or nothing.
     *
     * @throws IllegalArgumentException
     *             that names the line and what is wrong with it
     */
    static List<Entry> read(byte[] file) {
        List<Line> lines = lines(file);
        if (lines.isEmpty() || !HEAD.equals(String.join(",", fields(lines.getFirst())))) {
            throw new IllegalArgumentException("line 1 must be " + HEAD);
        }
        Map<String, Entry> entries = new TreeMap<>();
        for (Line line : lines.subList(1, lines.size())) {
            Entry entry = entry(fields(line), line.number());
            if (entries.put(entry.login().value(), entry) != null) {
                throw new IllegalArgumentException(
                        "line " + line.number() + ": staff_id " + entry.login() + " stands twice");
            }
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("no staff in it: that would lock everybody out");
        }
        return new ArrayList<>(entries.values());
    }

    private static List<Line> lines(byte[] file) {
        try {
            return CsvText.lines(CsvText.decode(file));
        } catch (UnreadableCsvException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
    }

    private static List<String> fields(Line line) {
        return line.cells().stream().map(String::strip).toList();
    }

    private static Entry entry(List<String> fields, int number) {
        if (fields.size() != 6) {
            throw new IllegalArgumentException("line " + number + " must have 6 fields: " + HEAD);
        }
        if (fields.subList(0, 5).stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("line " + number + ": only roles may be empty");
        }
        MailAddress mail = MailAddress.read(fields.get(2)).orElseThrow(
                () -> new IllegalArgumentException("line " + number + ": " + fields.get(2) + " is no mail address"));
        return new Entry(new LoginName(fields.get(0)), fields.get(1), mail,
                new StaffPost(fields.get(3), fields.get(4), roles(fields.get(5), number)));
    }

    private static List<Role> roles(String field, int number) {
        try {
            return Arrays.stream(field.split(" ")).filter(role -> !role.isBlank())
                    .map(code -> Role.ofCode(code.toLowerCase(Locale.ROOT)).orElseThrow(IllegalArgumentException::new))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ": roles are " + Arrays.toString(Role.values()), e);
        }
    }
}
