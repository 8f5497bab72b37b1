package jp.madoguchi.identity.account;

import java.util.Locale;

/** What a member of staff may do. */
public enum Role {
    /** 審査担当 */
    CLERK,
    /** 決裁者 */
    APPROVER,
    /** 手続設計者 */
    DESIGNER,
    /** 業務改革担当 */
    REFORM,
    /** 監査担当 */
    AUDITOR,
    /** 管理者 */
    ADMIN;

    /** The role as claims and the database write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such role */
    public static Role ofCode(String code) {
        return valueOf(code.strip().toUpperCase(Locale.ROOT));
    }
}
