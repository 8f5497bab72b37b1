package jp.madoguchi.forms.field;

import java.util.List;
import java.util.stream.Collectors;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.QuestionKind.FileType;

/** Files; they are uploaded one by one, never posted with the page. */
record FilesField(QuestionKind.Files kind) implements NotPosted {

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Files(List<Answer.FileRef> files))) {
            Shapes.wrong(flaws);
            return;
        }
        if (files.size() > kind.max()) {
            flaws.add("", "too-many-files", "「{0}」のファイルは%d個までです。いらないものを外してください。".formatted(kind.max()),
                    "Please attach at most %d files for “{0}”.".formatted(kind.max()));
        }
        if (files.size() < kind.min()) {
            flaws.add("", "too-few-files", "「{0}」のファイルを%d個以上付けてください。".formatted(kind.min()),
                    "Please attach at least %d files for “{0}”.".formatted(kind.min()));
        }
        for (var file : files) {
            if (file.bytes() > kind.maxBytes()) {
                flaws.add("", "file-too-large",
                        "「{0}」のファイル「%s」が大きすぎます。%sまでのファイルを付けてください。".formatted(file.name(), size(kind.maxBytes())),
                        "The file “%s” for “{0}” is too large; at most %s.".formatted(file.name(),
                                size(kind.maxBytes())));
            } else if (kind.types().stream().noneMatch(type -> type.mediaType().equals(file.mediaType()))) {
                var names = kind.types().stream().sorted().map(FileType::name).collect(Collectors.joining("・"));
                flaws.add("", "file-type", "「{0}」には%sのファイルを付けてください。「%s」は付けられません。".formatted(names, file.name()),
                        "Please attach %s for “{0}”; “%s” cannot be taken.".formatted(names.replace("・", ", "),
                                file.name()));
            }
        }
    }

    private static String size(long bytes) {
        return bytes >= 1_048_576 ? bytes / 1_048_576 + "MB" : Math.max(1, bytes / 1024) + "KB";
    }
}
