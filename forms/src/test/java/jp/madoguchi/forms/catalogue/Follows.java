package jp.madoguchi.forms.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;

import jp.madoguchi.forms.PageId;

/**
 * What follows from answers, in one line each: {@code "page: question=value & birth@2020-04-01; other-page: …"}. A date
 * stands behind an at sign.
 */
final class Follows {

    private Follows() {}

    static Applicant who(String procedure, String answers) {
        var applicant = new Applicant(procedure);
        answer(applicant, answers);
        return applicant;
    }

    static void answer(Applicant applicant, String answers) {
        for (var page : answers.split(";")) {
            var colon = page.indexOf(':');
            applicant.fill(page.substring(0, colon).strip(), fields(page.substring(colon + 1)));
        }
    }

    /** The questions, separated by spaces, are wanted after the one set of answers and not after the other. */
    static void asks(String procedure, String answers, String questions, String otherwise) {
        var wanted = questions.split(" ");
        assertThat(who(procedure, answers).missing()).as(answers).contains(wanted);
        assertThat(who(procedure, otherwise).missing()).as(otherwise).doesNotContain(wanted);
    }

    /** The same for questions that may be left empty and for blocks of information. */
    static void shows(String procedure, String answers, String questions, String otherwise) {
        for (var question : questions.split(" ")) {
            var id = new jp.madoguchi.forms.QuestionId(question);
            assertThat(who(procedure, answers).filling().visibility().shows(id)).as(answers).isTrue();
            assertThat(who(procedure, otherwise).filling().visibility().shows(id)).as(otherwise).isFalse();
        }
    }

    static void ends(String procedure, String page, String answers, String ending, String otherwise) {
        assertThat(who(procedure, page + ": " + answers).filling().endingAfter(new PageId(page))).get()
                .satisfies(each -> assertThat(each.id()).isEqualTo(ending));
        assertThat(who(procedure, page + ": " + otherwise).filling().endingAfter(new PageId(page))).isEmpty();
    }

    /** The rule speaks after the one set of answers and is silent after the other. */
    static void refuses(String procedure, String answers, String rule, String otherwise) {
        assertThat(codes(who(procedure, answers))).as(answers).contains("rule-" + rule);
        assertThat(codes(who(procedure, otherwise))).as(otherwise).doesNotContain("rule-" + rule);
    }

    /** After the one set of answers the applicant is told of being late, after the other of being in time; both can go on. */
    static void tellsOfBeingLate(String procedure, String answers, String deadline, String otherwise) {
        assertThat(late(who(procedure, answers), deadline)).as(answers).isTrue();
        assertThat(late(who(procedure, otherwise), deadline)).as(otherwise).isFalse();
        assertThat(codes(who(procedure, answers))).as(answers).isEqualTo(codes(who(procedure, otherwise)));
    }

    private static boolean late(Applicant applicant, String deadline) {
        return applicant.filling().dueDays(_ -> true).stream().filter(due -> due.due().id().equals(deadline))
                .findFirst()
                .orElseThrow().late();
    }

    private static java.util.List<String> codes(Applicant applicant) {
        return applicant.filling().checkAll().stream().map(finding -> finding.code()).toList();
    }

    private static String[] fields(String answers) {
        var fields = new ArrayList<String>();
        for (var answer : answers.split("&")) {
            var field = answer.strip();
            int at = field.indexOf('@');
            if (at > 0 && !field.contains("=")) {
                var date = field.substring(at + 1).split("-");
                fields.addAll(Arrays.asList(Applicant.date(field.substring(0, at), Integer.parseInt(date[0]),
                        Integer.parseInt(date[1]), Integer.parseInt(date[2]))));
            } else if (!field.isEmpty()) {
                fields.add(field);
            }
        }
        return fields.toArray(String[]::new);
    }
}
