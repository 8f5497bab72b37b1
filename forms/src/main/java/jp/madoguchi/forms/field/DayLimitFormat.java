package jp.madoguchi.forms.field;

import java.time.Period;

import jp.madoguchi.forms.definition.DateLimit;
import jp.madoguchi.forms.source.Part;

import tools.jackson.databind.node.ObjectNode;

/** The first or last day that may be answered, as a definition file has it. */
final class DayLimitFormat {

    private static final String DAY = "暦にある年月日（例：2026-04-01）、today（記入する日）、"
            + "または記入する日からの期間（-P14D は14日前、P10M は10か月後）で書いてください。";

    static final Shape<DateLimit> SHAPE = new Shape<>(DayLimitFormat::read, node -> node.put("type", "string")
            .put("pattern", "^(today|-?P([+-]?[0-9]+[YMWD])+|[0-9]{4}-[0-9]{2}-[0-9]{2})$"));

    private DayLimitFormat() {}

    private static DateLimit read(Part part) {
        if (part.isMapping()) {
            part.wrong("ここに条件や、ほかの質問の答えは書けません。" + DAY + "ほかの答えと比べるには、rules に書きます。");
            return new DateLimit.Open();
        }
        var text = part.text();
        if (text.equals("today")) {
            return new DateLimit.FromToday(Period.ZERO);
        }
        return text.startsWith("P") || text.startsWith("-P")
                ? new DateLimit.FromToday(part.period())
                : new DateLimit.Fixed(part.date(DAY));
    }

    static void write(ObjectNode limits, String key, DateLimit limit) {
        switch (limit) {
            case DateLimit.Open _ -> {
            }
            case DateLimit.Fixed(var date) -> limits.put(key, date.toString());
            case DateLimit.FromToday(var period) -> limits.put(key, period.isZero() ? "today" : period.toString());
        }
    }
}
