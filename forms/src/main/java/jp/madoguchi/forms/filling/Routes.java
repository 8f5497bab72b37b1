package jp.madoguchi.forms.filling;

import java.util.stream.Stream;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Listing;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Routing;
import jp.madoguchi.forms.japanese.Digits;
import jp.madoguchi.forms.japanese.Ward;

/**
 * Which office works an application.
 */
final class Routes {

    private Routes() {}

    static String office(Procedure procedure, Answers answers) {
        return switch (procedure.routing()) {
            case Routing.ToOffice(String office) -> office;
            case Routing.ByWard byWard ->
                byWard.addresses().stream().flatMap(address -> answers.get(address, Answer.Address.class).stream())
                        .findFirst().map(address -> office(byWard, address)).orElse(byWard.otherwise());
            case Routing.ByChoice byChoice ->
                chosen(byChoice.question(), answers).flatMap(choices -> choices.codes().stream())
                        .map(code -> office(procedure, byChoice, code)).findFirst().orElse(byChoice.otherwise());
        };
    }

    /** By the option, or by the group that an entry of a long list stands in. */
    private static String office(Procedure procedure, Routing.ByChoice routing, String code) {
        var group = procedure.item(routing.question()).filter(Question.class::isInstance).map(Question.class::cast)
                .map(Question::kind).filter(QuestionKind.ChooseListed.class::isInstance)
                .map(QuestionKind.ChooseListed.class::cast)
                .flatMap(listed -> listed.list().entry(code).flatMap(listed.list()::groupOf)).map(Listing.Group::code);
        return routing.offices().getOrDefault(code, group.map(routing.offices()::get).orElse(routing.otherwise()));
    }

    /** The answers to a choice, outside of repeats and then row by row. */
    private static Stream<Answer.Choices> chosen(QuestionId question, Answers answers) {
        var rows = answers.values().values().stream().filter(Answer.Rows.class::isInstance).map(Answer.Rows.class::cast)
                .flatMap(repeat -> repeat.rows().stream()).flatMap(row -> chosen(question, row.answers()));
        return Stream.concat(answers.get(question, Answer.Choices.class).stream(), rows);
    }

    private static String office(Routing.ByWard routing, Answer.Address address) {
        var typed = address.ward();
        var ward = typed == null ? null : Ward.find(typed).orElse(null);
        if (ward == null) {
            return routing.otherwise();
        }
        // The town may carry its block: 「神の谷一丁目」 belongs to 「神の谷」. The longest name that fits decides.
        var place = ward.title() + "/" + Digits.trim(address.town());
        return routing.byTown().entrySet().stream().filter(town -> place.startsWith(town.getKey()))
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .map(java.util.Map.Entry::getValue).orElse(ward.office());
    }
}
