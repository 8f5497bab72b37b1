package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import jp.madoguchi.forms.catalogue.SampleCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Hanako keeps about herself is filled in for her and for nobody else. */
class ProfileStoryTest {

    private static final String MARK = "登録した情報から入れました";

    private static PortalServer portal;

    @BeforeAll
    static void start() {
        portal = PortalServer.start();
        SampleCatalogue.procedures().forEach(procedure -> portal.publish(procedure, 1));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void whatIsKeptBeginsTheNextApplicationAndMayBeChanged() {
        var hanako = signedIn(UUID.randomUUID());
        assertThat(hanako.status()).isEqualTo(200);
        assertThat(hanako.html()).contains("わたしの情報", "個人情報を使う目的").doesNotContain("すべて消す");
        save(hanako);
        assertThat(hanako.html()).contains("登録しました", "すべて消す", "value=\"花子\"");

        begin(hanako);
        assertThat(hanako.html()).contains(MARK, "value=\"花子\"", "value=\"078-331-8181\"", "value=\"加納町\"")
                .contains("<option value=\"中央区\" selected");
        hanako.fillIn("claimant-name.family", "神戸", "claimant-name.given", "はな", "claimant-name.family-kana", "コウベ",
                "claimant-name.given-kana", "ハナ", "claimant-birth.era", "H", "claimant-birth.year", "2",
                "claimant-birth.month", "4", "claimant-birth.day", "1", "claimant-address.postal", "650-0001",
                "claimant-address.ward", "中央区", "claimant-address.town", "加納町", "claimant-address.number", "6丁目5-1",
                "claimant-address.building", "", "claimant-phone", "078-331-8181", "claimant-mail",
                "hanako@example.jp", "claimant-mail.again", "hanako@example.jp");
        hanako.open(hanako.path().replace("/children", "/claimant"));
        assertThat(hanako.html()).contains("value=\"はな\"").contains("id=\"f-claimant-phone-mark\"")
                .doesNotContain("id=\"f-claimant-name-mark\"");

        hanako.open("/account/profile");
        hanako.press("/deletion");
        assertThat(hanako.html()).contains("登録した情報を消しました").doesNotContain("value=\"花子\"");
        begin(hanako);
        assertThat(hanako.html()).doesNotContain(MARK);
    }

    @Test
    void nobodyElseSeesIt() {
        save(signedIn(UUID.randomUUID()));

        var taro = signedIn(UUID.randomUUID());
        assertThat(taro.html()).doesNotContain("花子\"").doesNotContain("加納町");
        begin(taro);
        assertThat(taro.html()).doesNotContain(MARK).doesNotContain("value=\"花子\"");

        var nobody = new Applicant(portal);
        begin(nobody);
        assertThat(nobody.html()).doesNotContain(MARK).doesNotContain("value=\"花子\"");
    }

    @Test
    void badInputIsAnsweredBesideItAndNothingTypedIsLost() {
        var hanako = signedIn(UUID.randomUUID());
        hanako.fillIn("my-name.family", "神戸", "my-name.given", "花子", "my-name.family-kana", "コウベ",
                "my-name.given-kana", "ハナコ", "my-phone", "12", "my-address.town", "1234 5678 9018");
        assertThat(hanako.status()).isEqualTo(422);
        assertThat(hanako.html()).contains("value=\"花子\"", "value=\"12\"", "日本の電話番号を1つだけ入力してください")
                .doesNotContain("1234 5678 9018");
        hanako.open("/account/profile");
        assertThat(hanako.html()).doesNotContain("value=\"花子\"");

        // A field that nobody knows takes nothing with it.
        hanako.fillIn("someone-else", "x", "my-phone", "078-331-8181");
        assertThat(hanako.status()).isEqualTo(200);
        assertThat(hanako.html()).contains("登録しました", "value=\"078-331-8181\"").doesNotContain("someone-else");
    }

    @Test
    void twoPagesDoNotOverwriteEachOtherUnseen() {
        var hanako = signedIn(UUID.randomUUID());
        var early = hanako.hidden("/account/profile");
        hanako.fillIn("my-phone", "078-331-8181");
        hanako.post("/account/profile", early, Applicant.fields("my-phone", "078-111-1111"));
        assertThat(hanako.status()).isEqualTo(409);
        assertThat(hanako.html()).contains("まだ保存していません", "value=\"078-111-1111\"");
        hanako.fillIn("my-phone", "078-111-1111");
        assertThat(hanako.html()).contains("登録しました", "value=\"078-111-1111\"");
    }

    private static Applicant signedIn(UUID account) {
        portal.identity().signsIn(account, "神戸 花子", "hanako@example.jp");
        var someone = new Applicant(portal);
        someone.open("/account/profile");
        return someone;
    }

    private static void save(Applicant hanako) {
        hanako.fillIn("my-name.family", "神戸", "my-name.given", "花子", "my-name.family-kana", "コウベ",
                "my-name.given-kana", "ハナコ", "my-birth.era", "H", "my-birth.year", "2", "my-birth.month", "4",
                "my-birth.day", "1", "my-phone", "078-331-8181", "my-mail", "hanako@example.jp", "my-mail.again",
                "hanako@example.jp", "my-address.postal", "650-0001", "my-address.prefecture-city", "兵庫県神戸市中央区",
                "my-address.town", "加納町", "my-address.number", "6丁目5-1", "my-address.building", "");
    }

    private static void begin(Applicant someone) {
        someone.startJidoTeate();
        someone.fillIn("event", "birth", "event-date.era", "AD", "event-date.year", "2026", "event-date.month", "4",
                "event-date.day", "1");
    }
}
