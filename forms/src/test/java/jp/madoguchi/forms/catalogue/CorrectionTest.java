package jp.madoguchi.forms.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.correction.CorrectionScope;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is answered in a correction, there is a way to hand it in. */
class CorrectionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            juminhyo | requester: requester=self; certificate: removed=no & entries=my-number & my-number-for=勤務先 & my-number-why=社会保険 | requester | requester: requester=third-party | entries | removed
            juminhyo | requester: requester=self; certificate: removed=no & entries=my-number & my-number-for=勤務先 & my-number-why=社会保険 | removed | certificate: removed=yes | entries | requester
            juminhyo | requester: requester=self; certificate: removed=no & entries=my-number & my-number-for=勤務先 & my-number-why=社会保険 | my-number-for | certificate: my-number-for=銀行 | my-number-for | entries requester removed my-number-why
            """)
    void whatIsWrongBesideACorrectedAnswerIsOpenAndNothingElse(String procedure, String before, String asked,
            String after, String open, String closed) {
        var hanako = Follows.who(procedure, before);
        var scope = CorrectionScope.of(SampleForms.fromCatalogue(procedure), hanako.filling().effectiveAnswers(),
                List.of(asked), SampleForms.TODAY);
        Follows.answer(hanako, after);

        var mayChange = scope.openWith(hanako.filling().answers());

        assertThat(open.split(" ")).allMatch(question -> mayChange.test(FieldPath.parse(question)));
        assertThat(closed.split(" ")).noneMatch(question -> mayChange.test(FieldPath.parse(question)));
    }
}
