package jp.madoguchi.backoffice.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.exchange.LostMails;
import jp.madoguchi.exchange.PortalExchange;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.input.InputGuard;
import org.jspecify.annotations.Nullable;

/**
 * Which lost mails are to be sent once more, as it was typed.
 *
 * @param batch the chosen ones, each as {@link #written}
 * @param from the beginning of a time, as browsers send it ({@code 2026-11-27T09:00}); everything in it is chosen
 * @param until its end
 */
public record MailChoice(@Nullable List<String> batch, @Nullable String reason, @Nullable String from,
        @Nullable String until) {

    private static final int LONGEST_REASON = 400;

    /** How a form names it. */
    public static String written(LostMails.Batch batch) {
        return batch.hour() + " " + batch.domain() + " " + batch.error();
    }

    /** What is named so; empty for anything else. */
    static Optional<LostMails.Batch> read(String written) {
        var parts = written.split(" ", 3);
        try {
            return parts.length == 3
                    ? Optional.of(new LostMails.Batch(Instant.parse(parts[0]), parts[2], parts[1]))
                    : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    List<LostMails.Batch> batches() {
        return batch == null ? List.of() : batch.stream().flatMap(one -> read(one).stream()).distinct().toList();
    }

    public boolean has(LostMails lost) {
        var begin = at(from);
        var end = at(until);
        var hour = lost.batch().hour();
        return batches().contains(lost.batch()) || lost.resendable() > 0 && begin.isPresent() && end.isPresent()
                && !hour.plusSeconds(3599).isBefore(begin.get()) && hour.isBefore(end.get());
    }

    public String typed(String field) {
        var text = switch (field) {
            case "from" -> from;
            case "until" -> until;
            default -> reason == null ? null : InputGuard.cleaned(reason);
        };
        return text == null ? "" : text;
    }

    private static Optional<Instant> at(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(typed.strip()).atZone(BusinessCalendar.ZONE).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** What is wrong with the time, by field. */
    Map<String, String> wrongTime() {
        var wrong = new LinkedHashMap<String, String>();
        if (!typed("from").isBlank() && at(from).isEmpty()) {
            wrong.put("from", "はじめの日時を、年月日と時刻で入力してください。");
        }
        if (!typed("until").isBlank() && at(until).isEmpty()) {
            wrong.put("until", "終わりの日時を、年月日と時刻で入力してください。");
        }
        return wrong;
    }

    /** What is wrong with the order to send, by field. */
    Map<String, String> wrong() {
        var wrong = new LinkedHashMap<String, String>();
        var chosen = batches();
        if (chosen.isEmpty()) {
            wrong.put("batch", "送り直すメールを、一つ以上選んでください。");
        } else if (chosen.size() > PortalExchange.MOST_AT_ONCE) {
            wrong.put("batch", "一度に選べるのは" + PortalExchange.MOST_AT_ONCE + "件までです。");
        }
        var why = typed("reason");
        var trouble = InputGuard.trouble(why, "ja");
        if (why.isEmpty()) {
            wrong.put("reason", "送り直す理由を入力してください。記録に残ります。");
        } else if (why.codePointCount(0, why.length()) > LONGEST_REASON) {
            wrong.put("reason", "理由は" + LONGEST_REASON + "文字以内で入力してください。");
        } else if (!trouble.isEmpty()) {
            wrong.put("reason", trouble);
        }
        return wrong;
    }
}
