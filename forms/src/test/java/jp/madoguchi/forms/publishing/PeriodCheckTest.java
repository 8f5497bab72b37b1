package jp.madoguchi.forms.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.file.DefinitionFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of processing periods before publication. */
class PeriodCheckTest {

    @ParameterizedTest(name = "{0} by the city, {1} by law: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            days: 14          | days: 14                                                          | ''
            business-days: 10 | days: 14                                                          | ''
            business-days: 11 | days: 14                                                          | standard-over-statutory
            business-days: 30 | days: 30                                                          | standard-over-statutory
            days: 15          | days: 14                                                          | standard-over-statutory
            days: 14          | days: 14, extension: {longest: 30, law: 法}                        | ''
            days: 14          | days: 14, extension: {law: 法}                                     | ''
            days: 14          | days: 14, extension: {longest: 14, law: 法}                        | extension-too-short
            days: 14          | days: 14, deemed-refusal: {after: 30, law: 法}                     | ''
            days: 14          | days: 14, deemed-refusal: {after: 13, law: 法}                     | deemed-too-early
            """)
    void thePeriodsFitTogether(String own, String law, String code) {
        var codes = codes("application", "{" + own + ", statutory: {law: 法第1条, " + law + "}}");
        assertThat(codes).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void whatIsNotDecidedHasNoPeriodForTheDecision() {
        assertThat(codes("notification", "{days: 5, statutory: {days: 14, law: 法第1条}}"))
                .contains("statutory-period-without-decision");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {business-days: 10, sample: true}
            {days: 14, statutory: {days: 14, law: 法, pauses: true, extension: {longest: 30, law: 法}, deemed-refusal: {after: 30, law: 法}}}
            {days: 30, statutory: {days: 30, law: 法, extension: {law: 法}, deemed-refusal: {law: 法}}}
            """)
    void whatIsWrittenIsReadAgain(String period) {
        var procedure = SampleForms.withPeriod("application", period);
        assertThat(DefinitionFile.readJson(DefinitionFile.writeJson(procedure)).standardPeriod())
                .isEqualTo(procedure.standardPeriod());
    }

    private static List<String> codes(String kind, String period) {
        return PublicationChecks.of(SampleForms.withPeriod(kind, period)).stream().map(Remark::code)
                .filter(code -> code.contains("statutory") || code.contains("extension") || code.contains("deemed"))
                .toList();
    }
}
