package jp.madoguchi.forms.field;

import java.text.Normalizer;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;

import jp.madoguchi.forms.answer.Answer;

import org.jspecify.annotations.Nullable;

record TimeField() implements Field {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,2})(?::([0-9]{2})|時(?:([0-9]{1,2})分)?)");

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        var match = FORM.matcher(Normalizer.normalize(typed.trimmed(""), Normalizer.Form.NFKC));
        if (match.matches()) {
            int hour = Integer.parseInt(match.group(1));
            var minutes = match.group(2) != null ? match.group(2) : match.group(3);
            int minute = minutes == null ? 0 : Integer.parseInt(minutes);
            if (hour < 24 && minute < 60) {
                return new Answer.Time(LocalTime.of(hour, minute));
            }
        }
        flaws.add("", "time", "「{0}」は「14:30」のように、0時から23時59分までの時刻で入力してください。",
                "Please enter “{0}” as a time such as 14:30.");
        return null;
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Time)) {
            Shapes.wrong(flaws);
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Time(LocalTime value) ? Typed.of(value.toString()) : Typed.NOTHING;
    }
}
