package jp.madoguchi.backoffice.office.web;

import jp.madoguchi.platform.input.InputGuard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.backoffice.office.OfficePaper;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an office's papers, exactly as they were typed.
 *
 * @param signing {@code city} for the city's usual name, {@code own} for the one in {@code signer}
 * @param seal {@code city}, {@code omitted} or {@code shown}
 * @param revision of what was shown
 */
public record PaperForm(@Nullable String mark, @Nullable String section, @Nullable String phone,
        @Nullable String signing, @Nullable String signer, @Nullable String seal, int revision) {

    private static final int LONGEST = 60;

    static PaperForm of(OfficePaper paper) {
        var seal = paper.sealOmitted();
        return new PaperForm(paper.mark(), paper.section(), paper.phone(), paper.signer() == null ? "city" : "own",
                paper.signer(), seal == null ? "city" : seal ? "omitted" : "shown", paper.revision());
    }

    /** The same, from what is there by now. */
    PaperForm after(OfficePaper paper) {
        return new PaperForm(mark, section, phone, signing, signer, seal, paper.revision());
    }

    public String typed(String field) {
        var text = switch (field) {
            case "mark" -> mark;
            case "section" -> section;
            case "phone" -> phone;
            case "signing" -> signing;
            case "signer" -> signer;
            default -> seal;
        };
        return text == null ? "" : text;
    }

    /** What is wrong, by field. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        // As the table has it: what stands beside it in a number must not be read as part of it.
        if (!value("mark").matches("[^0-9第号\\s\\p{Cntrl}]{1,8}")) {
            errors.put("mark", "文書番号の略称は、数字と「第」「号」、空白を使わずに8文字までで入力してください。");
        }
        longest("section", "担当", errors);
        longest("signer", "署名する人の名前", errors);
        if (!value("phone").matches("[0-9０-９()（）+＋ 　\\-－‐内線代表・、]{0,40}")) {
            errors.put("phone", "電話番号は、数字とハイフン、かっこ、「内線」「代表」で40文字までで入力してください。例：078-000-0000（内線 1234）");
        }
        if (!value("signing").matches("city|own")) {
            errors.put("signing", "だれの名前で出すかを選んでください。");
        }
        if (!value("seal").matches("city|omitted|shown")) {
            errors.put("seal", "公印の扱いを選んでください。");
        }
        for (var field : List.of("mark", "section", "phone", "signer")) {
            var trouble = InputGuard.trouble(value(field), "ja");
            if (!trouble.isEmpty()) {
                errors.put(field, trouble);
            }
        }
        return errors;
    }

    private void longest(String field, String name, Map<String, String> errors) {
        var text = value(field);
        if (text.codePointCount(0, text.length()) > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            errors.put(field, name + "は、改行せずに" + LONGEST + "文字までで入力してください。");
        }
    }

    private String value(String field) {
        return typed(field).strip();
    }

    OfficePaper read(OfficePaper of) {
        return new OfficePaper(of.code(), of.name(), value("mark"), value("section"), value("phone"),
                value("signing").equals("own") ? value("signer") : null, switch (value("seal")) {
                    case "omitted" -> Boolean.TRUE;
                    case "shown" -> Boolean.FALSE;
                    default -> null;
                }, revision);
    }
}
