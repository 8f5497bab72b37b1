package jp.madoguchi.forms;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.filling.Entries;

/** The small forms that the tests fill in, and the day on which they do. */
public final class SampleForms {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static final String HEAD = """
            id: sample
            title: 見本
            summary: 見本の手続き
            kind: application
            who-can-apply: だれでも
            what-is-needed: なし
            purpose: 試験
            legal-basis: {rank: guideline, articles: [見本要綱]}
            standard-period: {business-days: 5, sample: true}
            assurance: mail
            retention-years: 1
            bureau: 見本局
            routing: {office: center}
            notices: {issuer: 市長, approved-title: 通知, approved-body: 通知, refused-title: 通知, refused-body: 通知}
            applicant: {name: q}
            """;

    private SampleForms() {}

    /** A procedure with the given rest of the file, beginning with {@code pages:} (or {@code rules:} and so on). */
    public static Procedure with(String rest) {
        return DefinitionFile.readYaml(HEAD + rest);
    }

    /** A procedure of the given kind with another period, in flow style. */
    public static Procedure withPeriod(String kind, String period) {
        return DefinitionFile.readYaml(HEAD.replace("kind: application", "kind: " + kind)
                .replace("{business-days: 5, sample: true}", period)
                + "pages: [{id: p, title: 頁, questions: [{id: q, kind: person-name, label: 名前}]}]");
    }

    /** How many lines stand before the rest of the file in {@link #with}. */
    public static int headLines() {
        return (int) HEAD.lines().count();
    }

    /** A procedure whose one page {@code p} asks one question {@code q}, given in flow style without its id. */
    public static Procedure asking(String question) {
        return with("pages: [{id: p, title: 頁, questions: [{id: q, label: 問い, " + question + "}]}]");
    }

    public static Procedure fromCatalogue(String id) {
        return SampleCatalogue.procedures().stream().filter(procedure -> procedure.id().value().equals(id)).findFirst()
                .orElseThrow();
    }

    /** Posted fields: {@code "q=x", "q.year=8"}; a name given twice has two values. */
    public static Entries posted(String... fields) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        Arrays.stream(fields).forEach(field -> {
            var at = field.indexOf('=');
            all.merge(field.substring(0, at), List.of(field.substring(at + 1)), (a, b) -> {
                var both = new java.util.ArrayList<>(a);
                both.addAll(b);
                return both;
            });
        });
        return new Entries(all);
    }
}
