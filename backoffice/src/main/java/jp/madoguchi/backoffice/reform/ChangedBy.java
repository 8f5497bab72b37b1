package jp.madoguchi.backoffice.reform;

import jp.madoguchi.backoffice.office.Staff;

/**
 * Who changed an entry of the register.
 *
 * @param staff as the log-in knows them; empty where nobody in person did it, or it was not written down
 * @param name as it was then
 */
public record ChangedBy(String staff, String name) {

    public static ChangedBy of(Staff staff) {
        return new ChangedBy(staff.id(), staff.name());
    }

    /** As the reader knows them, in Japanese, as the subject of a sentence. */
    public String to(Staff reader) {
        return reader.id().equals(staff) ? "あなたがほかの画面で" : name + " さんが";
    }
}
