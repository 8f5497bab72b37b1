package jp.madoguchi.forms.file;

import java.math.BigDecimal;
import java.time.Period;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.definition.DateLimit;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.field.KindName;
import jp.madoguchi.forms.japanese.Era;
import jp.madoguchi.forms.definition.QuestionKind.CheckRule;
import jp.madoguchi.forms.definition.QuestionKind.FileType;

import org.jspecify.annotations.Nullable;

/**
 * Reads the kind of a question with its limits from the question's own mapping.
 */
final class KindPart {

    static final long MOST_BYTES = 10_485_760;
    static final Set<FileType> USUAL_FILES = Set.of(FileType.PDF, FileType.JPEG, FileType.PNG, FileType.HEIC);

    private static final String REPEAT = "repeat";
    private static final String DAY = "暦にある年月日（例：2026-04-01）、today（記入する日）、"
            + "または記入する日からの期間（-P14D は14日前、P10M は10か月後）で書いてください。";

    private KindPart() {}

    static QuestionKind read(Part part) {
        var name = part.need("kind");
        var known = KindName.of(name.text());
        if (known.isEmpty()) {
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
        return switch (known.get()) {
            case TEXT -> new QuestionKind.Text(between(part.need("max"), 1, 10_000),
                    part.or("multiline", false, Part::truth), pattern(part),
                    part.maybe("pattern-message", Part::localized));
            case NUMBER -> new QuestionKind.Number(part.maybe("min", Part::number), part.maybe("max", Part::number),
                    part.or("decimals", 0, decimals -> between(decimals, 0, 10)), part.maybe("unit", Part::localized));
            case MONEY -> money(part);
            case DATE -> new QuestionKind.Date(limit(part, "earliest"), limit(part, "latest"),
                    part.maybe("era", each -> each.choice(Era.class)));
            case TIME -> new QuestionKind.Time();
            case MONTH -> new QuestionKind.Month();
            case YES_NO -> new QuestionKind.YesNo();
            case CHOOSE_ONE -> new QuestionKind.ChooseOne(options(part));
            case CHOOSE_MANY -> {
                var options = options(part);
                int most = Math.max(1, options.size());
                yield new QuestionKind.ChooseMany(options, part.or("min", 0, min -> between(min, 0, most)),
                        part.or("max", most, max -> between(max, 1, most)));
            }
            case CHOOSE_LISTED -> new QuestionKind.ChooseListed(ListingPart.read(part));
            case PERSON_NAME -> new QuestionKind.PersonName(part.or("with-kana", true, Part::truth));
            case KANA -> new QuestionKind.Kana(part.or("max", 100, max -> between(max, 1, 10_000)));
            case ADDRESS -> new QuestionKind.Address(part.or("within-city", false, Part::truth));
            case PHONE -> new QuestionKind.Phone();
            case MAIL -> new QuestionKind.Mail();
            case BANK_ACCOUNT -> new QuestionKind.BankAccount();
            case CODE_NUMBER -> codeNumber(part);
            case FILES -> files(part);
            case FILLED_BY_OTHER -> filledByOther(part);
            case AGREEMENT -> new QuestionKind.Agreement(part.need("statement").localized());
            case INFORMATION -> new QuestionKind.Information(part.need("text").localized());
        };
    }

    static int between(Part part, int min, int max) {
        int value = part.whole();
        if (value < min || value > max) {
            if (part.isThere()) {
                part.wrong(min + " から " + max + " までの数にしてください。");
            }
            return min;
        }
        return value;
    }

    private static @Nullable String pattern(Part part) {
        var found = part.find("pattern");
        if (found == null) {
            return null;
        }
        try {
            return Pattern.compile(found.text()).pattern();
        } catch (PatternSyntaxException e) {
            found.wrong("正規表現として読み取れません。かっこの閉じ忘れや、記号の前の「\\」の付け忘れがないか確かめてください（" + e.getDescription() + "）。");
            return null;
        }
    }

    private static QuestionKind money(Part part) {
        long min = part.or("min", 0L, KindPart::yen);
        long max = part.or("max", QuestionKind.Money.MOST, KindPart::yen);
        if (min > max) {
            part.wrong("min が max より大きくなっています。min を max 以下にしてください。");
        }
        return new QuestionKind.Money(min, max);
    }

    private static long yen(Part part) {
        var value = part.number();
        if (value.scale() > 0 || value.abs().compareTo(BigDecimal.valueOf(QuestionKind.Money.MOST)) > 0) {
            part.wrong("金額は、円の整数で " + QuestionKind.Money.MOST + " までにしてください。");
            return 0;
        }
        return value.longValue();
    }

    private static QuestionKind codeNumber(Part part) {
        var rule = part.or("rule", CheckRule.NONE, each -> each.choice(CheckRule.class));
        int usual = rule == CheckRule.CORPORATE_NUMBER ? 13 : 1;
        int min = part.or("min-digits", usual, digits -> between(digits, 1, 30));
        int max = part.or("max-digits", Math.max(min, usual), digits -> between(digits, 1, 30));
        if (min > max) {
            part.wrong("min-digits が max-digits より大きくなっています。min-digits を max-digits 以下にしてください。");
        }
        return new QuestionKind.CodeNumber(min, max, rule);
    }

    private static QuestionKind filledByOther(Part part) {
        return new QuestionKind.FilledByOther(part.need("procedure").name(ProcedureId::isValid, ProcedureId::new),
                part.need("by").localized(), part.or("carries", Map.of(), KindPart::carries),
                part.maybe("named-by", Part::question), part.maybe("day", Part::question),
                part.maybe("or-files", each -> {
                    var files = files(each);
                    each.done();
                    return files;
                }));
    }

    private static Map<QuestionId, QuestionId> carries(Part part) {
        var carries = new LinkedHashMap<QuestionId, QuestionId>();
        for (var key : part.keys()) {
            var from = part.need(key);
            if (QuestionId.isValid(key)) {
                carries.put(new QuestionId(key), from.question());
            } else {
                from.wrong(Hints.quoted(key) + "は質問の id として使えません。相手の様式の質問の id を書いてください。");
            }
        }
        part.done();
        return carries;
    }

    private static QuestionKind.Files files(Part part) {
        int min = part.or("min", 0, each -> between(each, 0, 20));
        int max = part.or("max", Math.max(1, min), each -> between(each, 1, 20));
        if (min > max) {
            part.wrong("min が max より大きくなっています。min を max 以下にしてください。");
        }
        long bytes = part.or("max-bytes", MOST_BYTES, each -> (long) between(each, 1, (int) MOST_BYTES));
        var types = part.list("types", each -> each.choice(FileType.class));
        return new QuestionKind.Files(min, max, bytes, types.isEmpty() ? USUAL_FILES : EnumSet.copyOf(types));
    }

    private static DateLimit limit(Part part, String key) {
        return part.or(key, (DateLimit) new DateLimit.Open(), each -> {
            if (each.isMapping()) {
                each.wrong("ここに条件や、ほかの質問の答えは書けません。" + DAY + "ほかの答えと比べるには、rules に書きます。");
                return new DateLimit.Open();
            }
            var text = each.text();
            if (text.equals("today")) {
                return new DateLimit.FromToday(Period.ZERO);
            }
            return text.startsWith("P") || text.startsWith("-P")
                    ? new DateLimit.FromToday(ConditionPart.period(each))
                    : new DateLimit.Fixed(ConditionPart.date(each, DAY));
        });
    }

    private static List<Option> options(Part part) {
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
        var codes = options.stream().map(Option::code).filter(KindPart::isCode).toList();
        if (new HashSet<>(codes).size() < codes.size()) {
            found.wrong("同じ code の選択肢が二つあります。code は一つずつ変えてください。");
        }
        return options;
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
