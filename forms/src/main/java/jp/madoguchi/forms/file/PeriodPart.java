package jp.madoguchi.forms.file;

import jp.madoguchi.forms.definition.StandardPeriod;
import jp.madoguchi.forms.definition.StatutoryPeriod;
import jp.madoguchi.forms.source.Part;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes how long the city takes.
 */
final class PeriodPart {

    private static final int LONGEST = 400;

    private PeriodPart() {}

    static StandardPeriod read(Part part) {
        part.like("{business-days: 10}");
        boolean business = part.has("business-days");
        boolean calendar = part.has("days");
        if (business && calendar) {
            part.wrong("標準処理期間は、business-days（開庁日）か days（暦日）のどちらか一つだけで書いてください（例：「business-days: 10」）。");
        }
        var length = calendar && !business ? part.need("days") : part.need("business-days");
        if (business && calendar) {
            part.find("days");
        }
        var period = new StandardPeriod(length.between(1, LONGEST),
                calendar && !business ? StandardPeriod.Unit.DAYS : StandardPeriod.Unit.BUSINESS_DAYS,
                part.or("sample", false, Part::truth), part.maybe("statutory", PeriodPart::statutory));
        part.done();
        return period;
    }

    private static StatutoryPeriod statutory(Part part) {
        part.like("{days: 30, law: \"…法第1条\"}");
        var period = new StatutoryPeriod(part.need("days").between(1, LONGEST), part.need("law").text(),
                part.or("pauses", false, Part::truth), part.maybe("extension", PeriodPart::extension),
                part.maybe("deemed-refusal", PeriodPart::deemed));
        part.done();
        return period;
    }

    private static StatutoryPeriod.Extension extension(Part part) {
        part.like("{longest: 30, law: \"…法第1条\"}");
        var extension = new StatutoryPeriod.Extension(days(part, "longest"), part.need("law").text());
        part.done();
        return extension;
    }

    private static StatutoryPeriod.DeemedRefusal deemed(Part part) {
        part.like("{after: 30, law: \"…法第1条\"}");
        var deemed = new StatutoryPeriod.DeemedRefusal(days(part, "after"), part.need("law").text());
        part.done();
        return deemed;
    }

    private static @Nullable Integer days(Part part, String key) {
        return part.maybe(key, each -> each.between(1, LONGEST));
    }

    static void write(ObjectNode node, StandardPeriod period) {
        var written = node.putObject("standard-period").put(Part.printed(period.unit()), period.length());
        if (period.sample()) {
            written.put("sample", true);
        }
        var statutory = period.statutory();
        if (statutory == null) {
            return;
        }
        var law = written.putObject("statutory").put("days", statutory.days()).put("law", statutory.law());
        if (statutory.pauses()) {
            law.put("pauses", true);
        }
        var extension = statutory.extension();
        if (extension != null) {
            var extended = law.putObject("extension");
            put(extended, "longest", extension.longest());
            extended.put("law", extension.law());
        }
        var deemed = statutory.deemedRefusal();
        if (deemed != null) {
            var refused = law.putObject("deemed-refusal");
            put(refused, "after", deemed.after());
            refused.put("law", deemed.law());
        }
    }

    private static void put(ObjectNode node, String key, @Nullable Integer days) {
        if (days != null) {
            node.put(key, days.intValue());
        }
    }
}
