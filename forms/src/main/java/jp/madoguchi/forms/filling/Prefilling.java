package jp.madoguchi.forms.filling;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.ProfilePart;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.field.Fields;
import jp.madoguchi.forms.city.City;

import org.jspecify.annotations.Nullable;

/**
 * What an application begins with: answers that its questions declare to take from elsewhere. What a question would not take
 * if it were typed is left out; it is then asked as ever.
 *
 * @param answers by question of the new application
 * @param sources where each of them came from
 */
public record Prefilling(Answers answers, Map<QuestionId, Source> sources) {

    public static final Prefilling NOTHING = new Prefilling(Answers.NONE, Map.of());

    public Prefilling {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    public enum Source {
        PROFILE, BUNDLE
    }

    /**
     * @param profile what the resident keeps; empty where nobody is signed in
     * @param interview the answers in force of the bundle's interview; none outside of a bundle
     */
    public static Prefilling of(Procedure procedure, Map<ProfilePart, Answer> profile, Answers interview,
            LocalDate today) {
        var answers = new LinkedHashMap<QuestionId, Answer>();
        var sources = new LinkedHashMap<QuestionId, Source>();
        for (var page : procedure.pages()) {
            for (var item : page.items()) {
                if (item instanceof Question question && question.prefill() != null) {
                    var asked = question.prefill().bundle();
                    var shared = take(question, asked == null ? null : interview.get(asked).orElse(null), today);
                    var part = question.prefill().profile();
                    var kept = take(question, part == null ? null : profile.get(part), today);
                    shared.or(() -> kept).ifPresent(answer -> {
                        answers.put(question.id(), answer);
                        sources.put(question.id(), shared.isPresent() ? Source.BUNDLE : Source.PROFILE);
                    });
                }
            }
        }
        return new Prefilling(new Answers(answers), sources);
    }

    static Optional<Answer> take(Question question, @Nullable Answer answer, LocalDate today) {
        return Optional.ofNullable(answer).map(given -> suited(question.kind(), given))
                .filter(given -> isShareable(given) && Fields.check(question, given, today).isEmpty());
    }

    /** A file belongs to one application, and consent is given for one. */
    static boolean isShareable(Answer answer) {
        return answer.filesOf().isEmpty() && !(answer instanceof Answer.Files) && !(answer instanceof Answer.Agreement)
                && !(answer instanceof Answer.Rows);
    }

    /** The same in the shape that the question's form shows: with the ward by itself or within the city's name. */
    static Answer suited(QuestionKind kind, Answer answer) {
        return switch (answer) {
            case Answer.Address address when kind instanceof QuestionKind.Address(boolean within) ->
                within ? withWard(address) : withoutWard(address);
            case Answer.PersonName name when kind instanceof QuestionKind.PersonName(boolean kana) && !kana ->
                new Answer.PersonName(name.family(), name.given(), null, null);
            default -> answer;
        };
    }

    private static Answer.Address withWard(Answer.Address address) {
        var city = City.inForce();
        return address.ward() != null
                ? address
                : city.wardOfPlace(address.prefectureCity())
                        .map(ward -> new Answer.Address(address.postal(), city.address(), ward.name(), address.town(),
                                address.number(), address.building()))
                        .orElse(address);
    }

    private static Answer.Address withoutWard(Answer.Address address) {
        return address.ward() == null
                ? address
                : new Answer.Address(address.postal(), address.prefectureCity() + address.ward(), null, address.town(),
                        address.number(), address.building());
    }
}
