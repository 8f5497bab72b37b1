package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;

/** What somebody else fills in; neither that nor the files in its place are posted with the page. */
record OtherField(QuestionKind.FilledByOther kind) implements NotPosted {

    enum Message implements MessageKey {
        MISSING, MISSING_OR_FILES, FORM, FILE
    }

    @Override
    public KindName name() {
        return KindName.FILLED_BY_OTHER;
    }

    @Override
    public List<String> codes() {
        return kind.ways();
    }

    @Override
    public Localized word(String code) {
        return switch (code) {
            case QuestionKind.FilledByOther.FORM -> Message.FORM.text(kind.by());
            case QuestionKind.FilledByOther.FILE -> Message.FILE.text();
            default -> Localized.ja(code);
        };
    }

    @Override
    public Compared comparedAs() {
        return kind.day() == null ? Compared.NOTHING : Compared.DAY;
    }

    @Override
    public List<Wording> wordings() {
        return List.of(new Wording("記入する人の呼び方", kind.by()));
    }

    @Override
    public Localized missing(Localized label) {
        return (kind.orFiles() == null ? Message.MISSING : Message.MISSING_OR_FILES).text(label, kind.by());
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        var files = kind.orFiles();
        switch (answer) {
            case Answer.FilledIn filled when filled.procedure().equals(kind.procedure()) -> {
            }
            case Answer.Files _ when files != null -> new FilesField(files).check(answer, flaws);
            default -> AnyField.wrong(flaws);
        }
    }
}
