package jp.madoguchi.forms.file;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.definition.Channel;
import jp.madoguchi.forms.definition.Due;
import jp.madoguchi.forms.definition.Intake;
import jp.madoguchi.forms.definition.OpenPeriod;
import jp.madoguchi.forms.source.Part;
import jp.madoguchi.forms.source.LocalizedJson;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes when and how applications come in.
 */
final class IntakePart {

    private static final String MOMENT = "暦にある年月日（例：2026-04-01）か、年月日と時刻（例：2026-04-01T09:00）で書いてください。";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private IntakePart() {}

    /** @param part the procedure itself: the keys stand among its own */
    static Intake read(Part part) {
        var intake = new Intake(part.maybe("open-period", IntakePart::period),
                part.list("channels", each -> each.choice(Channel.class)), part.list("deadlines", IntakePart::due),
                part.list("once-per", each -> each.name(QuestionId::isValid, QuestionId::new)));
        var ids = new HashSet<String>();
        intake.due().forEach(due -> {
            if (!ids.add(due.id())) {
                part.wrong("deadlines に id「" + due.id() + "」が二つあります。どちらかを別の id にしてください。");
            }
        });
        if (new HashSet<>(intake.oncePer()).size() < intake.oncePer().size()) {
            part.need("once-per").wrong("同じ質問が二度書かれています。一つにしてください。");
        }
        return intake;
    }

    private static @Nullable OpenPeriod period(Part part) {
        part.like("{from: 2026-04-01, until: 2026-09-30}");
        var from = part.maybe("from", each -> moment(each, false));
        var until = part.maybe("until", each -> moment(each, true));
        if (part.isMapping() && part.find("from") == null && part.find("until") == null) {
            part.wrong("受付期間には、from（始まり）か until（終わり）を書いてください。期間を限らないときは、open-period をまるごと消してください。");
        }
        part.done();
        return from != null && until != null && !from.isBefore(until) ? ended(part) : new OpenPeriod(from, until);
    }

    private static @Nullable OpenPeriod ended(Part part) {
        part.wrong("受付期間の終わり（until）が始まり（from）より前です。日付を直してください。");
        return null;
    }

    /** A day means its beginning, or, where the period ends, its end. */
    private static @Nullable LocalDateTime moment(Part part, boolean end) {
        var text = part.text();
        if (text.length() == 10) {
            var day = part.guarded(() -> LocalDate.parse(text), MOMENT);
            return day == null ? null : end ? day.plusDays(1).atStartOfDay() : day.atStartOfDay();
        }
        return part.isThere() ? part.guarded(() -> LocalDateTime.parse(text, MINUTE), MOMENT) : null;
    }

    private static Due due(Part part) {
        part.like("{id: notify, from: {answer: 日付の質問の id}, days: 14}");
        int named = 0;
        int length = 1;
        var unit = Due.Unit.DAYS;
        for (var each : Due.Unit.values()) {
            var found = part.find(Part.printed(each));
            if (found != null) {
                named++;
                length = found.between(1, each == Due.Unit.YEARS ? 100 : 3_650);
                unit = each;
            }
        }
        if (named != 1 && part.isMapping()) {
            part.wrong("期限の長さを、days、business-days、months、years のうち一つだけで書いてください（例：「days: 14」）。");
        }
        var due = new Due(part.need("id").name(QuestionId::isValid, id -> id),
                part.or("label", Due.USUAL_LABEL, Part::localized),
                ConditionPart.term(part.need("from")), length, unit, part.or("before", false, Part::truth),
                part.or("when", Condition.ALWAYS, ConditionPart::read),
                part.or("late", Due.USUAL_LATE, Part::localized), part.or("last-row", false, Part::truth));
        part.done();
        return due;
    }

    static void write(ObjectNode node, Intake intake) {
        var open = intake.open();
        if (open != null) {
            var period = node.putObject("open-period");
            if (open.from() != null) {
                period.put("from", printed(open.from(), false));
            }
            if (open.until() != null) {
                period.put("until", printed(open.until(), true));
            }
        }
        if (!intake.channels().isEmpty()) {
            var channels = node.putArray("channels");
            intake.channels().forEach(channel -> channels.add(Part.printed(channel)));
        }
        if (!intake.due().isEmpty()) {
            var list = node.putArray("deadlines");
            intake.due().forEach(due -> {
                var each = list.addObject().put("id", due.id());
                if (!due.label().equals(Due.USUAL_LABEL)) {
                    LocalizedJson.put(each, "label", due.label());
                }
                each.set("from", ConditionJson.write(due.from()));
                each.put(Part.printed(due.unit()), due.length());
                if (due.before()) {
                    each.put("before", true);
                }
                if (due.lastRow()) {
                    each.put("last-row", true);
                }
                if (!due.when().equals(Condition.ALWAYS)) {
                    each.set("when", ConditionJson.write(due.when()));
                }
                if (!due.late().equals(Due.USUAL_LATE)) {
                    LocalizedJson.put(each, "late", due.late());
                }
            });
        }
        if (!intake.oncePer().isEmpty()) {
            var once = node.putArray("once-per");
            intake.oncePer().forEach(question -> once.add(question.value()));
        }
    }

    private static String printed(LocalDateTime moment, boolean end) {
        if (!moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return MINUTE.format(moment);
        }
        return (end ? moment.minusDays(1) : moment).toLocalDate().toString();
    }
}
