package jp.madoguchi.forms.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.definition.DateLimit;
import jp.madoguchi.forms.definition.Listing;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.definition.QuestionKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of question says of itself. */
class KindTest {

    private static final Localized LABEL = Localized.of("様式", "form");
    private static final List<Option> OPTIONS = List.of(new Option("a", Localized.of("あ", "A"), false),
            new Option("b", Localized.of("い", "B"), true));

    static Stream<QuestionKind> kinds() {
        return Stream.of(new QuestionKind.Text(10, false, null, null), new QuestionKind.Number(null, null, 0, null),
                new QuestionKind.Money(0, 10), new QuestionKind.Date(new DateLimit.Open(), new DateLimit.Open(), null),
                new QuestionKind.Time(), new QuestionKind.Month(), new QuestionKind.YesNo(),
                new QuestionKind.ChooseOne(OPTIONS), new QuestionKind.ChooseMany(OPTIONS, 0, 2),
                new QuestionKind.ChooseListed(new Listing(List.of(),
                        List.of(new Listing.Entry("x", Localized.of("園", "Nursery"), null, List.of())))),
                new QuestionKind.PersonName(true), new QuestionKind.Kana(10), new QuestionKind.Address(true),
                new QuestionKind.Phone(), new QuestionKind.Mail(), new QuestionKind.BankAccount(),
                new QuestionKind.CodeNumber(1, 13, QuestionKind.CheckRule.NONE),
                new QuestionKind.Files(0, 1, 1, Set.of(QuestionKind.FileType.PDF)),
                new QuestionKind.FilledByOther(new ProcedureId("part"), LABEL, Map.of(), null, null, null),
                new QuestionKind.Agreement(LABEL), new QuestionKind.Information(LABEL));
    }

    @Test
    void everyKindIsHere() {
        assertThat(kinds().map(Object::getClass))
                .containsExactlyInAnyOrder(QuestionKind.class.getPermittedSubclasses());
        assertThat(kinds().map(kind -> QuestionField.of(kind).name())).containsExactlyInAnyOrder(KindName.values());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isNamedInFilesAsInCode(QuestionKind kind) {
        var name = QuestionField.of(kind).name();
        assertThat(name.inFile()).isEqualTo(kind.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT));
        assertThat(KindName.of(name.inFile())).contains(name);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isConsistent(QuestionKind kind) {
        var field = QuestionField.of(kind);
        assertThat(field.parts()).containsAll(field.preset()).doesNotHaveDuplicates();
        assertThat(field.parts().isEmpty() || field.parts().contains(field.firstPart())).isTrue();
        assertThat(field.isOneField()).isEqualTo(field.parts().contains("") && field.name() != KindName.MAIL);
        assertThat(field.isShapedLikeMyNumber()).isFalse();
        // Whatever can be typed freely has a part for it, and what is chosen takes no text.
        assertThat(field.takesText() && (field.parts().isEmpty() || field.chooses())).isFalse();
        assertThat(field.codes()).allSatisfy(code -> {
            assertThat(field.word(code).ja()).isNotEqualTo(code);
            assertThat(field.word(code).speaks(Language.EN)).isTrue();
        });
        if (field.hasAnswer()) {
            assertThat(field.missing(LABEL).ja()).contains("「様式」");
            assertThat(field.missing(LABEL).in(Language.EN)).contains("form");
        }
    }

    @Test
    void aCodeOfTwelveDigitsIsShapedLikeAMyNumber() {
        assertThat(QuestionField.of(new QuestionKind.CodeNumber(12, 12, QuestionKind.CheckRule.NONE))
                .isShapedLikeMyNumber())
                .isTrue();
    }
}
