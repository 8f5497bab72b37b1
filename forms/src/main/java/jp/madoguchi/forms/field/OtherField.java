package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;

import org.jspecify.annotations.Nullable;

/** What somebody else fills in; neither that nor the files in its place are posted with the page. */
record OtherField(QuestionKind.FilledByOther kind) implements Field {

    @Override
    public List<String> parts() {
        return List.of();
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        Shapes.wrong(flaws);
        return null;
    }

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

    @Override
    public Typed print(Answer answer) {
        return Typed.NOTHING;
    }
}
