package jp.madoguchi.backoffice.authoring;

import java.util.List;

import jp.madoguchi.forms.publishing.DraftEffects.Effect;

/**
 * The applications that residents are filling in while a new version is published.
 *
 * @param known whether the portal could be asked
 * @param drafts how many
 * @param effects what becomes of their answers; empty where all stay as they are
 */
public record UnderWay(boolean known, long drafts, List<Effect> effects) {

    static final UnderWay NONE = new UnderWay(true, 0, List.of());
    static final UnderWay UNKNOWN = new UnderWay(false, 0, List.of());
    /** What tells of fewer is not told. */
    private static final int FEW = 10;

    public UnderWay {
        effects = List.copyOf(effects);
    }

    public boolean isNothing() {
        return known && drafts == 0;
    }

    /** 「1,204件」; few are not counted out. */
    public String count() {
        return drafts < FEW ? FEW + "件未満" : "%,d件".formatted(drafts);
    }
}
