package jp.madoguchi.backoffice.casework;

import org.jspecify.annotations.Nullable;

/** The case cannot take this action now. The message is for the person who tried it. */
public final class ActionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Why {
        /** Somebody else has the case, or changed it in the same moment. */
        TAKEN,
        /** The case is not in a state from which the action leads on. */
        STATE,
        /** This person must not: role, office, or having examined the case. */
        RIGHTS
    }

    private final Why why;
    private final @Nullable String holder;

    private ActionRefused(Why why, String message, @Nullable String holder) {
        super(message, null, false, false);
        this.why = why;
        this.holder = holder;
    }

    static ActionRefused taken(String holder) {
        return new ActionRefused(Why.TAKEN, "この案件は、いま " + holder + " さんが担当しています。", holder);
    }

    static ActionRefused state(String message) {
        return new ActionRefused(Why.STATE, message, null);
    }

    static ActionRefused rights(String message) {
        return new ActionRefused(Why.RIGHTS, message, null);
    }

    public Why why() {
        return why;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    /** Name of the person who has the case, where that is the reason. */
    public @Nullable String holder() {
        return holder;
    }
}
