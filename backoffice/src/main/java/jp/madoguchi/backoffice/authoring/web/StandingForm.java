package jp.madoguchi.backoffice.authoring.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.backoffice.authoring.Standing;
import jp.madoguchi.platform.input.InputGuard;
import jp.madoguchi.exchange.ProcedureStanding;
import jp.madoguchi.exchange.ProcedureStanding.State;
import org.jspecify.annotations.Nullable;

/**
 * The form that pauses a procedure, withdraws it or takes it again, exactly as it was typed.
 *
 * @param until and
 * @param finishBy as browsers post days: {@code 2026-12-01}; empty for none
 * @param revision of what was shown
 */
public record StandingForm(@Nullable String state, @Nullable String reason, @Nullable String reasonEn,
        @Nullable String until, @Nullable String finishBy, int revision) {

    static StandingForm of(Standing standing) {
        return new StandingForm(standing.state().name(), standing.reason(), standing.reasonEn(),
                text(standing.until()), text(standing.finishBy()), standing.revision());
    }

    /** The same, from what is there by now. */
    StandingForm after(Standing standing) {
        return new StandingForm(state, reason, reasonEn, until, finishBy, standing.revision());
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** What was typed into a field; empty for nothing. */
    public String typed(String field) {
        var text = switch (field) {
            case "state" -> state;
            case "reason" -> reason;
            case "reasonEn" -> reasonEn;
            case "until" -> until;
            default -> finishBy;
        };
        return text == null ? "" : text;
    }

    /** @param standing null where something is wrong */
    record Read(@Nullable Standing standing, Map<String, String> errors) {}

    Read read(LocalDate today) {
        var errors = new LinkedHashMap<String, String>();
        for (var field : List.of("reason", "reasonEn")) {
            var trouble = InputGuard.trouble(typed(field), "ja");
            if (!trouble.isEmpty()) {
                errors.put(field, trouble);
            }
        }
        if (!errors.isEmpty()) {
            return new Read(null, errors);
        }
        var chosen = chosen();
        if (chosen == null) {
            errors.put("state", "受付の状態を選んでください。");
            return new Read(null, errors);
        }
        if (chosen == State.OPEN) {
            return new Read(new Standing(State.OPEN, "", "", null, null, revision), errors);
        }
        var why = typed("reason").strip();
        if (why.isEmpty()) {
            errors.put("reason", "市民に示す理由を入力してください。");
        }
        tooLong("reason", errors);
        tooLong("reasonEn", errors);
        var back = chosen == State.PAUSED ? day("until", errors) : null;
        if (back != null && !back.isAfter(today)) {
            errors.put("until", "再開の予定日は、明日からの日付にしてください。");
        }
        var last = day("finishBy", errors);
        if (last != null && last.isBefore(today)) {
            errors.put("finishBy", "提出できる最後の日は、今日からの日付にしてください。");
        }
        return errors.isEmpty()
                ? new Read(new Standing(chosen, why, typed("reasonEn").strip(), back, last, revision), errors)
                : new Read(null, errors);
    }

    private @Nullable State chosen() {
        for (var each : State.values()) {
            if (each.name().equals(state)) {
                return each;
            }
        }
        return null;
    }

    private void tooLong(String field, Map<String, String> errors) {
        var text = typed(field).strip();
        if (text.codePointCount(0, text.length()) > ProcedureStanding.LONGEST_REASON) {
            errors.put(field, ProcedureStanding.LONGEST_REASON + "文字までで入力してください。");
        } else if (text.indexOf(0) >= 0) {
            errors.put(field, "使えない文字が入っています。");
        }
    }

    private @Nullable LocalDate day(String field, Map<String, String> errors) {
        var text = typed(field).strip();
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            errors.put(field, "日付を選ぶか、「2026-12-01」のように入力してください。");
            return null;
        }
    }
}
