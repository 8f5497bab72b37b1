package jp.madoguchi.backoffice.queue;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.ProfilePart;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.japanese.NameKey;
import org.jspecify.annotations.Nullable;

/**
 * By what a case is found: one line for each name, kana, telephone number, birth date and the receipt number, all folded. Every
 * person who stands in the answers counts, in every revision: who calls may be the spouse, or give the name before it was
 * corrected.
 */
final class SearchKeys {

    /** To be counted up when other things are gathered or cut otherwise; the folding has a version of its own. */
    static final int VERSION = 1 + 100 * NameKey.VERSION;

    static final char RECEIPT = '#';
    static final char PHONE = '+';
    static final char BIRTH = '*';
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Set<String> lines = new LinkedHashSet<>();

    SearchKeys(String receiptNumber, String applicant) {
        lines.add(RECEIPT + receiptNumber);
        name(applicant);
    }

    SearchKeys with(Procedure procedure, Answers answers) {
        procedure.pages().forEach(page -> items(page.items(), answers, procedure));
        return this;
    }

    /** The lines, one below the other. */
    String key() {
        return String.join("\n", lines);
    }

    /** The pieces of all lines, each once. */
    String[] grams() {
        var grams = new LinkedHashSet<String>();
        lines.forEach(line -> grams.addAll(Grams.stored(line)));
        return grams.toArray(String[]::new);
    }

    private void items(List<Item> items, Answers answers, Procedure procedure) {
        for (var item : items) {
            switch (item) {
                case Question question ->
                    answers.get(question.id()).ifPresent(answer -> answer(question, answer, procedure));
                case Repeat repeat -> answers.get(repeat.id(), Answer.Rows.class).ifPresent(
                        rows -> rows.rows().forEach(row -> items(repeat.items(), row.answers(), procedure)));
            }
        }
    }

    private void answer(Question question, Answer answer, Procedure procedure) {
        switch (answer) {
            case Answer.PersonName person -> {
                name(person.family() + person.given());
                name(orEmpty(person.familyKana()) + orEmpty(person.givenKana()));
            }
            case Answer.Text(var text) when question.kind() instanceof QuestionKind.Phone -> phone(text);
            case Answer.Text(var text) when question.kind() instanceof QuestionKind.Kana
                    || question.id().equals(procedure.applicantName()) ->
                name(text);
            case Answer.Date(var day) when isBirth(question) -> lines.add(BIRTH + written(day));
            case Answer.FilledIn part -> name(part.by());
            default -> {
                // Nothing by which anybody asks for a case.
            }
        }
    }

    /** Birth dates are told by what residents may keep about themselves, or by the designer's own words. */
    private static boolean isBirth(Question question) {
        var prefill = question.prefill();
        return prefill != null && prefill.profile() == ProfilePart.BIRTH || question.label().ja().contains("生年月日");
    }

    private void name(String text) {
        var key = NameKey.of(text);
        if (!key.isEmpty()) {
            lines.add(key);
        }
    }

    private void phone(String text) {
        var digits = domestic(text);
        if (!digits.isEmpty()) {
            lines.add(PHONE + digits);
        }
    }

    /** The digits alone, with the leading 0 in place of the country's 81. */
    static String domestic(String typed) {
        var folded = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        var digits = folded.codePoints().filter(point -> point >= '0' && point <= '9')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        var abroad = folded.startsWith("+81")
                ? "81"
                : digits.startsWith("01081")
                        ? "01081"
                        : digits.startsWith("0081") ? "0081" : "";
        if (abroad.isEmpty()) {
            return digits;
        }
        var rest = digits.substring(abroad.length());
        return rest.startsWith("0") ? rest : "0" + rest;
    }

    static String written(LocalDate day) {
        return day.format(DAY);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
