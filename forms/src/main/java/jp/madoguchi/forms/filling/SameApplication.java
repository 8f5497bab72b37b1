package jp.madoguchi.forms.filling;

import java.util.Optional;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.japanese.SearchKey;

/**
 * Tells two applications for the same thing where a procedure can be asked for once only: one household, one benefit. It never
 * refuses anybody, for the earlier one may be another's mistake; a clerk is told and looks.
 */
public final class SameApplication {

    private static final String BETWEEN = "\u001F";

    private SameApplication() {}

    /**
     * What two applications for the same have in common: the answers to the questions of {@code once-per} as people read them
     * (width, kana and spaces make no difference). Personal; to be kept as a hash only. Empty where the procedure can be asked
     * for again, or one of the questions is not answered.
     */
    public static Optional<String> key(Procedure procedure, Answers answers) {
        var questions = procedure.intake().oncePer();
        var said = questions.stream().flatMap(question -> answers.get(question).flatMap(SameApplication::text).stream())
                .toList();
        return questions.isEmpty() || said.size() < questions.size()
                ? Optional.empty()
                : Optional.of(String.join(BETWEEN, said));
    }

    /** What people read in an answer, where that is one text. */
    static Optional<String> text(Answer answer) {
        return switch (answer) {
            case Answer.Text(var text) -> Optional.of(SearchKey.of(text));
            case Answer.PersonName name -> Optional.of(SearchKey.of(name.family() + name.given()));
            case Answer.Date(var day) -> Optional.of(day.toString());
            default -> Optional.empty();
        };
    }
}
