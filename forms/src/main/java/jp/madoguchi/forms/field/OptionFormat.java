package jp.madoguchi.forms.field;

import java.util.HashSet;
import java.util.List;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.source.Hints;
import jp.madoguchi.forms.source.LocalizedJson;
import jp.madoguchi.forms.source.Part;

import tools.jackson.databind.node.ObjectNode;

/** Options, and the codes that they and the entries of long lists go by, as a definition file has them. */
final class OptionFormat {

    private static final String CODE_FORM = "[A-Za-z0-9][A-Za-z0-9-]{0,63}";

    static final Limit.Needed<String> CODE = new Limit.Needed<>("code",
            new Shape<>(OptionFormat::code, OptionFormat::code));
    static final Limit.Needed<Localized> LABEL = new Limit.Needed<>("label", Shape.LOCALIZED);
    private static final Limit.Maybe<Boolean> ASKS_FOR_WORDS = new Limit.Maybe<>("asks-for-words", Shape.TRUTH);
    private static final Shape<Option> OPTION = Shape.mapping(List.of(CODE, LABEL, ASKS_FOR_WORDS),
            part -> new Option(CODE.read(part.like("{code: a, label: 選択肢の言葉}")), LABEL.read(part),
                    ASKS_FOR_WORDS.read(part, false)));
    static final Limit.Needed<List<Option>> OPTIONS = new Limit.Needed<>("options",
            new Shape<>(OptionFormat::read, OPTION.listed().schema().andThen(node -> node.put("minItems", 1))));

    private OptionFormat() {}

    private static List<Option> read(Part part) {
        var options = part.elements(OPTION.reading());
        if (part.isSequence() && options.isEmpty()) {
            part.wrong("選択肢を少なくとも一つ書いてください（例：{code: a, label: 選択肢の言葉}）。");
        }
        var codes = options.stream().map(Option::code).filter(OptionFormat::isCode).toList();
        if (new HashSet<>(codes).size() < codes.size()) {
            part.wrong("同じ code の選択肢が二つあります。code は一つずつ変えてください。");
        }
        return options;
    }

    static void write(ObjectNode limits, List<Option> options) {
        var list = limits.putArray("options");
        options.forEach(option -> {
            var each = list.addObject().put("code", option.code());
            LocalizedJson.put(each, "label", option.label());
            if (option.asksForWords()) {
                each.put("asks-for-words", true);
            }
        });
    }

    /** What is none was told already, and is not told again as standing twice. */
    static boolean isCode(String code) {
        return code.matches(CODE_FORM);
    }

    /** Codes of digits alone are often written without quotes. */
    private static void code(ObjectNode node) {
        node.putArray("type").add("string").add("integer");
        node.put("pattern", "^" + CODE_FORM + "$").put("minimum", 0);
    }

    private static String code(Part part) {
        var code = part.text();
        if (part.isScalar() && !isCode(code)) {
            part.wrong(
                    Hints.quoted(code) + "は code に使えません。半角の英字・数字・ハイフンだけで、64字までにしてください（例：yes、type-1）。言葉は label に書きます。");
        }
        return code;
    }
}
