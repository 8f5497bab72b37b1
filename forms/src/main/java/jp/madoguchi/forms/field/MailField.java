package jp.madoguchi.forms.field;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.japanese.MailAddress;

import org.jspecify.annotations.Nullable;

/** A mail address, typed twice; which ones there are is the rule of {@link MailAddress}. */
record MailField() implements Field {

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
        MailAddress.flawOf(value).ifPresent(flaw -> flaws.add("", "mail", "「{0}」を確かめてください。" + flaw.words().ja(),
                "Please check “{0}”. " + flaw.words().in(Language.EN)));
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Text(String value)
                ? new Typed(Map.of("", List.of(value), "again", List.of(value)))
                : Typed.NOTHING;
    }

    /** As mail is sent to it; what is no address stays as typed, in half-width letters. */
    private static String halfWidth(String text) {
        return MailAddress.read(text).map(MailAddress::value)
                .orElseGet(() -> Normalizer.normalize(text, Normalizer.Form.NFKC));
    }
}
