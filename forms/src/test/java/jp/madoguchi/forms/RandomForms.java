package jp.madoguchi.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.field.Fields;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;

/** Forms and posted pages that nobody would think of. */
final class RandomForms {

    private static final List<String> KINDS = List.of("kind: text, max: 20", "kind: text, max: 50, multiline: true",
            "kind: text, max: 9, pattern: '[a-z]+'", "kind: number", "kind: number, min: 0, max: 99, decimals: 1",
            "kind: money", "kind: money, min: -5, max: 9999",
            "kind: choose-listed, groups: [{code: g, label: 組}], list: [{code: a, label: あ, words: コウベ}, {code: b, label: い, group: g, words: [x, y]}]",
            "kind: date", "kind: date, latest: today", "kind: date, earliest: 2000-01-01, latest: P1Y", "kind: time",
            "kind: month", "kind: yes-no", "kind: yes-no",
            "kind: choose-one, options: [{code: a, label: あ}, {code: b, label: い, asks-for-words: true}]",
            "kind: choose-many, min: 1, options: [{code: a, label: あ}, {code: b, label: い}, {code: c, label: う}]",
            "kind: person-name", "kind: person-name, with-kana: false", "kind: kana, max: 10", "kind: address",
            "kind: address, within-city: true", "kind: phone", "kind: mail", "kind: bank-account",
            "kind: code-number, min-digits: 3, max-digits: 13", "kind: code-number, rule: corporate-number",
            "kind: files, min: 1, max: 3",
            "kind: filled-by-other, procedure: letter, by: 医師, carries: {patient: q0}, or-files: {max: 2}",
            "kind: filled-by-other, procedure: letter, by: 医師, day: written-on",
            "kind: agreement, statement: {ja: はい, en: 'Yes'}",
            "kind: information, text: 案内");

    private static final List<String> PREFILLS = List.of("{profile: name}", "{profile: address}", "{bundle: q1}",
            "{bundle: q0, profile: birth}");

    private static final List<String> TYPED = List.of("", " ", "　", "yes", "no", "a", "b", "c", "1", "２", "12", "元",
            "64",
            "R", "S", "H", "AD", "X", "2026", "1989", "2019-05-01", "31", "abc", "𠮷", "髙", "葛\uDB40\uDD00", "\uD800",
            "\u202Ex",
            "a\u0000", "123456789018", "1234 5678 9018", "コウベ", "ｺｳﾍﾞ", "こうべ", "078-331-8181", "a@example.jp",
            "a..b@x.jp",
            "中央区", "兵庫県神戸市", "6508570", "0009", "500", "14320", "12345671", "9000020281000", "-5", "1,234", "1.5",
            "14:30",
            "9時", "<script>alert(1)</script>", "'; DROP TABLE", "{0}", "%s", "x".repeat(60), "字".repeat(10_050));

    private final Random random;

    RandomForms(long seed) {
        random = new Random(seed);
    }

    Procedure procedure() {
        var yaml = new StringBuilder("pages:\n");
        var ids = new ArrayList<String>();
        int pages = 1 + random.nextInt(3);
        for (int page = 0; page < pages; page++) {
            yaml.append("  - id: p").append(page).append("\n    title: 頁\n");
            condition("    ", ids, yaml);
            yaml.append("    questions:\n");
            int items = 1 + random.nextInt(4);
            for (int item = 0; item < items; item++) {
                if (random.nextInt(5) == 0) {
                    repeat("      ", ids, yaml, 1);
                } else {
                    question("      ", ids, yaml);
                }
            }
        }
        if (random.nextInt(4) == 0) {
            bundle(ids, yaml);
        }
        return SampleForms.with(yaml.toString());
    }

    private void bundle(List<String> ids, StringBuilder yaml) {
        yaml.append("bundle:\n  follow-ups:\n");
        int followUps = 1 + random.nextInt(3);
        for (int i = 0; i < followUps; i++) {
            yaml.append("    - {id: f").append(i)
                    .append(random.nextBoolean() ? ", procedure: next" : ", title: 案内, needed: 無, where: 窓口")
                    .append(", reason: 理由").append(random.nextInt(3)).append(", when: ").append(condition(ids, 2));
            if (random.nextBoolean()) {
                yaml.append(", due: {move: {answer: ").append(ids.get(random.nextInt(ids.size())))
                        .append("}, by: P14D}");
            }
            yaml.append("}\n");
        }
    }

    private void repeat(String indent, List<String> ids, StringBuilder yaml, int depth) {
        var id = "r" + ids.size();
        ids.add(id);
        int min = random.nextInt(3);
        yaml.append(indent).append("- id: ").append(id);
        for (var line : List.of("kind: repeat", "label: 行", "min: " + min, "max: " + (min + 1 + random.nextInt(3)))) {
            yaml.append('\n').append(indent).append("  ").append(line);
        }
        yaml.append('\n');
        condition(indent + "  ", ids, yaml);
        int first = ids.size();
        yaml.append(indent).append("  questions:\n");
        int questions = 1 + random.nextInt(3);
        for (int i = 0; i < questions; i++) {
            if (depth < FieldPath.MOST_DEEP && random.nextInt(3) == 0) {
                repeat(indent + "    ", ids, yaml, depth + 1);
            } else {
                question(indent + "    ", ids, yaml);
            }
        }
        if (random.nextInt(3) == 0 && ids.get(first).startsWith("q")) {
            yaml.append(indent).append("  unique: [").append(ids.get(first)).append("]\n");
        }
    }

    private void question(String indent, List<String> ids, StringBuilder yaml) {
        var id = "q" + ids.size();
        yaml.append(indent).append("- {id: ").append(id).append(", label: 問い, ")
                .append(KINDS.get(random.nextInt(KINDS.size())));
        if (random.nextInt(3) == 0) {
            yaml.append(", required: false");
        }
        if (!ids.isEmpty() && random.nextInt(2) == 0) {
            yaml.append(", show-if: ").append(condition(ids, 3));
        }
        if (random.nextInt(4) == 0) {
            yaml.append(", copied-from: {block: person, part: ").append(random.nextBoolean() ? "name" : "birth")
                    .append(", version: ").append(1 + random.nextInt(2)).append('}');
        }
        if (random.nextInt(4) == 0) {
            yaml.append(", prefill: ").append(PREFILLS.get(random.nextInt(PREFILLS.size())));
        }
        yaml.append("}\n");
        ids.add(id);
    }

    private void condition(String indent, List<String> ids, StringBuilder yaml) {
        if (!ids.isEmpty() && random.nextInt(3) == 0) {
            yaml.append(indent).append("show-if: ").append(condition(ids, 3)).append('\n');
        }
    }

    private String condition(List<String> ids, int depth) {
        var id = ids.get(random.nextInt(ids.size()));
        return switch (random.nextInt(depth > 0 ? 10 : 5)) {
            case 0, 1 -> "{question: " + id + ", is: \"yes\"}";
            case 2 -> "{question: " + id + ", is: [a, b]}";
            case 3 -> "{answered: " + id + "}";
            case 4 -> "{value: {answer: " + id + "}, is: '>=', than: {move: today, by: -P1Y}}";
            case 5 -> "{not: " + condition(ids, depth - 1) + "}";
            case 6 -> "{all: [" + condition(ids, depth - 1) + ", " + condition(ids, depth - 1) + "]}";
            case 7 -> "{value: {rows-of: " + id + ", where: " + condition(ids, depth - 1) + "}, is: '>', than: 0}";
            case 8 -> "{value: {sum-over: " + id + ", of: {rows-of: " + ids.get(random.nextInt(ids.size()))
                    + "}}, is: '<', than: 3}";
            default -> "{any: [" + condition(ids, depth - 1) + ", " + condition(ids, depth - 1) + "]}";
        };
    }

    /** A posted page: some fields of its questions with anything in them, and sometimes a field of no one's. */
    Entries posted(Filling filling, jp.madoguchi.forms.definition.Page page) {
        var fields = new LinkedHashMap<String, List<String>>();
        type(List.of(), page.items(), filling.answers(), fields);
        if (random.nextInt(5) == 0) {
            fields.put(TYPED.get(random.nextInt(TYPED.size())), List.of("x"));
        }
        return new Entries(fields);
    }

    private void type(List<FieldPath.At> within, List<Item> items, Answers answers,
            java.util.Map<String, List<String>> fields) {
        for (var item : items) {
            var path = new FieldPath(within, item.id());
            switch (item) {
                case Question question -> type(path, question, fields);
                case Repeat repeat -> answers.get(repeat.id(), Answer.Rows.class).ifPresent(rows -> rows.rows()
                        .forEach(row -> type(path.rows(row.id()), repeat.items(), row.answers(), fields)));
            }
        }
    }

    private void type(FieldPath path, Question question, java.util.Map<String, List<String>> fields) {
        for (var part : Fields.parts(question.kind())) {
            if (random.nextInt(6) != 0) {
                var values = new ArrayList<String>();
                do {
                    values.add(TYPED.get(random.nextInt(TYPED.size())));
                } while (random.nextInt(6) == 0);
                fields.put(path.field(part), values);
            }
        }
    }

    Random random() {
        return random;
    }
}
