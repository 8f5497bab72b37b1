package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.QuestionKind.FileType;

/** Files; they are uploaded one by one, never posted with the page. */
record FilesField(QuestionKind.Files kind) implements NotPosted {

    enum Message implements MessageKey {
        MISSING, TOO_MANY, TOO_FEW, TOO_LARGE, WRONG_TYPE, SOME_AND_ANOTHER
    }

    @Override
    public KindName name() {
        return KindName.FILES;
    }

    @Override
    public Localized missing(Localized label) {
        return Message.MISSING.text(label);
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Files(List<Answer.FileRef> files))) {
            AnyField.wrong(flaws);
            return;
        }
        if (files.size() > kind.max()) {
            flaws.add("", "too-many-files", Message.TOO_MANY, kind.max());
        }
        if (files.size() < kind.min()) {
            flaws.add("", "too-few-files", Message.TOO_FEW, kind.min());
        }
        for (var file : files) {
            if (file.bytes() > kind.maxBytes()) {
                flaws.add("", "file-too-large", Message.TOO_LARGE, file.name(), size(kind.maxBytes()));
            } else if (kind.types().stream().noneMatch(type -> type.mediaType().equals(file.mediaType()))) {
                flaws.add("", "file-type", Message.WRONG_TYPE, types(), file.name());
            }
        }
    }

    private Localized types() {
        return kind.types().stream().sorted().map(FileType::name).map(Localized::ja)
                .reduce((some, another) -> Message.SOME_AND_ANOTHER.text(some, another)).orElseThrow();
    }

    private static String size(long bytes) {
        return bytes >= 1_048_576 ? bytes / 1_048_576 + "MB" : Math.max(1, bytes / 1024) + "KB";
    }
}
