package jp.madoguchi.forms.definition;

import java.util.List;

/**
 * That a form is an interview: its answers are not handed in but lead to a list of what has to be done, and fill in what is
 * begun from there.
 *
 * @param followUps at least one, in the order in which to do them
 */
public record Bundle(List<FollowUp> followUps) {

    public Bundle {
        followUps = List.copyOf(followUps);
        if (followUps.isEmpty()) {
            throw new IllegalArgumentException("a bundle of nothing");
        }
    }
}
