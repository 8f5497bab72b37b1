package jp.madoguchi.forms.filling;

import static jp.madoguchi.forms.SampleForms.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.ProfilePart;
import jp.madoguchi.forms.filling.Prefilling.Source;
import jp.madoguchi.forms.publishing.PublicationChecks;
import jp.madoguchi.forms.publishing.Remark;

import org.junit.jupiter.api.Test;

class PrefillingTest {

    private static final QuestionId Q = new QuestionId("q");
    private static final QuestionId ASKED = new QuestionId("asked");
    private static final Answer NAME = new Answer.PersonName("神戸", "花子", "コウベ", "ハナコ");

    @Test
    void theInterviewGoesBeforeTheProfile() {
        var form = SampleForms.asking("kind: person-name, prefill: {bundle: asked, profile: name}");
        var taro = new Answer.PersonName("髙橋", "太郎", "タカハシ", "タロウ");

        assertThat(prefill(form, Map.of(ProfilePart.NAME, NAME), new Answers(Map.of(ASKED, taro)))).satisfies(both -> {
            assertThat(both.answers().get(Q)).contains(taro);
            assertThat(both.sources()).containsEntry(Q, Source.BUNDLE);
        });
        assertThat(prefill(form, Map.of(ProfilePart.NAME, NAME), Answers.NONE)).satisfies(profile -> {
            assertThat(profile.answers().get(Q)).contains(NAME);
            assertThat(profile.sources()).containsEntry(Q, Source.PROFILE);
        });
        assertThat(prefill(form, Map.of(), Answers.NONE)).isEqualTo(Prefilling.NOTHING);
    }

    @Test
    void whatTheQuestionWouldRefuseIsNotFilledIn() {
        var past = SampleForms.asking("kind: date, latest: 2000-01-01, prefill: {profile: birth}");
        assertThat(prefill(past, Map.of(ProfilePart.BIRTH, new Answer.Date(LocalDate.of(2001, 1, 1))), Answers.NONE))
                .isEqualTo(Prefilling.NOTHING);

        var other = SampleForms.asking("kind: phone, prefill: {bundle: asked}");
        assertThat(prefill(other, Map.of(), new Answers(Map.of(ASKED, NAME)))).isEqualTo(Prefilling.NOTHING);
    }

    @Test
    void filesAndConsentAreNeverFilledIn() {
        var files = new Answer.Files(List.of(new Answer.FileRef(UUID.randomUUID(), "a.pdf", 1, "ab".repeat(32),
                "application/pdf")));
        assertThat(prefill(SampleForms.asking("kind: files, prefill: {bundle: asked}"), Map.of(),
                new Answers(Map.of(ASKED, files)))).isEqualTo(Prefilling.NOTHING);
        assertThat(prefill(SampleForms.asking("kind: agreement, statement: はい, prefill: {bundle: asked}"), Map.of(),
                new Answers(Map.of(ASKED, new Answer.Agreement())))).isEqualTo(Prefilling.NOTHING);
    }

    @Test
    void anAddressTakesTheShapeOfItsForm() {
        var whole = new Answer.Address("6508570", "兵庫県神戸市中央区", null, "加納町", "6丁目5-1", null);
        var parted = new Answer.Address("6508570", "兵庫県神戸市", "中央区", "加納町", "6丁目5-1", null);
        var within = SampleForms.asking("kind: address, within-city: true, prefill: {profile: address}");
        var anywhere = SampleForms.asking("kind: address, prefill: {profile: address}");

        for (var kept : List.of(whole, parted)) {
            assertThat(prefill(within, Map.of(ProfilePart.ADDRESS, kept), Answers.NONE).answers().get(Q))
                    .contains(parted);
            assertThat(prefill(anywhere, Map.of(ProfilePart.ADDRESS, kept), Answers.NONE).answers().get(Q))
                    .contains(whole);
        }
        var elsewhere = new Answer.Address(null, "兵庫県明石市", null, "中崎", "1-5-1", null);
        assertThat(prefill(within, Map.of(ProfilePart.ADDRESS, elsewhere), Answers.NONE))
                .isEqualTo(Prefilling.NOTHING);
    }

    @Test
    void aNameWithoutKanaIsTakenWithoutThem() {
        assertThat(prefill(SampleForms.asking("kind: person-name, with-kana: false, prefill: {profile: name}"),
                Map.of(ProfilePart.NAME, NAME), Answers.NONE).answers().get(Q))
                .contains(new Answer.PersonName("神戸", "花子", null, null));
    }

    @Test
    void misfitsStopPublication() {
        assertThat(PublicationChecks.of(SampleForms.with("""
                pages:
                  - id: p
                    title: 頁
                    questions:
                      - {id: q, kind: person-name, label: 名前, prefill: {profile: phone}}
                      - id: rows
                        kind: repeat
                        label: 行
                        questions:
                          - {id: r, kind: phone, label: 電話, prefill: {profile: phone}}
                """))).filteredOn(remark -> remark.weight() == Remark.Weight.BLOCKING).extracting(Remark::code)
                .containsExactlyInAnyOrder("wrong-kind", "prefill-in-rows");
    }

    private static Prefilling prefill(Procedure form, Map<ProfilePart, Answer> profile, Answers interview) {
        return Prefilling.of(form, profile, interview, TODAY);
    }
}
