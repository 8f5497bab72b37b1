package jp.madoguchi.forms.field;

import java.util.List;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.source.Hints;
import jp.madoguchi.forms.source.Part;
import jp.madoguchi.forms.source.LocalizedJson;
import tools.jackson.databind.node.ObjectNode;

/** What somebody else fills in; neither that nor the files in its place are posted with the page. */
record OtherField(QuestionKind.FilledByOther kind) implements NotPosted {

    enum Message implements MessageKey {
        MISSING, MISSING_OR_FILES, FORM, FILE
    }

    private static final Limit.Needed<ProcedureId> PROCEDURE = new Limit.Needed<>("procedure",
            Shape.defined("id", part -> part.name(ProcedureId::isValid, ProcedureId::new)));
    private static final Limit.Needed<Localized> BY = new Limit.Needed<>("by", Shape.LOCALIZED);
    private static final Limit.Maybe<Map<QuestionId, QuestionId>> CARRIES = new Limit.Maybe<>("carries",
            new Shape<>(OtherField::carries, node -> {
                Shape.QUESTION.schema().accept(node.put("type", "object").putObject("propertyNames"));
                Shape.QUESTION.schema().accept(node.putObject("additionalProperties"));
            }));
    private static final Limit.Maybe<QuestionId> NAMED_BY = new Limit.Maybe<>("named-by", Shape.QUESTION);
    private static final Limit.Maybe<QuestionId> DAY = new Limit.Maybe<>("day", Shape.QUESTION);
    private static final Limit.Maybe<QuestionKind.Files> OR_FILES = new Limit.Maybe<>("or-files",
            Shape.mapping(FilesField.LIMITS, FilesField::define));
    static final List<Limit<?>> LIMITS = List.of(PROCEDURE, BY, CARRIES, NAMED_BY, DAY, OR_FILES);

    @Override
    public KindName name() {
        return KindName.FILLED_BY_OTHER;
    }

    static QuestionKind define(Part part) {
        return new QuestionKind.FilledByOther(PROCEDURE.read(part), BY.read(part), CARRIES.read(part, Map.of()),
                NAMED_BY.read(part), DAY.read(part), OR_FILES.read(part));
    }

    private static Map<QuestionId, QuestionId> carries(Part part) {
        var carries = new LinkedHashMap<QuestionId, QuestionId>();
        for (var key : part.keys()) {
            var from = part.need(key);
            if (QuestionId.isValid(key)) {
                carries.put(new QuestionId(key), from.question());
            } else {
                from.wrong(Hints.noQuestionId(key));
            }
        }
        part.done();
        return carries;
    }

    @Override
    public void write(ObjectNode limits) {
        limits.put("procedure", kind.procedure().value());
        LocalizedJson.put(limits, "by", kind.by());
        if (!kind.carries().isEmpty()) {
            var carries = limits.putObject("carries");
            kind.carries().entrySet().stream().sorted(Comparator.comparing(each -> each.getKey().value()))
                    .forEach(each -> carries.put(each.getKey().value(), each.getValue().value()));
        }
        if (kind.namedBy() != null) {
            limits.put("named-by", kind.namedBy().value());
        }
        if (kind.day() != null) {
            limits.put("day", kind.day().value());
        }
        if (kind.orFiles() != null) {
            new FilesField(kind.orFiles()).write(limits.putObject("or-files"));
        }
    }

    @Override
    public Control control() {
        return new Control.AskedOfAnother(kind.by(), kind.orFiles());
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
