package jp.madoguchi.portal.interview.web;

import java.util.List;
import jp.madoguchi.forms.definition.FollowUp;
import jp.madoguchi.portal.carryover.CarriedView;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.interview.FollowUpView;
import org.jspecify.annotations.Nullable;

/** What has to be done after an interview. */
public record BundlePage(Draft draft, List<FollowUpView> list, @Nullable CarriedView carried) {

    /** How many are applied for online. */
    public long online() {
        return list.stream().filter(each -> each.followUp() instanceof FollowUp.Online).count();
    }

    public long done() {
        return list.stream().filter(each -> each.state() == FollowUpView.State.DONE).count();
    }
}
