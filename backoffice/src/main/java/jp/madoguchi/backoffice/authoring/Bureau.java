package jp.madoguchi.backoffice.authoring;

import java.text.Normalizer;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.realm.Role;
import org.jspecify.annotations.Nullable;

/**
 * Whose procedures somebody may publish: a designer those of their own bureau, an administrator all. The bureau is that of the
 * sign-in and the one the definition names; taking a procedure over from another bureau needs the right on both sides.
 */
public final class Bureau {

    private Bureau() {}

    public static void mayWrite(Staff staff) {
        if (!staff.is(Role.DESIGNER) && !staff.is(Role.ADMIN)) {
            throw new Refusal.Forbidden("designers-only", "手続を公開できるのは、手続をつくる担当者と管理者だけです。");
        }
    }

    public static boolean owns(Staff staff, Procedure procedure) {
        return staff.is(Role.ADMIN)
                || staff.is(Role.DESIGNER) && plain(staff.officeName()).equals(plain(procedure.bureau()));
    }

    /** Why this person may not publish it; empty where they may. */
    static String whyNot(Staff staff, Procedure procedure, @Nullable Procedure published) {
        if (published != null && !owns(staff, published)) {
            return "「" + published.title().ja() + "」は" + published.bureau() + "の手続です。" + staff.officeName()
                    + "の担当者は公開できません。" + published.bureau() + "か管理者に頼むか、ファイルの id を新しいものにしてください。";
        }
        return owns(staff, procedure)
                ? ""
                : "ファイルの所管（bureau）は「" + procedure.bureau() + "」です。" + staff.officeName()
                        + "の担当者が公開できるのは、所管が「" + staff.officeName() + "」の手続だけです。";
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }
}
