package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

import jp.madoguchi.forms.catalogue.SampleCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** After her father's death Hanako answers once, sees what has to be done, and does it without typing anything again. */
class BundleStoryTest {

    private static final String MARK = "聞き取りの答えから入れました";
    private static final Pattern ITEM = Pattern.compile("<li class=\"card stack\".*?</li>", Pattern.DOTALL);

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
    void oneInterviewLeadsThroughAllThatHasToBeDone() {
        var hanako = new Applicant(portal);
        var list = interview(hanako);
        assertThat(item(hanako, "国民健康保険 資格喪失の届出（死亡）")).contains("国民健康保険に加入していたため", "まだ", "14日以内");
        assertThat(item(hanako, "葬祭費 支給申請（国民健康保険）")).contains("喪主が分かるもの", "この手続きをはじめる");
        assertThat(item(hanako, "年金（未支給年金）")).contains("年金事務所", "5年以内").doesNotContain("この手続きをはじめる");
        assertThat(hanako.html()).doesNotContain("介護保険 資格喪失").contains("オンラインの3件のうち、0件を提出しました");

        hanako.press("/bundle/seal");
        assertThat(hanako.html()).contains(MARK, "value=\"一郎\"", "印鑑登録証の返還");
        var begun = hanako.path();
        hanako.open(list);
        assertThat(item(hanako, "印鑑登録証の返還の届出")).contains("入力中", "続きから入力する").doesNotContain("この手続きをはじめる");

        hanako.open(begun);
        asItStands(hanako, "deceased");
        asItStands(hanako, "notifier");
        hanako.fillIn("returning", "counter", "truth", "yes");
        assertThat(hanako.path()).endsWith("/review");
        assertThat(hanako.html()).contains("神戸　一郎", "神戸　花子", "hanako@example.jp");
        hanako.press("/submission", "word", Applicant.WORD);
        assertThat(hanako.html()).contains("提出が完了しました", list);
        hanako.open(list);
        assertThat(item(hanako, "印鑑登録証の返還の届出")).contains("提出しました", "申請の状況を見る", "受付番号")
                .containsPattern("[1-9]\\d{3}-\\d{4}-\\d{4}-\\d{2}<");
        assertThat(hanako.html()).contains("オンラインの3件のうち、1件を提出しました");
        hanako.post(list + "/seal", hanako.hidden("/bundle/kokuho"), java.util.Map.of());
        assertThat(hanako.path()).startsWith("/tracking/");
    }

    @Test
    void twoClicksBeginOneApplicationAndWhatDoesNotApplyNone() {
        var hanako = new Applicant(portal);
        var list = interview(hanako);
        var token = hanako.hidden("/bundle/kokuho");
        hanako.post(list + "/kokuho", token, java.util.Map.of());
        var first = hanako.path();
        hanako.post(list + "/kokuho", token, java.util.Map.of());
        assertThat(hanako.path()).isEqualTo(first);

        for (var wrong : java.util.List.of("kaigo", "pension-national", "nothing")) {
            hanako.post(list + "/" + wrong, token, java.util.Map.of());
            assertThat(hanako.status()).as(wrong).isEqualTo(404);
            assertThat(hanako.html()).contains("一覧にありません");
        }
    }

    @Test
    void theInterviewIsNeverHandedInAndItsAnswersMayBeChanged() {
        var hanako = new Applicant(portal);
        var list = interview(hanako);
        var review = list.replace("/bundle", "/review");
        hanako.open(review);
        assertThat(hanako.html()).contains("質問の答え", "必要な手続きの一覧を見る").doesNotContain("この内容で提出する");
        hanako.post(list.replace("/bundle", "/submission"), java.util.Map.of("_csrf", csrf(hanako, list)),
                Applicant.fields("consent", "yes"));
        assertThat(hanako.html()).doesNotContain("提出が完了しました");

        hanako.open(list.replace("/bundle", "/pages/situation"));
        situation(hanako, "no");
        hanako.open(list);
        assertThat(hanako.html()).doesNotContain("印鑑登録証の返還");
    }

    @Test
    void strangersSeeNeitherTheInterviewNorWhatFollows() {
        var hanako = new Applicant(portal);
        var list = interview(hanako);
        hanako.press("/bundle/kokuho");
        var begun = hanako.path();

        var stranger = new Applicant(portal);
        for (var path : java.util.List.of(list, list.replace("/bundle", "/review"), begun)) {
            stranger.open(path);
            assertThat(stranger.status()).as(path).isEqualTo(404);
            assertThat(stranger.html()).doesNotContain("花子").doesNotContain("資格喪失");
        }
        var own = interview(stranger);
        stranger.post(list + "/kokuho", stranger.hidden("/bundle/kokuho"), java.util.Map.of());
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(own).isNotEqualTo(list);
    }

    @Test
    void theMailedLinkOpensTheListButNotWhatWasBegunOnAnotherDevice() {
        portal.mailbox().empty();
        var hanako = new Applicant(portal);
        var list = interview(hanako);
        hanako.press("/bundle/seal");
        var begun = hanako.path();
        hanako.open(list.replace("/bundle", "/later"));
        hanako.press("/later", "mail", "hanako@example.jp");

        var phone = new Applicant(portal);
        phone.openMailed(portal.mailbox()
                .awaitLetter(letter -> letter.text().contains("/resume/"), Duration.ofSeconds(20)).firstLink());
        assertThat(phone.path()).isEqualTo(list);
        assertThat(item(phone, "印鑑登録証の返還の届出")).contains("ほかの端末で入力中", "この手続きをはじめる").doesNotContain(begun);
        phone.open(begun);
        assertThat(phone.status()).isEqualTo(404);

        phone.open(list);
        phone.press("/bundle/seal");
        assertThat(phone.path()).isNotEqualTo(begun);
        assertThat(phone.html()).contains(MARK);
    }

    @Test
    void whoSignsInTakesTheInterviewAlong() {
        var account = UUID.randomUUID();
        portal.identity().signsIn(account, "神戸 花子", "hanako@example.jp");
        var hanako = new Applicant(portal);
        var list = interview(hanako);
        hanako.open("/account");
        hanako.open(list.replace("/bundle", ""));
        assertThat(hanako.path()).isEqualTo(list);
        hanako.press("/bundle/seal");
        var begun = hanako.path();

        var elsewhere = new Applicant(portal);
        elsewhere.open("/account");
        elsewhere.open(list);
        assertThat(item(elsewhere, "印鑑登録証の返還の届出")).contains("入力中", begun.replaceAll("/pages/.*", ""));

        portal.identity().signsIn(UUID.randomUUID(), "髙橋 太郎", "taro@example.jp");
        var taro = new Applicant(portal);
        taro.open("/account");
        taro.open(list);
        assertThat(taro.status()).isEqualTo(404);
    }

    @Test
    void anUnfinishedInterviewHasNoList() {
        var hanako = new Applicant(portal);
        hanako.open("/procedures/okuyami");
        hanako.press("/applications");
        var list = hanako.path().replaceAll("/pages/.*", "/bundle");
        hanako.open(list);
        assertThat(hanako.path()).endsWith("/pages/deceased");
        assertThat(hanako.html()).contains("入力の誤り");
        hanako.open("/applications/" + UUID.randomUUID() + "/bundle");
        assertThat(hanako.status()).isEqualTo(404);
    }

    /** Answers all questions; the address of the list. */
    private static String interview(Applicant hanako) {
        hanako.open("/procedures/okuyami");
        assertThat(hanako.html()).contains("市に提出されません");
        hanako.press("/applications");
        hanako.fillIn("death-reported", "yes", "deceased-name.family", "神戸", "deceased-name.given", "一郎",
                "deceased-name.family-kana", "コウベ", "deceased-name.given-kana", "イチロウ", "deceased-birth.era", "S",
                "deceased-birth.year", "30", "deceased-birth.month", "4", "deceased-birth.day", "1", "death-date.era",
                "R", "death-date.year", "8", "death-date.month", "7", "death-date.day", "1", "deceased-address.postal",
                "650-0001", "deceased-address.ward", "中央区", "deceased-address.town", "加納町",
                "deceased-address.number", "6丁目5-1", "deceased-address.building", "");
        hanako.fillIn("notifier-name.family", "神戸", "notifier-name.given", "花子", "notifier-name.family-kana", "コウベ",
                "notifier-name.given-kana", "ハナコ", "notifier-birth.era", "H", "notifier-birth.year", "2",
                "notifier-birth.month", "4", "notifier-birth.day", "1", "notifier-address.postal", "650-0001",
                "notifier-address.prefecture-city", "兵庫県神戸市中央区", "notifier-address.town", "加納町",
                "notifier-address.number", "6丁目5-1", "notifier-address.building", "", "notifier-phone",
                "078-331-8181", "notifier-mail", "hanako@example.jp", "notifier-mail.again", "hanako@example.jp",
                "relation", "child");
        situation(hanako, "yes");
        hanako.fillIn("dog", "no", "jido-teate", "no");
        hanako.fillIn("funeral-held", "yes");
        hanako.fillIn("funeral-held", "yes", "funeral-date.era", "R", "funeral-date.year", "8", "funeral-date.month",
                "7", "funeral-date.day", "3", "mourner", "yes");
        hanako.fillIn("account.bank", "0001", "account.bank-name", "みずほ銀行", "account.branch", "001",
                "account.branch-name", "本店", "account.type", "1", "account.number", "1234567", "account.holder",
                "コウベ ハナコ");
        assertThat(hanako.path()).as(hanako.html()).endsWith("/bundle");
        return hanako.path();
    }

    private static void situation(Applicant hanako, String seal) {
        hanako.fillIn("householder", "no", "insurance", "kokuho", "kaigo", "no", "pension", "national", "disability",
                "no", "city-tax", "no", "city-housing", "no", "seal", seal);
    }

    private static String item(Applicant hanako, String title) {
        return ITEM.matcher(hanako.html()).results().map(found -> found.group())
                .filter(found -> found.contains(">" + title + "<")).findFirst()
                .orElseThrow(() -> new AssertionError(title + " is not in the list:\n" + hanako.html()));
    }

    private static String csrf(Applicant hanako, String list) {
        hanako.open(list);
        return java.util.Objects.requireNonNull(hanako.hidden("/bundle/kokuho").get("_csrf"));
    }

    /** Goes on with what is filled in, as a browser without scripts posts it. */
    private static void asItStands(Applicant hanako, String page) {
        assertThat(hanako.path()).endsWith("/pages/" + page);
        hanako.fillIn(hanako.standing());
    }
}
