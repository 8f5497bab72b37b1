package jp.madoguchi.platform.realm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member of staff may do. */
public enum Role {

    /** 審査担当 */
    CLERK("審査担当"),
    /** 決裁者 */
    APPROVER("決裁者"),
    /** 手続作成者 */
    DESIGNER("手続作成者"),
    /** 業務改革担当 */
    REFORM("業務改革"),
    /** 監査担当 */
    AUDITOR("監査"),
    /** 管理者 */
    ADMIN("管理者");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The role's name on screens. */
    public String label() {
        return label;
    }

    /** As the {@code roles} claim and the database write it, such as {@code clerk}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As Spring Security checks it, such as {@code ROLE_CLERK}. */
    public String authority() {
        return "ROLE_" + name();
    }

    /** The role of a code; empty if there is none. */
    public static Optional<Role> ofCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
