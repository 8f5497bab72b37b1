package jp.madoguchi.forms.file;

import java.util.stream.Stream;

import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.field.KindName;
import jp.madoguchi.forms.source.Hints;
import jp.madoguchi.forms.source.Part;

/**
 * Reads the kind of a question from the question's own mapping; the kind reads its limits itself.
 */
final class KindPart {

    private static final String REPEAT = "repeat";

    private KindPart() {}

    static QuestionKind read(Part part) {
        var name = part.need("kind");
        var known = KindName.of(name.text());
        if (known.isPresent()) {
            return known.get().define(part);
        }
        if (name.isScalar()) {
            name.wrong(name.text().equals(REPEAT)
                    ? "部品に繰り返し（repeat）は入れられません。質問だけにして、繰り返しは手続きのほうに書いてください。"
                    : Hints.noneOf(name.text(),
                            Stream.concat(KindName.all().stream(), Stream.of(REPEAT)).sorted().toList()));
        }
        // What belongs to a kind cannot be told before the kind is known.
        part.takeAll();
        return new QuestionKind.YesNo();
    }
}
