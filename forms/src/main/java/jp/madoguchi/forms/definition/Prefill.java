package jp.madoguchi.forms.definition;

import jp.madoguchi.forms.QuestionId;

import org.jspecify.annotations.Nullable;

/**
 * What a question is filled in with when an application begins; the applicant sees it, is told of it and may change it.
 *
 * @param profile what the signed-in resident keeps, or null
 * @param bundle the question of the bundle's interview whose answer it takes, or null; goes before the profile
 */
public record Prefill(@Nullable ProfilePart profile, @Nullable QuestionId bundle) {
    public Prefill {
        if (profile == null && bundle == null) {
            throw new IllegalArgumentException("a prefill from nowhere");
        }
    }
}
