package jp.madoguchi.forms.file;

import jp.madoguchi.forms.definition.ChildAllowance;
import jp.madoguchi.forms.definition.NoticeLine;
import jp.madoguchi.forms.definition.Notices;
import jp.madoguchi.forms.source.Part;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the wording of the notices.
 */
final class NoticesPart {

    private NoticesPart() {}

    static Notices read(Part part) {
        var notices = new Notices(part.need("issuer").text(), part.need("approved-title").text(),
                part.need("approved-body").text(), part.need("refused-title").text(), part.need("refused-body").text(),
                dismissed(part), part.list("lines", NoticesPart::line),
                part.maybe("child-allowance", NoticesPart::allowance));
        part.done();
        return notices;
    }

    private static Notices.@Nullable Letter dismissed(Part part) {
        return part.has("dismissed-title") || part.has("dismissed-body")
                ? new Notices.Letter(part.need("dismissed-title").text(), part.need("dismissed-body").text())
                : null;
    }

    private static ChildAllowance allowance(Part part) {
        part.like(
                "{children: children, birth: child-birth, supported: child-supported, since: event-date}");
        var allowance = new ChildAllowance(part.need("children").question(), part.need("birth").question(),
                part.need("supported").question(),
                part.need("since").question());
        part.done();
        return allowance;
    }

    private static NoticeLine line(Part part) {
        part.like("{label: 対象者, text: \"{質問の id}\"}");
        var line = new NoticeLine(part.need("label").text(), part.need("text").text(),
                part.maybe("for-each", Part::question));
        part.done();
        return line;
    }

    static void write(ObjectNode node, Notices notices) {
        var written = node.putObject("notices").put("issuer", notices.issuer())
                .put("approved-title", notices.approvedTitle()).put("approved-body", notices.approvedBody())
                .put("refused-title", notices.refusedTitle()).put("refused-body", notices.refusedBody());
        var dismissed = notices.dismissed();
        if (dismissed != null) {
            written.put("dismissed-title", dismissed.title()).put("dismissed-body", dismissed.body());
        }
        if (!notices.lines().isEmpty()) {
            var lines = written.putArray("lines");
            notices.lines().forEach(line -> {
                var each = lines.addObject().put("label", line.label()).put("text", line.text());
                var repeat = line.forEach();
                if (repeat != null) {
                    each.put("for-each", repeat.value());
                }
            });
        }
        var allowance = notices.childAllowance();
        if (allowance != null) {
            written.putObject("child-allowance").put("children", allowance.children().value())
                    .put("birth", allowance.birth().value())
                    .put("supported", allowance.supported().value()).put("since", allowance.since().value());
        }
    }
}
