package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.ApplicationUpdate.CorrectionRequest;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.platform.security.ClosedAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mailed link, or a cookie left on a device, opens and what not. */
class LinkStoryTest {

    private static final Pattern NUMBER = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{2}");

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

    @BeforeEach
    void empty() {
        portal.mailbox().empty();
    }

    @Test
    void lookingAtALinkOpensNothing() {
        var id = new Applicant(portal).applyForJidoTeate();
        var track = link("/track/");
        var resume = resumeLink(begun());
        for (var link : List.of(track, resume)) {
            var scanner = new Applicant(portal);
            for (int i = 0; i < 3; i++) {
                scanner.open(link);
                assertThat(scanner.status()).isEqualTo(200);
                assertThat(scanner.html()).contains("つづける").doesNotContain("児童手当", "神戸 花子");
                assertThat(scanner.html()).as("only what the page behind it has").contains(
                        link.equals(track) ? "画面の下の「この端末から消す」" : "トップページの「この端末から記録を消す」");
            }
            scanner.open("/tracking/" + id);
            assertThat(scanner.status()).isEqualTo(404);
        }
        assertThat(portal.count("select count(*) from visitor_grant where scope = 'moved'")).isZero();
    }

    @Test
    void theLinkOfAnApplicationAsksForTheWordAndNotForEver() {
        var id = new Applicant(portal).applyForJidoTeate();
        var finder = new Applicant(portal);
        finder.open(link("/track/"));
        for (int i = 0; i < 5; i++) {
            finder.press(finder.path(), "proof", "あてずっぽうの言葉" + i);
            assertThat(finder.status()).isEqualTo(422);
            assertThat(finder.html()).contains("申請の内容と合いません").doesNotContain("児童手当");
        }
        finder.press(finder.path(), "proof", Applicant.WORD);
        assertThat(finder.status()).as("the sixth try waits, right or wrong").isEqualTo(429);
        finder.open("/tracking/" + id);
        assertThat(finder.status()).isEqualTo(404);
    }

    @Test
    void withoutAnAccountAWordIsNeeded() {
        var hanako = new Applicant(portal);
        hanako.prepareJidoTeate();
        hanako.press("/submission", "consent", "yes");
        assertThat(hanako.status()).isEqualTo(422);
        assertThat(hanako.html()).contains("合言葉を入力してください", "autocomplete=\"new-password\"");
        for (var weak : List.of("短い", "12345678", "qwertyuiop", "aaaaaaaa", "花子花子花子花子", "hanako0401", "078-331-8181",
                "hanako@example.jp", "コウベハナコ", "19900401")) {
            hanako.press("/submission", "consent", "yes", "word", weak);
            assertThat(hanako.status()).as(weak).isEqualTo(422);
            assertThat(hanako.html()).containsPattern("id=\"f-word-error\"[^>]*>.*合言葉");
        }
        assertThat(hanako.html()).as("no secret comes back, and that is said").contains("もう一度入力してください")
                .doesNotContain("19900401");
        hanako.press("/submission", "consent", "yes", "word", Applicant.WORD);
        assertThat(hanako.path()).endsWith("/receipt");
    }

    @Test
    void aForgottenWordIsChosenAgainByMailAndName() {
        var id = new Applicant(portal).applyForJidoTeate();
        var letter = portal.mailbox().awaitLetter(each -> each.text().contains("/track/"), Duration.ofSeconds(20));
        var number = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{2}").matcher(letter.subject()).results()
                .findFirst().orElseThrow().group();
        portal.mailbox().empty();
        var phone = new Applicant(portal);
        // Somebody else's address, and a number that does not exist, are answered alike and mail nothing.
        for (var wrong : List.of(List.of(number, "taro@example.jp"),
                List.of("1234-5678-9012-34", "hanako@example.jp"))) {
            phone.open("/tracking/mail");
            phone.press("/tracking/mail", "number", wrong.get(0), "mail", wrong.get(1), "word", "yes");
        }
        phone.open("/tracking/mail");
        phone.press("/tracking/mail", "number", number, "mail", "だれか");
        assertThat(phone.status()).isEqualTo(422);
        assertThat(phone.html()).contains("value=\"だれか\"", "「name@example.jp」のように");
        phone.open("/tracking/mail");
        phone.press("/tracking/mail", "number", number.replace("-", ""), "mail", "Hanako@example.jp", "word", "yes");
        assertThat(phone.html()).contains("受付番号とアドレスが申請のとおりのときは、メールを送りました");
        var link = link("/word/");
        assertThat(portal.mailbox().letters()).singleElement()
                .satisfies(one -> assertThat(one.text()).doesNotContain("合言葉を入力"));

        phone.open(link);
        phone.press(phone.path(), "proof", "神戸太郎", "word", "もみじの散るころに");
        assertThat(phone.status()).isEqualTo(422);
        for (var written : List.of("神戸　花子", "こうべはなこ")) {
            phone.open(link);
            assertThat(phone.html()).doesNotContain("児童手当");
            phone.press(phone.path(), "proof", written, "word", "短い");
            assertThat(phone.status()).as(written).isEqualTo(422);
        }
        phone.press(phone.path(), "proof", "神戸花子", "word", "123456789018");
        assertThat(phone.status()).isEqualTo(422);
        assertThat(phone.html()).contains("マイナンバー（個人番号）と思われる");
        for (var weak : List.of("12345678", "hanako1990", "0783318181", number, "神戸花子19900401")) {
            phone.open(link);
            phone.press(phone.path(), "proof", "神戸花子", "word", weak);
            assertThat(phone.status()).as(weak).isEqualTo(422);
            assertThat(phone.html()).contains("ほかの人に当てられやすい", "value=\"神戸花子\"");
        }
        phone.press(phone.path(), "proof", "ｺｳﾍﾞ ﾊﾅｺ", "word", "もみじの散るころに");
        assertThat(phone.path()).isEqualTo("/tracking/" + id);
        assertThat(phone.html()).contains("合言葉を決め直しました");
        // The old word, the used link and the older ones are worth nothing.
        phone.open(link);
        assertThat(phone.status()).isEqualTo(404);
        phone.open(letter.firstLink());
        assertThat(phone.status()).isEqualTo(404);
        var other = new Applicant(portal);
        other.open("/tracking");
        other.press("/tracking", "number", number, "word", Applicant.WORD);
        assertThat(other.status()).isEqualTo(422);
        other.press("/tracking", "number", number, "word", "もみじの散るころに");
        assertThat(other.path()).isEqualTo("/tracking/" + id);
    }

    @ParameterizedTest
    @CsvSource({"髙橋,𠮷美,高橋 吉美", "髙橋,𠮷美,高橋　𠮷美", "高橋,吉美,髙橋吉美", "渡邊,浩,渡辺 浩", "渡辺,浩,渡邉　浩", "齋藤,學,斎藤学", "髙橋,𠮷美,たかはし　よしみ",
            "髙橋,𠮷美,ﾀｶﾊｼ ﾖｼﾐ"})
    void aNameIsProvedInAnyOfItsWritings(String family, String given, String typed) {
        var hanako = new Applicant(portal);
        hanako.startJidoTeate();
        hanako.fillIn("event", "birth");
        hanako.fillIn("claimant-name.family", family, "claimant-name.given", given, "claimant-name.family-kana",
                "タカハシ", "claimant-name.given-kana", "ヨシミ", "claimant-birth.era", "H", "claimant-birth.year", "2",
                "claimant-birth.month", "4", "claimant-birth.day", "1", "claimant-address.postal", "650-0001",
                "claimant-address.ward", "中央区", "claimant-address.town", "加納町", "claimant-address.number", "6丁目5-1",
                "claimant-phone", "078-331-8181", "claimant-mail", "yoshimi@example.jp", "claimant-mail.again",
                "yoshimi@example.jp");
        hanako.fillInChild("橋本", "一郎");
        hanako.fillIn("pension", "employees");
        hanako.fillIn("account.bank", "0001", "account.bank-name", "みずほ銀行", "account.branch", "001",
                "account.branch-name", "本店", "account.type", "1", "account.number", "1234567", "account.holder",
                "タカハシ ヨシミ");
        hanako.attach(new Applicant.Upload("identity", "免許証.pdf", Applicant.PDF), "_attach", "identity");
        hanako.fillIn("truth", "yes");
        hanako.press("/submission", "consent", "yes", "word", Applicant.WORD);
        var number = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{2}").matcher(hanako.html()).results().findFirst()
                .orElseThrow().group();
        var phone = new Applicant(portal);
        phone.open("/tracking/mail");
        phone.press("/tracking/mail", "number", number, "mail", "yoshimi@example.jp", "word", "yes");
        var mailed = link("/word/");
        phone.open(mailed);
        phone.press(phone.path(), "proof", "高橋 花子", "word", "もみじの散るころに");
        assertThat(phone.status()).isEqualTo(422);
        phone.press(phone.path(), "proof", typed, "word", "もみじの散るころに");
        assertThat(phone.html()).contains("合言葉を決め直しました");
    }

    @Test
    void anApplicationOfAnAccountIsOpenedBySigningInOnly() {
        portal.identity().signsIn(UUID.randomUUID(), "神戸 花子", "hanako@example.jp");
        var hanako = new Applicant(portal);
        hanako.open("/account");
        hanako.prepareJidoTeate();
        hanako.press("/submission", "consent", "yes");
        var id = hanako.path().split("/")[2];
        var link = link("/track/");

        var finder = new Applicant(portal);
        finder.open(link);
        assertThat(finder.html()).contains("ログインしてつづける").doesNotContain("児童手当", "name=\"proof\"");
        finder.open("/tracking");
        finder.post(link.replaceAll("https?://[^/]+", ""), finder.hidden("/tracking"),
                Applicant.fields("proof", "神戸花子"));
        for (var path : List.of("", "/copy.pdf", "/receipt")) {
            finder.open("/tracking/" + id + path);
            assertThat(finder.status()).as(path).isEqualTo(404);
        }
        portal.identity().signsIn(UUID.randomUUID(), "髙橋 太郎", "taro@example.jp");
        var taro = new Applicant(portal);
        // Signed in first: the client follows five redirects at most.
        taro.open("/account");
        taro.open("/account/tracking/" + id);
        assertThat(taro.status()).isEqualTo(404);
        hanako.open(link);
        assertThat(hanako.path()).isEqualTo("/tracking/" + id);
    }

    @Test
    void afterTheAccountIsClosedNoMailLeadsToWhatItHandedIn() {
        var account = UUID.randomUUID();
        portal.identity().signsIn(account, "神戸 花子", "hanako@example.jp");
        var hanako = new Applicant(portal);
        hanako.open("/account");
        hanako.prepareJidoTeate();
        var draft = hanako.path().replaceAll("(/applications/[^/]+).*", "$1");
        hanako.open(draft + "/later");
        var resume = resumeLink(hanako);
        hanako.open(draft + "/review");
        hanako.press("/submission", "consent", "yes");
        var id = UUID.fromString(hanako.path().split("/")[2]);
        var number = NUMBER.matcher(hanako.html()).results().findFirst().orElseThrow().group();
        var track = link("/track/", number);
        var exchange = new ExchangeCaller(portal).exchange();
        var asked = new ApplicationUpdate(UUID.randomUUID(), 1, Instant.now(), Stage.AWAITING_CORRECTION, "中央区役所",
                null, new CorrectionRequest(UUID.randomUUID(), "お名前を確かめてください。", List.of("claimant-name"),
                        LocalDate.now().plusDays(14)),
                null, null, null);
        exchange.update(id, asked.id(), asked).block();
        var correction = link("/corrections/", number);
        hanako.open("/procedures/jido-teate");
        hanako.press("/applications");
        hanako.open(hanako.path().replaceAll("(/applications/[^/]+).*", "$1/later"));
        portal.mailbox().empty();
        var begun = resumeLink(hanako);

        // Told twice, as it may be.
        for (int i = 0; i < 2; i++) {
            portal.beans(ClosedAccounts.class).forEach(rooms -> rooms.closed(account).block());
        }

        // The office hears once that nothing reaches the applicant here, and that the notice has to go by post.
        var told = Objects.requireNonNull(exchange.consignments(100, 0).block()).stream()
                .filter(each -> each.application().equals(id)).toList();
        assertThat(told).filteredOn(Consignment.NoticeWayChosen.class::isInstance).singleElement()
                .isInstanceOfSatisfying(Consignment.NoticeWayChosen.class,
                        chosen -> assertThat(chosen.electronic()).isFalse());
        assertThat(told).filteredOn(Consignment.MessageSent.class::isInstance).singleElement()
                .asString().contains("アカウントを削除");

        var finder = new Applicant(portal);
        for (var link : List.of(resume, track, correction, begun)) {
            finder.open(link);
            assertThat(finder.status()).as(link).isEqualTo(404);
        }
        // One that was on its way at that moment opens nothing either.
        portal.mailbox().empty();
        portal.execute("update submission set account = '" + account + "' where id = '" + id + "'");
        finder.open("/tracking/mail");
        finder.press("/tracking/mail", "number", number, "mail", "hanako@example.jp");
        var late = link("/track/", number);
        portal.execute("update submission set account = null where id = '" + id + "'");
        finder.open(late);
        assertThat(finder.status()).isEqualTo(410);
        assertThat(finder.html()).contains("アカウントは削除された", "050-0000-0000").doesNotContain("name=\"proof\"");

        // News of it names the office and nothing that does not open it.
        portal.mailbox().empty();
        var message = new ApplicationUpdate(UUID.randomUUID(), 2, Instant.now(), Stage.IN_EXAMINATION, "中央区役所", null,
                null, null, "窓口でうかがいました。", null);
        exchange.update(id, message.id(), message).block();
        finder.open("/tracking/mail");
        finder.press("/tracking/mail", "number", number, "mail", "hanako@example.jp", "word", "yes");
        assertThat(List.of("メッセージが届いています", "受付のお知らせ")).allSatisfy(subject -> {
            var letter = portal.mailbox().awaitLetter(
                    one -> one.subject().contains(subject) && one.subject().contains(number), Duration.ofSeconds(20));
            assertThat(letter.text()).contains(number, "担当の窓口か電話で", "ほかの人に転送しないでください").doesNotContain("/track",
                    "/word/",
                    "合言葉を入力");
        });
    }

    @Test
    void draftsOfOneProcedureAreToldApart() {
        var hanako = new Applicant(portal);
        hanako.open("/procedures/jido-teate");
        assertThat(hanako.html()).doesNotContain("途中まで入力した申請があります");
        hanako.startJidoTeate();
        hanako.fillIn("event", "birth");
        hanako.fillIn("claimant-name.family", "神戸", "claimant-name.given", "花子", "claimant-name.family-kana",
                "コウベ", "claimant-name.given-kana", "ハナコ");
        hanako.open("/procedures/jido-teate");
        hanako.press("/applications");
        hanako.open("/");
        assertThat(hanako.html()).contains("神戸　花子", "まだ何も入力されていません");
        hanako.open("/procedures/jido-teate");
        assertThat(hanako.html()).contains("途中まで入力した申請があります", "神戸　花子", "まだ何も入力されていません", "申請をはじめる");
        hanako.press("/applications");
        assertThat(hanako.html()).contains("記入中の申請がほかにあります", "神戸　花子");
        var third = hanako.path().replaceAll("/pages/.*", "");
        hanako.fillIn("has-spouse", "no", "claimant-occupation", "employee");
        var stranger = new Applicant(portal);
        for (var path : List.of("/", "/procedures/jido-teate")) {
            hanako.open(path);
            assertThat(hanako.html()).contains("href=\"" + third + "\"").containsPattern("「[^」]+」まで（\\d+件の回答）");
            stranger.open(path);
            assertThat(stranger.html()).doesNotContain("神戸　花子", third);
        }
    }

    @Test
    void aResumeLinkOfWhatWasThrownAwaySaysSo() {
        var hanako = begun();
        var link = resumeLink(hanako);
        hanako.press("/discard");
        var phone = new Applicant(portal);
        phone.open(link);
        assertThat(phone.status()).isEqualTo(410);
        assertThat(phone.html()).contains("入力内容を削除したため", "href=\"/procedures\"");
    }

    @Test
    void anAddressThatWasCutOffNamesNothing() {
        var hanako = new Applicant(portal);
        for (var path : List.of("/tracking/abc", "/tracking/abc/receipt", "/account/tracking/abc")) {
            hanako.open(path);
            assertThat(hanako.status()).as(path).isEqualTo(404);
            assertThat(hanako.html()).contains("この申請を表示できません", "href=\"/tracking\"").doesNotContain("読み取れません");
        }
        for (var path : List.of("/applications/abc", "/applications/abc/pages/x", "/applications/abc/review")) {
            hanako.open(path);
            assertThat(hanako.status()).as(path).isEqualTo(404);
            assertThat(hanako.html()).contains("この入力画面を開けません", "href=\"/procedures\"").doesNotContain("読み取れません");
        }
    }

    @Test
    void pagesOfWhatWasJustHandedInLeadToItsReceipt() {
        var hanako = new Applicant(portal);
        hanako.prepareJidoTeate();
        var draft = hanako.path().replaceAll("(/applications/[^/]+).*", "$1");
        var tab = hanako.sameBrowser();
        tab.open(draft + "/pages/claimant");
        hanako.press("/submission", "consent", "yes", "word", Applicant.WORD);
        var receipt = hanako.path();
        assertThat(receipt).endsWith("/receipt");
        for (var path : List.of("", "/review", "/pages/claimant")) {
            hanako.open(draft + path);
            assertThat(hanako.path()).as(path).isEqualTo(receipt);
        }
        tab.press("/pages/claimant", "_action", "next", "claimant-phone", "078-000-0000");
        assertThat(tab.path()).isEqualTo(receipt);
        hanako.follow();
        hanako.open(draft + "/review");
        assertThat(hanako.path()).as("who may see all of it").isEqualTo(receipt.replace("/receipt", ""));
    }

    @Test
    void aResumeLinkMovesTheDraftAndTheOldBrowserIsTold() {
        var hanako = begun();
        var draft = hanako.path().replaceAll("/later.*", "");
        var phone = new Applicant(portal);
        phone.openMailed(resumeLink(hanako));
        assertThat(phone.path()).startsWith(draft);

        hanako.open(draft);
        assertThat(hanako.status()).isEqualTo(410);
        assertThat(hanako.html()).contains("別の端末に移りました");
        hanako.open("/");
        assertThat(hanako.html()).doesNotContain(draft);

        hanako.openMailed(link("/resume/"));
        assertThat(hanako.path()).as("and back again").startsWith(draft);
        phone.open(draft);
        assertThat(phone.status()).isEqualTo(410);
    }

    @Test
    void afterHandingInOnASharedComputerTheCookieAloneOpensNothing() {
        var hanako = new Applicant(portal);
        var id = hanako.applyForJidoTeate();
        assertThat(hanako.html()).contains("この端末から消す");
        hanako.open("/tracking/" + id);
        assertThat(hanako.status()).isEqualTo(404);
        hanako.open("/tracking/" + id + "/receipt");
        assertThat(hanako.status()).as("the receipt for a while").isEqualTo(200);
        hanako.press("/leave-device");
        assertThat(hanako.html()).contains("この端末から記録を消しました");
        for (var path : List.of("", "/receipt", "/copy.pdf")) {
            hanako.open("/tracking/" + id + path);
            assertThat(hanako.status()).as(path).isEqualTo(404);
        }

        var forgetful = new Applicant(portal);
        var left = forgetful.applyForJidoTeate();
        portal.execute("update visitor_grant set expires_at = expires_at - interval '15 minutes'");
        for (var path : List.of("", "/receipt", "/copy.pdf")) {
            forgetful.open("/tracking/" + left + path);
            assertThat(forgetful.status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void theApplicantEndsAllLinksSoFar() {
        var hanako = new Applicant(portal);
        var id = hanako.applyForJidoTeate();
        hanako.follow();
        var phone = new Applicant(portal);
        phone.openMailed(link("/track/"), "proof", Applicant.WORD);
        assertThat(phone.path()).isEqualTo("/tracking/" + id);

        hanako.press("/links");
        assertThat(hanako.html()).contains("リンクを使えなくしました");

        phone.open("/tracking/" + id);
        assertThat(phone.status()).isEqualTo(404);
        phone.open(link("/track/"));
        assertThat(phone.status()).isEqualTo(404);
        hanako.open("/tracking/" + id);
        assertThat(hanako.status()).isEqualTo(200);
    }

    @Test
    void theOtherParentGoesOnWithWhatWasTyped() {
        portal.identity().signsIn(UUID.randomUUID(), "神戸 花子", "hanako@example.jp");
        var hanako = new Applicant(portal);
        hanako.open("/account");
        hanako.open("/procedures/jido-teate");
        hanako.press("/applications");
        hanako.fillIn("has-spouse", "yes", "higher-income", "yes", "claimant-occupation", "employee");
        hanako.fillIn("event", "birth");
        hanako.fillIn("claimant-name.family", "神戸", "claimant-name.given", "花子", "claimant-name.family-kana", "コウベ",
                "claimant-name.given-kana", "ハナコ", "claimant-birth.era", "H", "claimant-birth.year", "2",
                "claimant-birth.month", "4", "claimant-birth.day", "1", "claimant-address.postal", "650-0001",
                "claimant-address.ward", "中央区", "claimant-address.town", "加納町", "claimant-address.number", "6丁目5-1",
                "claimant-phone", "078-331-8181", "claimant-mail", "hanako@example.jp", "claimant-mail.again",
                "hanako@example.jp");
        hanako.fillIn("spouse-name.family", "神戸", "spouse-name.given", "太郎", "spouse-name.family-kana", "コウベ",
                "spouse-name.given-kana", "タロウ", "spouse-birth.era", "H", "spouse-birth.year", "1",
                "spouse-birth.month", "5", "spouse-birth.day", "5", "spouse-occupation", "self-employed",
                "spouse-together", "yes");
        assertThat(hanako.path()).endsWith("/pages/children");
        hanako.open(hanako.path().replace("/children", "/who"));
        hanako.fillIn("has-spouse", "yes", "higher-income", "no", "claimant-occupation", "employee");
        var stop = hanako.path();
        assertThat(stop).endsWith("/ending");
        assertThat(hanako.html()).contains("<h1>所得が高いほうの方が請求してください</h1>", "tel:",
                "入れ替えて、所得が高い方の請求をはじめる");

        hanako.press("/ending/lower-income");
        var other = hanako.path();
        assertThat(other).isNotEqualTo(stop).matches("/applications/.*/pages/.*");
        hanako.open(other.replaceAll("/pages/.*", "/pages/claimant"));
        assertThat(hanako.html()).contains("value=\"太郎\"", "value=\"加納町\"").doesNotContain("hanako@example.jp");
        hanako.open(other.replaceAll("/pages/.*", "/pages/spouse"));
        assertThat(hanako.html()).contains("value=\"花子\"");
        // Pressed again it is the same one, and what was typed before stands where it stood.
        hanako.open(stop);
        hanako.press("/ending/lower-income");
        assertThat(hanako.path()).startsWith(other.replaceAll("/pages/.*", ""));
        hanako.open(stop.replace("/ending", "/pages/claimant"));
        assertThat(hanako.html()).contains("value=\"花子\"");

        // It belongs to no account, so the link opens it on the other parent's device, and only there.
        hanako.open(other.replaceAll("/pages/.*", "/later"));
        hanako.press("/later", "mail", "taro@example.jp");
        var taro = new Applicant(portal);
        taro.openMailed(link("/resume/"));
        assertThat(taro.path()).startsWith(other.replaceAll("/pages/.*", ""));
        hanako.open(stop);
        hanako.press("/ending/lower-income");
        assertThat(hanako.status()).isEqualTo(410);
        assertThat(hanako.html()).contains("別の端末に移りました");
    }

    private static Applicant begun() {
        var hanako = new Applicant(portal);
        hanako.startJidoTeate();
        hanako.fillIn("event", "birth", "event-date.era", "AD", "event-date.year", "2026", "event-date.month", "4",
                "event-date.day", "1", "_action", "later");
        assertThat(hanako.path()).endsWith("/later");
        return hanako;
    }

    private static String resumeLink(Applicant hanako) {
        hanako.press("/later", "mail", "hanako@example.jp");
        return link("/resume/");
    }

    private static String link(String kind, String number) {
        return portal.mailbox().awaitLetter(letter -> letter.text().contains(kind) && letter.text().contains(number),
                Duration.ofSeconds(20)).firstLink();
    }

    private static String link(String kind) {
        return portal.mailbox().awaitLetter(letter -> letter.text().contains(kind), Duration.ofSeconds(20)).firstLink();
    }
}
