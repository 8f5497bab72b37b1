package jp.madoguchi.forms.field;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;

import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.japanese.MailAddress;

import org.jspecify.annotations.Nullable;

/** A mail address, typed twice; which ones there are is the rule of {@link MailAddress}. */
record MailField() implements QuestionField {

    enum Message implements MessageKey {
        NO_ADDRESS, AGAIN_MISSING, AGAIN_DIFFERS
    }

    @Override
    public KindName name() {
        return KindName.MAIL;
    }

    @Override
    public Control control() {
        return new Control.MailTwice();
    }

    @Override
    public boolean takesText() {
        return true;
    }

    @Override
    public boolean isOneLine() {
        return true;
    }

    @Override
    public boolean isOneField() {
        // The second time is typed for its own sake.
        return false;
    }

    @Override
    public boolean tellsApart() {
        return true;
    }

    @Override
    public List<String> parts() {
        return List.of("", "again");
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        var address = halfWidth(typed.trimmed(""));
        var again = halfWidth(typed.trimmed("again"));
        if (address.isEmpty()) {
            flaws.add("", "required", AnyField.Message.NOT_ENTERED);
            return null;
        }
        var answer = new Answer.Text(address);
        check(answer, flaws);
        if (flaws.isEmpty() && again.isEmpty()) {
            flaws.add("again", "again-missing", Message.AGAIN_MISSING);
        } else if (flaws.isEmpty() && !again.equals(address)) {
            flaws.add("again", "again-differs", Message.AGAIN_DIFFERS);
        }
        return flaws.isEmpty() ? answer : null;
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Text(String value))) {
            AnyField.wrong(flaws);
            return;
        }
        MailAddress.flawOf(value).ifPresent(flaw -> flaws.add("", "mail", Message.NO_ADDRESS, flaw.words()));
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
