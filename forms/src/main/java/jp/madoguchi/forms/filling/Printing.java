package jp.madoguchi.forms.filling;

import java.util.LinkedHashMap;
import java.util.List;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.field.Fields;

/**
 * Prints an answer back into the fields of a form.
 */
final class Printing {

    private Printing() {}

    static Entries entries(Filling filling, FieldPath path) {
        return filling.question(path).map(question -> {
            var fields = new LinkedHashMap<String, List<String>>();
            for (var part : Fields.parts(question.kind())) {
                var field = path.field(part);
                if (filling.pending().has(field)) {
                    fields.put(field, filling.pending().all(field));
                }
            }
            if (fields.isEmpty()) {
                filling.answer(path).ifPresent(answer -> Fields.print(question.kind(), answer).parts()
                        .forEach((part, values) -> fields.put(path.field(part), values)));
            }
            return new Entries(fields);
        }).orElse(Entries.NONE);
    }
}
