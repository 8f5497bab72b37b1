package jp.madoguchi.forms.field;

import java.text.Normalizer;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.japanese.KanjiNumber;

import org.jspecify.annotations.Nullable;

/** A time of day. */
record TimeField() implements QuestionField {

    enum Message implements MessageKey {
        NO_TIME, HINT
    }

    /** 17:30, 17.30, 1730, 17時30分, 5時半, 午後5時半, 5:30pm. */
    private static final Pattern FORM = Pattern.compile(
            "(午前|午後|am|pm)?([0-9]{1,2})(?:[:.;]([0-9]{2})|([0-9]{2})|時(?:([0-9]{1,2})分?|(半))?)?(am|pm)?");

    @Override
    public KindName name() {
        return KindName.TIME;
    }

    @Override
    public Control control() {
        return Control.Line.words().width(Control.Width.SHORT).hint(Message.HINT.text());
    }

    @Override
    public boolean takesText() {
        return false;
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        var text = Normalizer.normalize(typed.trimmed(""), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("[\\s]|ごろ|頃", "").replace("a.m.", "am").replace("p.m.", "pm").replace("正午", "12:00");
        var match = FORM.matcher(KanjiNumber.inDigits(text));
        if (match.matches()) {
            var time = time(match);
            if (time != null) {
                return new Answer.Time(time);
            }
        }
        flaws.add("", "time", Message.NO_TIME);
        return null;
    }

    private static @Nullable LocalTime time(Matcher match) {
        int hour = Integer.parseInt(match.group(2));
        var minutes = Stream.of(3, 4, 5).map(match::group).filter(Objects::nonNull).findFirst();
        boolean half = match.group(6) != null;
        var word = match.group(1) != null ? match.group(1) : match.group(7);
        boolean twice = match.group(1) != null && match.group(7) != null;
        // A bare "9" may be an hour or a slip; 午後12時 is noon to some and midnight to others.
        boolean bare = minutes.isEmpty() && !half && word == null && !match.group().contains("時");
        int minute = half ? 30 : minutes.map(Integer::parseInt).orElse(0);
        if (twice || bare || hour > 23 || minute > 59) {
            return null;
        }
        if (word == null) {
            return LocalTime.of(hour, minute);
        }
        boolean english = word.endsWith("m");
        boolean afternoon = word.equals("午後") || word.equals("pm");
        if (english ? hour < 1 || hour > 12 : hour > 11) {
            return null;
        }
        return LocalTime.of(hour % 12 + (afternoon ? 12 : 0), minute);
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Time)) {
            AnyField.wrong(flaws);
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Time(LocalTime value) ? Typed.of(value.toString()) : Typed.NOTHING;
    }
}
