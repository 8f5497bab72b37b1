package jp.madoguchi.backoffice.casework.web;

import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.backoffice.casework.CaseAction;
import jp.madoguchi.backoffice.casework.Days;
import jp.madoguchi.backoffice.casework.FreeText;
import jp.madoguchi.backoffice.casework.Redactions;
import jp.madoguchi.platform.pagekit.Option;

/**
 * The page on which something is taken out of a record.
 *
 * @param staff who looks at it
 * @param target what was chosen last
 */
public record RedactionView(CaseView view, String staff, String target, String reason) {

    private static final int SHOWN = 60;

    public List<Redactions.Asked> open() {
        return view.file().redactions().open();
    }

    /** Whether this person may confirm it: not who asked. */
    public boolean mayConfirm(Redactions.Asked asked) {
        return view.offers(CaseAction.REDACT) && !asked.by().id().equals(staff);
    }

    public List<Option> targets() {
        return targets(view);
    }

    /** Everything people typed into this case: the answers as they are now, and the words of its events. */
    static List<Option> targets(CaseView view) {
        var options = new ArrayList<Option>();
        for (var section : view.material().reading().sections()) {
            for (var line : section.lines()) {
                if (line.files().isEmpty() && !line.value().isEmpty()) {
                    options.add(
                            Option.of("answer:" + line.path(), "回答：" + line.label() + "　" + shortened(line.value())));
                }
            }
        }
        for (var event : view.file().history()) {
            var texts = FreeText.of(event.what());
            if (!texts.isEmpty()) {
                options.add(Option.of("event:" + event.sequence(), Days.moment(event.at()) + "　"
                        + TimelineEntry.of(event).title() + "　" + shortened(String.join(" ", texts))));
            }
        }
        return options;
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
