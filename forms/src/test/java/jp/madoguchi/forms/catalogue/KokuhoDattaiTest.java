package jp.madoguchi.forms.catalogue;

import static jp.madoguchi.forms.catalogue.Applicant.address;
import static jp.madoguchi.forms.catalogue.Applicant.all;
import static jp.madoguchi.forms.catalogue.Applicant.contact;
import static jp.madoguchi.forms.catalogue.Applicant.date;
import static jp.madoguchi.forms.catalogue.Applicant.fields;
import static jp.madoguchi.forms.catalogue.Applicant.name;
import static org.assertj.core.api.Assertions.assertThat;

import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.definition.ProcedureKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KokuhoDattaiTest {

    private final Applicant taro = new Applicant("kokuho-dattai");

    @Test
    void joiningInsuranceThroughWorkIsNotifiedToTheCentre() {
        taro.fill("reason", "reason=joined-insurance");
        taro.fill("householder", all(name("householder-name"), date("householder-birth", 1990, 1, 1),
                address("householder-address", "灘区", "桜口町"), contact("householder-phone", "householder-mail"),
                fields("insurance-number=12345678")));
        taro.add("leavers");
        for (var row : new String[]{"r1", "r2"}) {
            taro.fill("leavers", all(name("leavers." + row + ".leaver-name"),
                    date("leavers." + row + ".leaver-birth", row.equals("r1") ? 1990 : 2015, 1, 1),
                    date("leavers." + row + ".leaver-joined", 2026, 11, 1), fields(
                            "leavers." + row + ".leaver-insurer=協会けんぽ", "leavers." + row + ".leaver-dependent=no")));
        }
        taro.attach("eligibility").fill("attachments", "truth=yes");

        assertThat(taro.missing()).isEmpty();
        assertThat(taro.filling().route().office()).isEqualTo("center");
        assertThat(taro.filling().procedure().kind()).isEqualTo(ProcedureKind.NOTIFICATION);
        assertThat(taro.filling().endingAfter(new PageId("reason"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"welfare", "moving-out", "death", "late-elderly", "other"})
    void everyOtherReasonLeadsToTheCounter(String reason) {
        taro.fill("reason", "reason=" + reason);

        assertThat(taro.filling().endingAfter(new PageId("reason"))).get()
                .satisfies(ending -> assertThat(ending.instead().ja()).contains("区役所"));
    }
}
