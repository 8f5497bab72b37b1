package jp.madoguchi.forms.field;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jp.madoguchi.forms.answer.Answer;

import org.jspecify.annotations.Nullable;

/** A mail address, typed twice; ASCII, at most 254 characters (RFC 5321 4.5.3.1.3), no two dots in a row. */
record MailField() implements Field {

    private static final int LENGTH = 254;
    private static final int LOCAL_LENGTH = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]";
    private static final Pattern FORM = Pattern
            .compile("(" + ATOM
                    + "+)@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+");

    @Override
    public List<String> parts() {
        return List.of("", "again");
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        var address = halfWidth(typed.trimmed(""));
        var again = halfWidth(typed.trimmed("again"));
        if (address.isEmpty()) {
            flaws.add("", "required", "「{0}」を入力してください。", "Please enter “{0}”.");
            return null;
        }
        var answer = new Answer.Text(address);
        check(answer, flaws);
        if (flaws.isEmpty() && again.isEmpty()) {
            flaws.add("again", "again-missing", "確認のため、「{0}」をもう一度入力してください。", "Please enter “{0}” a second time.");
        } else if (flaws.isEmpty() && !again.equals(address)) {
            flaws.add("again", "again-differs", "「{0}」の2つの入力が違っています。どちらも確かめてください。",
                    "The two entries of “{0}” differ. Please check both.");
        }
        return flaws.isEmpty() ? answer : null;
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Text(String value))) {
            Shapes.wrong(flaws);
            return;
        }
        boolean bad = value.length() > LENGTH || value.contains("..") || value.startsWith(".")
                || value.indexOf('@') > LOCAL_LENGTH || value.contains(".@") || !FORM.matcher(value).matches();
        if (bad) {
            flaws.add("", "mail", "「{0}」は「name@example.jp」のような形で、半角の英数字と記号で入力してください。",
                    "Please enter “{0}” in the form name@example.jp.");
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Text(String value)
                ? new Typed(Map.of("", List.of(value), "again", List.of(value)))
                : Typed.NOTHING;
    }

    /** A Japanese keyboard types full-width letters, of which no address is made. */
    private static String halfWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
