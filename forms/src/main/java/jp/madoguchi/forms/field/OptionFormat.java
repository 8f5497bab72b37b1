package jp.madoguchi.forms.field;

import java.util.HashSet;
import java.util.List;

import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.source.Hints;
import jp.madoguchi.forms.source.LocalizedJson;
import jp.madoguchi.forms.source.Part;

import tools.jackson.databind.node.ObjectNode;

/** Options, and the codes that they and the entries of long lists go by, as a definition file has them. */
final class OptionFormat {

    private OptionFormat() {}

    static List<Option> read(Part part) {
        var found = part.need("options");
        var options = found.elements(each -> {
            var option = new Option(code(each.like("{code: a, label: 選択肢の言葉}").need("code")),
                    each.need("label").localized(),
                    each.or("asks-for-words", false, Part::truth));
            each.done();
            return option;
        });
        if (found.isSequence() && options.isEmpty()) {
            found.wrong("選択肢を少なくとも一つ書いてください（例：{code: a, label: 選択肢の言葉}）。");
        }
        var codes = options.stream().map(Option::code).filter(OptionFormat::isCode).toList();
        if (new HashSet<>(codes).size() < codes.size()) {
            found.wrong("同じ code の選択肢が二つあります。code は一つずつ変えてください。");
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
        return code.matches("[A-Za-z0-9][A-Za-z0-9-]{0,63}");
    }

    static String code(Part part) {
        var code = part.text();
        if (part.isScalar() && !isCode(code)) {
            part.wrong(
                    Hints.quoted(code) + "は code に使えません。半角の英字・数字・ハイフンだけで、64字までにしてください（例：yes、type-1）。言葉は label に書きます。");
        }
        return code;
    }
}
