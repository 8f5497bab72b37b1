package jp.madoguchi.forms.field;

import java.util.List;
import java.util.EnumSet;
import java.util.Set;

import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.QuestionKind.FileType;
import jp.madoguchi.forms.source.Hints;
import jp.madoguchi.forms.source.Part;
import tools.jackson.databind.node.ObjectNode;

/** Files; they are uploaded one by one, never posted with the page. */
record FilesField(QuestionKind.Files kind) implements NotPosted {

    enum Message implements MessageKey {
        MISSING, TOO_MANY, TOO_FEW, TOO_LARGE, WRONG_TYPE, SOME_AND_ANOTHER
    }

    private static final int MOST = 20;
    private static final int MOST_BYTES = 10_485_760;
    private static final Set<FileType> USUAL = Set.of(FileType.PDF, FileType.JPEG, FileType.PNG, FileType.HEIC);

    private static final Limit.Maybe<Integer> MIN = new Limit.Maybe<>("min", Shape.whole(0, MOST));
    private static final Limit.Maybe<Integer> MAX = new Limit.Maybe<>("max", Shape.whole(1, MOST));
    private static final Limit.Maybe<Integer> MAX_BYTES = new Limit.Maybe<>("max-bytes", Shape.whole(1, MOST_BYTES));
    private static final Limit.Maybe<List<FileType>> TYPES = new Limit.Maybe<>("types",
            Shape.oneOf(FileType.class).listed());
    static final List<Limit<?>> LIMITS = List.of(MIN, MAX, MAX_BYTES, TYPES);

    @Override
    public KindName name() {
        return KindName.FILES;
    }

    static QuestionKind.Files define(Part part) {
        int min = MIN.read(part, 0);
        int max = MAX.read(part, Math.max(1, min));
        if (min > max) {
            part.wrong(Hints.over("min", "max"));
        }
        long bytes = MAX_BYTES.read(part, MOST_BYTES);
        var types = TYPES.read(part, List.of());
        return new QuestionKind.Files(min, max, bytes, types.isEmpty() ? USUAL : EnumSet.copyOf(types));
    }

    @Override
    public void write(ObjectNode limits) {
        if (kind.min() != 0) {
            limits.put("min", kind.min());
        }
        if (kind.max() != Math.max(1, kind.min())) {
            limits.put("max", kind.max());
        }
        if (kind.maxBytes() != MOST_BYTES) {
            limits.put("max-bytes", kind.maxBytes());
        }
        if (!kind.types().equals(USUAL)) {
            var types = limits.putArray("types");
            kind.types().stream().sorted().forEach(type -> types.add(Part.printed(type)));
        }
    }

    @Override
    public Control control() {
        return new Control.Upload(kind);
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
