package jp.madoguchi.portal.wording;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Locale;
import jp.madoguchi.exchange.ApplicationUpdate.Outcome;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.condition.Term;
import jp.madoguchi.forms.definition.Fee;
import jp.madoguchi.forms.definition.StandardPeriod;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.calendar.EraDate;
import jp.madoguchi.platform.text.TextBundle;
import org.jspecify.annotations.Nullable;

/**
 * Words, dates and figures as a page of one language prints them.
 *
 * @param language of the page; what is not translated appears in Japanese
 */
public record Wording(Language language) {

    private static final TextBundle TEXTS = TextBundle.beside(Wording.class, "words");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    public static Wording in(String tag) {
        return new Wording(Language.ofTag(tag).orElse(Language.JA));
    }

    /** @param key of the bundle {@code words}; a missing one is a mistake found by the first test */
    public String text(String key, Object... args) {
        return TEXTS.in(language.tag(), key, args);
    }

    public String text(Localized text) {
        return text.in(language);
    }

    /** The language of the text where it is not the page's own, for the {@code lang} attribute; null otherwise. */
    public @Nullable String langOf(Localized text) {
        return text.speaks(language) ? null : Language.JA.tag();
    }

    /** The language of what somebody typed where it shows that it is not the page's own; null where it does not. */
    public @Nullable String langOfTyped(String text) {
        return language != Language.EN || text.codePoints().noneMatch(Wording::isJapanese) ? null : Language.JA.tag();
    }

    private static boolean isJapanese(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            // Spaces and punctuation of Japanese texts, and full-width forms.
            default -> letter >= 0x3000 && letter <= 0x303F || letter >= 0xFF00 && letter <= 0xFFEF;
        };
    }

    /** What happens in a life, in the language of the page as far as its name is known there. */
    public String event(String name) {
        return TEXTS.find(language.tag(), "event." + name).orElse(name);
    }

    /** As {@link #langOf}. */
    public @Nullable String langOfEvent(String name) {
        return language == Language.JA || TEXTS.find(language.tag(), "event." + name).isPresent()
                ? null
                : Language.JA.tag();
    }

    /** 「3,000円」. */
    public String yen(long amount) {
        var figure = String.format(Locale.ROOT, "%,d", amount);
        return isJapanese() ? figure + "円" : "¥" + figure;
    }

    /** 「30開庁日」, 「14日（土日・祝日も数えます）」. */
    public String period(StandardPeriod period) {
        return text(period.unit() == StandardPeriod.Unit.DAYS ? "period.days" : "period.business-days",
                period.length());
    }

    /** What a procedure costs, a line per amount, and how it is paid. */
    public String fee(Fee fee) {
        var lines = new ArrayList<String>();
        fee.items().forEach(amount -> lines.add(text(amount.label()) + " "
                + (isEach(amount) ? yen(amount.yen()) : text("procedure.fee.by-answers"))));
        if (lines.isEmpty() && !fee.equals(Fee.FREE)) {
            lines.add(text("procedure.free"));
        }
        lines.add(text(fee.note()));
        return String.join("\n", lines).strip();
    }

    /** Whether the amount stands for one of something that is asked for, or for the whole; else it is worked out from answers. */
    private static boolean isEach(Fee.Amount amount) {
        return amount.times() == null || amount.times() instanceof Term.OfAnswer;
    }

    /** Where an application stands, in words; the outcome says more than the stage where there is one. */
    public String stage(Stage stage, @Nullable Outcome outcome) {
        return outcome == null || stage == Stage.WITHDRAWN
                ? text("stage." + stage.name())
                : text("outcome." + outcome.name());
    }

    /** 「令和8年4月1日（2026年）」, or the usual long form of the other language. */
    public String date(LocalDate date) {
        return isJapanese()
                ? EraDate.written(date) + "（" + date.getYear() + "年）"
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.locale()).format(date);
    }

    /** Date and time of day in Japan. */
    public String moment(Instant instant) {
        var local = instant.atZone(BusinessCalendar.ZONE);
        return date(local.toLocalDate()) + " " + TIME.format(local);
    }

    public String date(Instant instant) {
        return date(BusinessCalendar.dayOf(instant));
    }

    public boolean isJapanese() {
        return language == Language.JA || language == Language.EASY_JA;
    }
}
