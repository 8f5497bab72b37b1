package jp.madoguchi.forms.catalogue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;

/** Someone who fills in a form page by page, for the tests of the catalogue. */
final class Applicant {

    private Filling filling;

    Applicant(String procedure) {
        filling = Filling.begin(SampleForms.fromCatalogue(procedure), SampleForms.TODAY);
    }

    Filling filling() {
        return filling;
    }

    /** Posts the page with these fields on top of what it shows, like a browser. */
    List<Finding> fill(String page, String... fields) {
        var posted = new LinkedHashMap<String, List<String>>(shownOn(page));
        posted.putAll(SampleForms.posted(fields).fields());
        var saved = filling.save(new PageId(page), new Entries(posted));
        filling = saved.filling();
        return saved.findings();
    }

    /** @param repeat the path of the repeat */
    Applicant add(String repeat) {
        filling = filling.addRow(FieldPath.parse(repeat));
        return this;
    }

    Applicant attach(String path) {
        var saved = filling.attach(FieldPath.parse(path), new Answer.FileRef(UUID.randomUUID(), "書類.pdf", 1000,
                "ab".repeat(32), "application/pdf"));
        if (!saved.isClean()) {
            throw new AssertionError(saved.findings().toString());
        }
        filling = saved.filling();
        return this;
    }

    /** Has the employer fill in what the path asks for. */
    Applicant certified(String path, LocalDate on) {
        var paper = new Answer.FileRef(UUID.randomUUID(), "就労証明書.pdf", 1000, "cd".repeat(32), "application/pdf");
        filling = filling.fillIn(FieldPath.parse(path), new Answer.FilledIn(new ProcedureId("shuro-shomei"), 1,
                "ef".repeat(32), "{}", "みなと商店", on, on, paper, List.of())).orElseThrow();
        return this;
    }

    /** What is wrong anywhere, as codes. */
    List<String> codes() {
        return filling.checkAll().stream().map(Finding::code).toList();
    }

    /** The answers in force, as paths. */
    Set<String> answered() {
        var paths = new TreeSet<String>();
        collect(List.of(), filling.effectiveAnswers(), paths);
        return paths;
    }

    private static void collect(List<FieldPath.At> within, Answers answers, Set<String> paths) {
        answers.values().forEach((question, answer) -> {
            var path = new FieldPath(within, question);
            if (answer instanceof Answer.Rows(var rows, var _)) {
                rows.forEach(row -> collect(path.rows(row.id()), row.answers(), paths));
            } else {
                paths.add(path.toString());
            }
        });
    }

    /** The paths that still want an answer. */
    Set<String> missing() {
        return filling.checkAll().stream().map(finding -> finding.path().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String[] all(String[]... parts) {
        return java.util.Arrays.stream(parts).flatMap(java.util.Arrays::stream).toArray(String[]::new);
    }

    static String[] name(String path) {
        return new String[]{path + ".family=神戸", path + ".given=花子", path + ".family-kana=コウベ",
                path + ".given-kana=ハナコ"};
    }

    static String[] date(String path, int year, int month, int day) {
        return new String[]{path + ".era=AD", path + ".year=" + year, path + ".month=" + month, path + ".day=" + day};
    }

    static String[] address(String path, String ward, String town) {
        return new String[]{path + ".postal=650-8570", path + ".prefecture-city=兵庫県神戸市", path + ".ward=" + ward,
                path + ".town=" + town, path + ".number=6丁目5-1"};
    }

    static String[] contact(String phone, String mail) {
        return new String[]{phone + "=078-331-8181", mail + "=hanako@example.jp", mail + ".again=hanako@example.jp"};
    }

    static String[] fields(String... fields) {
        return fields;
    }

    private Map<String, List<String>> shownOn(String page) {
        var fields = new LinkedHashMap<String, List<String>>();
        shown(List.of(), filling.procedure().page(new PageId(page)).orElseThrow().items(), filling.answers(), fields);
        return fields;
    }

    private void shown(List<FieldPath.At> within, List<Item> items, Answers answers,
            Map<String, List<String>> fields) {
        for (var item : items) {
            var path = new FieldPath(within, item.id());
            if (item instanceof Repeat repeat) {
                answers.get(repeat.id(), Answer.Rows.class).ifPresent(rows -> rows.rows()
                        .forEach(row -> shown(path.rows(row.id()), repeat.items(), row.answers(), fields)));
            } else {
                fields.putAll(filling.entries(path).fields());
            }
        }
    }
}
