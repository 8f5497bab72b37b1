package jp.madoguchi.backoffice.casework;

import jp.madoguchi.backoffice.office.Staff;

/**
 * Who did something to a case. Names are written down as they were then, because people move on.
 *
 * @param id subject of the sign-in for staff; {@code applicant} or {@code system} otherwise
 * @param office display name of the office, empty for all but staff
 */
public record Actor(Kind kind, String id, String name, String office) {

    /** The applicant, of whom events name nothing more: the case file says who it is. */
    public static final Actor APPLICANT = new Actor(Kind.APPLICANT, "applicant", "申請者", "");
    /** The programme itself, for what happens because time passes. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "system", "システム", "");

    /** What kind of actor. */
    public enum Kind {
        STAFF, APPLICANT, SYSTEM
    }

    public static Actor of(Staff staff) {
        return new Actor(Kind.STAFF, staff.id(), staff.name(), staff.officeName());
    }
}
