package jp.madoguchi.backoffice.office;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member of staff may be trusted with; one person may have several. */
public enum Role {
    /** 担当者: examines cases of the own office. */
    CLERK("担当"),
    /** 決裁者: decides what others examined. */
    APPROVER("決裁"),
    /** Builds procedures. */
    DESIGNER("手続設計"),
    /** 業務改革: reads figures, never cases. */
    REFORM("業務改革"),
    /** 監査: reads every case and every access, changes nothing. */
    AUDITOR("監査"),
    /** Keeps the system running; sees no case. */
    ADMIN("管理");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The role of a claim of the sign-in; empty for a role this application does not know. */
    public static Optional<Role> ofClaim(String claim) {
        return Arrays.stream(values()).filter(role -> role.name().toLowerCase(Locale.ROOT).equals(claim)).findFirst();
    }
}
