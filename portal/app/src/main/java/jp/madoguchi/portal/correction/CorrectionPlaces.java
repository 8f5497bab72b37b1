package jp.madoguchi.portal.correction;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.reading.ReadingView;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.Draft;

/**
 * Where what a correction asks for stands in the form.
 */
final class CorrectionPlaces {

    private CorrectionPlaces() {}

    /** The answer a path leads to, named with its row, and where it stands in the form. */
    static ErrorLink of(Draft draft, String field) {
        for (var section : ReadingView.of(draft.procedure(), draft.answers(), draft.language()).sections()) {
            for (var line : section.lines()) {
                if (line.path().toString().equals(field)) {
                    return new ErrorLink(section.level() > 1 ? section.title() + "：" + line.label() : line.label(),
                            Addresses.page(draft.id(), section.page()) + "?after=review#" + Addresses.place(field));
                }
            }
        }
        try {
            return new ErrorLink(draft.procedure().item(FieldPath.parse(field).question())
                    .map(item -> item.label().in(draft.language())).orElse(field), "");
        } catch (IllegalArgumentException notPath) {
            return new ErrorLink(field, "");
        }
    }
}
