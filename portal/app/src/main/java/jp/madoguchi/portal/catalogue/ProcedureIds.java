package jp.madoguchi.portal.catalogue;

import java.util.Optional;
import jp.madoguchi.forms.ProcedureId;

/**
 * Names of procedures as they come in by an address, where anything may stand. Behind the doors there are only ids.
 */
public final class ProcedureIds {

    private ProcedureIds() {}

    /** Empty where it is no id, so that the door answers as it does for a procedure nobody knows. */
    public static Optional<ProcedureId> parse(String addressed) {
        return ProcedureId.isValid(addressed) ? Optional.of(new ProcedureId(addressed)) : Optional.empty();
    }
}
