package jp.madoguchi.forms.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jp.madoguchi.forms.QuestionId;

/**
 * The answers of one application, or of one row of a repeat. Immutable.
 */
public record Answers(Map<QuestionId, Answer> values) {

    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<Answer> get(QuestionId question) {
        return Optional.ofNullable(values.get(question));
    }

    /** The answer if it is of this type. */
    public <A extends Answer> Optional<A> get(QuestionId question, Class<A> type) {
        return get(question).filter(type::isInstance).map(type::cast);
    }

    public Answers with(QuestionId question, Answer answer) {
        var copy = new LinkedHashMap<>(values);
        copy.put(question, answer);
        return new Answers(copy);
    }

    public Answers without(QuestionId question) {
        var copy = new LinkedHashMap<>(values);
        copy.remove(question);
        return new Answers(copy);
    }
}
