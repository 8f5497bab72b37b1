package jp.madoguchi.forms.catalogue;

import java.util.List;

import jp.madoguchi.forms.definition.Procedure;

/**
 * The procedures that come with the house, as samples: their figures are for the city to replace.
 */
public final class SampleCatalogue {

    private SampleCatalogue() {}

    public static List<Procedure> procedures() {
        throw new UnsupportedOperationException();
    }
}
