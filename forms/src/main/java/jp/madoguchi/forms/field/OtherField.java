package jp.madoguchi.forms.field;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;

/** What somebody else fills in; neither that nor the files in its place are posted with the page. */
record OtherField(QuestionKind.FilledByOther kind) implements NotPosted {

    @Override
    public void check(Answer answer, Flaws flaws) {
        var files = kind.orFiles();
        switch (answer) {
            case Answer.FilledIn filled when filled.procedure().equals(kind.procedure()) -> {
            }
            case Answer.Files _ when files != null -> new FilesField(files).check(answer, flaws);
            default -> Shapes.wrong(flaws);
        }
    }
}
