package jp.madoguchi.portal.catalogue;

import jp.madoguchi.platform.problem.Refusal;

/**
 * What the back office is told of a procedure of which no version is published here.
 */
public final class Unpublished {

    private Unpublished() {}

    public static Refusal refusal() {
        return new Refusal.NotFound("no-such-procedure", "この手続は公開されていません。");
    }
}
