package jp.madoguchi.forms.filling;

import java.util.Map;
import java.util.stream.Stream;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Listing;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Routing;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.CityAddress;

/**
 * Which office works an application.
 */
final class Routes {

    private Routes() {}

    static Route of(Procedure procedure, Answers answers) {
        return switch (procedure.routing()) {
            case Routing.ToOffice(String office) -> Route.to(office);
            case Routing.ByWard byWard ->
                byWard.addresses().stream()
                        .flatMap(address -> answers.get(address, Answer.Address.class).stream()
                                .map(answer -> byWard(procedure, byWard, address, answer)))
                        .findFirst().orElseGet(() -> Route.to(byWard.otherwise()));
            case Routing.ByChoice byChoice ->
                Route.to(chosen(byChoice.question(), answers).flatMap(choices -> choices.codes().stream())
                        .map(code -> office(procedure, byChoice, code)).findFirst().orElse(byChoice.otherwise()));
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

    /** An address outside of the city goes to {@code otherwise}; one of the city without its ward is for a person to place. */
    private static Route byWard(Procedure procedure, Routing.ByWard routing, QuestionId question,
            Answer.Address address) {
        var place = CityAddress.of(address.prefectureCity(), address.ward(), address.town());
        var city = City.inForce();
        var ward = place.ward();
        if (!place.inCity() || place.lacksWard()) {
            return place.inCity()
                    ? Route.unclear(
                            "「" + procedure.item(question).map(item -> item.label().ja()).orElse(question.value())
                                    + "」が市内の住所なのに、区が分かりません。")
                    : Route.to(routing.otherwise());
        }
        // The town may carry its block: 「神の谷一丁目」 belongs to 「神の谷」. The longest name that fits decides.
        var named = City.placeOf(ward, address.town());
        return Route.to(routing.byTown().entrySet().stream().filter(entry -> named.startsWith(entry.getKey()))
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .map(Map.Entry::getValue).orElseGet(() -> city.officeFor(ward, address.town()).id()));
    }
}
