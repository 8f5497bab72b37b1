package jp.madoguchi.portal.draft;

import java.util.UUID;

/**
 * What a draft is filled in for. How it is completed, its room knows: see {@link DraftCompletion}.
 */
public sealed interface DraftPurpose {

    /** An application, which is handed in to the city. */
    record Application() implements DraftPurpose {}

    /** Questions whose answers tell what has to be applied for; kept, and never handed in. */
    record Interview() implements DraftPurpose {}

    /**
     * A part of somebody else's application.
     *
     * @param delegation in which its filler was asked for it
     */
    record DelegatedPart(UUID delegation) implements DraftPurpose {}

    /**
     * A correction (補正) of what was handed in.
     *
     * @param submission that is corrected
     * @param request that it answers
     */
    record Correction(UUID submission, UUID request) implements DraftPurpose {}

    /** Whether it was begun by the applicant's own wish, who may as well throw it away; else somebody asked for it and takes it at any time. */
    default boolean isOwn() {
        return switch (this) {
            case Application _,Interview _ -> true;
            case DelegatedPart _,Correction _ -> false;
        };
    }

    /** Whether it counts among the figures of how long filling in takes: changing what is there already is not filling in. */
    default boolean isMeasured() {
        return !(this instanceof Correction);
    }
}
