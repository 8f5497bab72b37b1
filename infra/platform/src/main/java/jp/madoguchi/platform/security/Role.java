package jp.madoguchi.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member of staff may do. */
public enum Role {

    CLERK("審査担当"), APPROVER("決裁者"), DESIGNER("手続作成者"), REFORM("業務改革"), AUDITOR("監査"), ADMIN("管理者");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The role's name on screens. */
    public String label() {
        return label;
    }

    /** As it stands in the {@code roles} claim, such as {@code clerk}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As Spring Security checks it, such as {@code ROLE_CLERK}. */
    public String authority() {
        return "ROLE_" + name();
    }

    static Optional<Role> ofClaim(String claim) {
        return Arrays.stream(values()).filter(role -> role.claim().equals(claim)).findFirst();
    }
}
