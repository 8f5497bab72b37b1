package jp.madoguchi.bench;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;

/**
 * A complete application for a nursery place (保育所等利用申込), two working guardians with two further jobs each, six in the household
 * and five wishes: filled in page by page as a resident would.
 */
final class NurseryApplication {

    /** In the sample period for April. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Map<String, String> ROWS = Map.of("wishes", "5", "family", "6", "g1-other-jobs", "2",
            "g2-other-jobs", "2");
    /** What the rules of the form want; everything else takes its first option or a usual value. */
    private static final Map<String, String> SAID = Map.ofEntries(Map.entry("intake", "april"),
            Map.entry("start-month", "2027-04"), Map.entry("child-born", "yes"), Map.entry("child-birth", "2024-05-06"),
            Map.entry("recognition", "class-3"), Map.entry("medical-care", "no"), Map.entry("moving-in", "no"),
            Map.entry("g1-leave-until", "2027-03-31"), Map.entry("g1-return", "2027-04-01"),
            Map.entry("g2-leave-until", "2027-03-31"), Map.entry("g2-return", "2027-04-01"),
            Map.entry("g1-certificate-date", "2026-11-01"), Map.entry("g2-certificate-date", "2026-11-01"),
            Map.entry("second-guardian", "yes"));

    private Filling filling = Filling.begin(SampleCatalogue.procedures().stream()
            .filter(procedure -> procedure.id().value().equals("hoiku-riyo")).findFirst().orElseThrow(), TODAY);
    private int different;

    private NurseryApplication() {}

    /** @throws IllegalStateException if the form asks for something that is not filled in here */
    static Filling filled() {
        var application = new NurseryApplication();
        // What one round opens the next one fills in.
        for (int round = 0; round < 4 && !application.filling.checkAll().isEmpty(); round++) {
            application.filling.procedure().pages().forEach(page -> {
                application.rows(List.of(), page.items(), application.filling.answers());
                var fields = new LinkedHashMap<String, List<String>>();
                application.type(List.of(), page.items(), application.filling.answers(), fields);
                application.filling = application.filling.save(page.id(), new Entries(fields)).filling();
                application.attach(List.of(), page.items(), application.filling.answers());
            });
        }
        var filling = application.filling;
        if (!filling.checkAll().isEmpty()) {
            throw new IllegalStateException(filling.checkAll().getFirst().toString());
        }
        return new Filling(filling.procedure(), filling.effectiveAnswers(), Entries.NONE, TODAY);
    }

    /** How many answers stand in a document, those in rows each by itself. */
    static int count(Answers answers) {
        return answers.values().values().stream().mapToInt(answer -> answer instanceof Answer.Rows rows
                ? rows.rows().stream().mapToInt(row -> count(row.answers())).sum()
                : 1).sum();
    }

    private void rows(List<FieldPath.At> within, List<Item> items, Answers answers) {
        for (var item : items) {
            if (item instanceof Repeat repeat) {
                var path = new FieldPath(within, repeat.id());
                int wanted = Integer.parseInt(ROWS.getOrDefault(repeat.id().value(), "1"));
                for (int i = answers.get(repeat.id(), Answer.Rows.class).map(rows -> rows.rows().size())
                        .orElse(0); i < wanted; i++) {
                    filling = filling.addRow(path);
                }
            }
        }
    }

    private void type(List<FieldPath.At> within, List<Item> items, Answers answers, Map<String, List<String>> fields) {
        for (var item : items) {
            var path = new FieldPath(within, item.id());
            switch (item) {
                case Question question -> type(path, question, fields);
                case Repeat repeat -> answers.get(repeat.id(), Answer.Rows.class).ifPresent(rows -> rows.rows()
                        .forEach(row -> type(path.rows(row.id()), repeat.items(), row.answers(), fields)));
            }
        }
    }

    private void type(FieldPath path, Question question, Map<String, List<String>> fields) {
        var said = SAID.get(question.id().value());
        switch (question.kind()) {
            case QuestionKind.Text text ->
                put(fields, path, "", "あ".repeat(Math.min(text.maxLength(), 9)) + ++different % 10);
            case QuestionKind.Number number ->
                put(fields, path, "", number.min() == null ? "8" : number.min().toPlainString());
            case QuestionKind.Money _ -> put(fields, path, "", "30,000");
            case QuestionKind.Date _ -> date(fields, path, said == null ? "2026-11-20" : said);
            case QuestionKind.Month _ -> date(fields, path, said == null ? "2026-11" : said);
            case QuestionKind.Time _ -> put(fields, path, "", "9:00");
            case QuestionKind.YesNo _ -> put(fields, path, "", said == null ? "yes" : said);
            case QuestionKind.ChooseOne one -> choose(fields, path, one.options(), said);
            case QuestionKind.ChooseMany many -> choose(fields, path, many.options(), said);
            case QuestionKind.ChooseListed listed -> put(fields, path, "",
                    listed.list().entries().get(++different * 7 % listed.list().entries().size()).code());
            case QuestionKind.PersonName name -> {
                put(fields, path, "family", "神戸");
                put(fields, path, "given", "花子" + ++different);
                if (name.withKana()) {
                    put(fields, path, "family-kana", "コウベ");
                    put(fields, path, "given-kana", "ハナコ");
                }
            }
            case QuestionKind.Kana _ -> put(fields, path, "", "コウベ");
            case QuestionKind.Address _ -> {
                put(fields, path, "postal", "650-8570");
                put(fields, path, "prefecture-city", "兵庫県神戸市中央区");
                put(fields, path, "ward", "中央区");
                put(fields, path, "town", "加納町");
                put(fields, path, "number", "6丁目5-1");
            }
            case QuestionKind.Phone _ -> put(fields, path, "", "078-331-8181");
            case QuestionKind.Mail _ -> {
                put(fields, path, "", "hanako@example.jp");
                put(fields, path, "again", "hanako@example.jp");
            }
            case QuestionKind.CodeNumber code -> put(fields, path, "", "1".repeat(code.minDigits()));
            case QuestionKind.Agreement _ -> put(fields, path, "", "yes");
            default -> {
                // Not asked for here, uploaded, or only to be read.
            }
        }
    }

    private static void choose(Map<String, List<String>> fields, FieldPath path, List<Option> options,
            @org.jspecify.annotations.Nullable String said) {
        var option = options.stream().filter(each -> each.code().equals(said)).findFirst()
                .orElseGet(options::getFirst);
        put(fields, path, "", option.code());
        if (option.asksForWords()) {
            put(fields, path, "other", "そのほか");
        }
    }

    private static void date(Map<String, List<String>> fields, FieldPath path, String iso) {
        var parts = iso.split("-");
        put(fields, path, "era", "AD");
        put(fields, path, "year", parts[0]);
        put(fields, path, "month", parts[1]);
        if (parts.length > 2) {
            put(fields, path, "day", parts[2]);
        }
    }

    private void attach(List<FieldPath.At> within, List<Item> items, Answers answers) {
        for (var item : items) {
            var path = new FieldPath(within, item.id());
            if (item instanceof Repeat repeat) {
                answers.get(repeat.id(), Answer.Rows.class).ifPresent(rows -> rows.rows()
                        .forEach(row -> attach(path.rows(row.id()), repeat.items(), row.answers())));
            } else if (item instanceof Question question && question.kind().filesTaken() != null
                    && answers.get(question.id()).isEmpty()) {
                filling = filling.attach(path, new Answer.FileRef(UUID.nameUUIDFromBytes(path.toString().getBytes(
                        java.nio.charset.StandardCharsets.UTF_8)), "証明書.pdf", 123_456, "ab".repeat(32),
                        "application/pdf")).filling();
            }
        }
    }

    private static void put(Map<String, List<String>> fields, FieldPath path, String part, String value) {
        fields.put(path.field(part), List.of(value));
    }
}
