package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.file.DefinitionFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Hanako asks her employer by a link for a certificate of employment; nobody has an account, nobody runs scripts. */
class DelegationStoryTest {

    private static final Pattern LINK = Pattern.compile("/errands/[A-Za-z0-9_-]{43}");
    private static final Pattern FILE = Pattern.compile("/applications/[0-9a-f-]+/files/[0-9a-f-]+");
    static final String NURSERY = """
            id: nursery
            title: 保育の申込
            summary: 見本の申込み
            kind: other
            who-can-apply: だれでも
            what-is-needed: 就労証明書
            purpose: 試験
            legal-basis: {rank: guideline, articles: [見本要綱]}
            standard-period: {business-days: 5, sample: true}
            assurance: mail
            retention-years: 1
            bureau: 見本局
            routing: {office: center}
            notices: {issuer: 市長, approved-title: 通知, approved-body: 通知, refused-title: 通知, refused-body: 通知}
            applicant: {name: name, mail: mail}
            rules:
              - id: fresh
                at: certificate
                holds: {any: [{question: certificate, is: file}, {value: {answer: certificate}, is: ">=", than: {move: today, by: P-3M}}]}
                message: 古い証明書です。
            pages:
              - id: person
                title: 申し込む方
                questions:
                  - {id: name, kind: person-name, label: お名前}
                  - {id: mail, kind: mail, label: メール}
                  - {id: memo, kind: text, max: 50, label: 家庭の事情}
              - id: work
                title: 仕事
                questions:
                  - {id: hours, kind: text, max: 20, label: 働く時間, required: false}
                  - id: certificate
                    kind: filled-by-other
                    procedure: shuro-shomei
                    by: 勤務先
                    carries: {employee-name: name}
                    named-by: office-name
                    day: certified-on
                    or-files: {max: 2}
                    label: 就労証明書
                  - {id: dated, kind: date, label: 証明日, show-if: {question: certificate, is: file}}
            """;

    private static PortalServer portal;

    @BeforeAll
    static void start() {
        portal = PortalServer.start();
        SampleCatalogue.procedures().forEach(procedure -> portal.publish(procedure, 1));
        portal.publish(DefinitionFile.readYaml(NURSERY), 1);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void whatTheEmployerFillsInTravelsWithTheApplication() {
        portal.mailbox().empty();
        var hanako = begun();
        var work = hanako.path();
        hanako.fillIn("hours", "週30時間", "_ask", "certificate");
        assertThat(hanako.path()).endsWith("/errands/certificate");
        hanako.press("/errands/certificate", "mail", "shop@example.co.jp");
        assertThat(hanako.html()).contains("依頼のリンクを作りました");
        var letter = portal.mailbox().awaitLetters(1, Duration.ofSeconds(20)).getFirst();
        assertThat(letter.text()).doesNotContain("神戸", "保育").contains("/errands/");
        var link = LINK.matcher(letter.text()).results().findFirst().orElseThrow().group();
        assertThat(hanako.html()).contains(link);

        var shop = new Applicant(portal);
        shop.open(link);
        assertThat(shop.html()).contains("神戸　花子", "就労証明書").doesNotContain("家庭の事情", "ひみつ", "hanako@example.jp");
        shop.press(link);
        assertThat(shop.path()).endsWith("/pages/way");
        hanako.open(work);
        assertThat(hanako.html()).contains("記入中", "週30時間").doesNotContain("type=\"file\"");

        fillInHalf(shop);
        var colleague = new Applicant(portal);
        colleague.open(link);
        colleague.press(link);
        assertThat(colleague.path()).endsWith("/pages/contract");
        colleague.open(colleague.path().replace("/contract", "/employee"));
        assertThat(colleague.html()).contains("value=\"神戸\"", "value=\"花子\"");
        colleague.open(colleague.path().replace("/employee", "/contract"));
        fillInRest(colleague);
        assertThat(colleague.path()).endsWith("/review");
        colleague.press("/submission");
        assertThat(colleague.path()).endsWith("/handed");
        assertThat(colleague.html()).contains("提出しました");
        assertThat(pdf(colleague.download(colleague.path() + ".pdf").body())).isTrue();

        hanako.open(work);
        assertThat(hanako.html()).contains("みなと商店が記入しました").doesNotContain("type=\"file\"");
        var paper = FILE.matcher(hanako.html()).results().findFirst().orElseThrow().group();
        assertThat(pdf(hanako.download(paper).body())).isTrue();
        hanako.attach(new Applicant.Upload("certificate", "偽.pdf", Applicant.PDF), "_attach", "certificate");
        assertThat(hanako.html()).contains("すでに記入されているため");
        hanako.open(work);
        hanako.fillIn("hours", "週31時間");
        hanako.press("/submission", "consent", "yes", "word", Applicant.WORD);
        var id = UUID.fromString(hanako.path().split("/")[2]);

        var exchange = new ExchangeCaller(portal).exchange();
        var submitted = (Consignment.Submitted) exchange.consignments(100, 5).blockOptional().orElseThrow().stream()
                .filter(one -> one.application().equals(id)).findFirst().orElseThrow();
        assertThat(submitted.attachments()).singleElement().satisfies(file -> {
            assertThat(file.question()).isEqualTo("certificate");
            assertThat(file.mediaType()).isEqualTo("application/pdf");
            assertThat(file.sha256()).matches("[0-9a-f]{64}");
            assertThat(exchange.attachment(file.id()).map(buffer -> {
                int count = buffer.readableByteCount();
                org.springframework.core.io.buffer.DataBufferUtils.release(buffer);
                return (long) count;
            }).reduce(0L, Long::sum).block()).isEqualTo(file.bytes());
        });
        var certificate = submitted.answers().get("certificate");
        assertThat(certificate.get("procedure").stringValue()).isEqualTo("shuro-shomei");
        assertThat(certificate.get("contentHash").stringValue()).matches("[0-9a-f]{64}");
        assertThat(certificate.get("answers").stringValue()).contains("みなと商店", "神戸");

        for (var person : List.of(shop, new Applicant(portal))) {
            person.open(link);
            assertThat(person.status()).isEqualTo(410);
            assertThat(person.html()).contains("すでに提出").doesNotContain("神戸　花子", "みなと商店");
        }
    }

    @Test
    void aFileMayStillBeAttachedAndIsAskedForItsDate() {
        var hanako = begun();
        hanako.attach(new Applicant.Upload("certificate", "証明書.pdf", Applicant.PDF), "_attach", "certificate");
        assertThat(hanako.html()).contains("証明書.pdf", "証明日").doesNotContain("name=\"_ask\"");
        hanako.fillIn("dated.era", "AD", "dated.year", "2020", "dated.month", "1", "dated.day", "1");
        assertThat(hanako.path()).endsWith("/review");
    }

    @Test
    void aLinkThatIsOverShowsNothingOfAnyone() {
        var hanako = begun();
        var work = hanako.path();
        var link = asked(hanako);
        var shop = new Applicant(portal);
        shop.open(link);
        shop.press(link);
        var form = shop.path();
        var hidden = shop.hidden(form);

        hanako.open(delegationOf(work));
        hanako.press("/withdrawal");
        assertThat(hanako.html()).contains("依頼のリンクを作る");
        gone(link, "取り消されました");
        shop.post(form, hidden, Applicant.fields("ward", "nada"));
        assertThat(shop.html()).contains("この依頼は終わりました").doesNotContain("神戸　花子");

        var second = asked(hanako);
        assertThat(second).isNotEqualTo(link);
        portal.bean(DatabaseClient.class).sql("update delegation set expires_at = now() - interval '1 day'").then()
                .block();
        gone(second, "期限は切れました");
        hanako.open(work);
        assertThat(hanako.html()).contains("期限が切れました", "type=\"file\"");

        var stranger = new Applicant(portal);
        for (var wrong : List.of("/errands/" + "x".repeat(43), "/errands/short", "/errands/..%2f")) {
            stranger.open(wrong);
            assertThat(stranger.status()).isIn(400, 404);
        }
        stranger.open(delegationOf(work));
        assertThat(stranger.status()).isEqualTo(404);
        for (int i = 0; i < 25; i++) {
            stranger.open("/errands/" + "y".repeat(43));
        }
        assertThat(stranger.status()).isEqualTo(429);
        portal.bean(DatabaseClient.class).sql("delete from attempt").then().block();
    }

    @Test
    void askingTwiceByTheSameButtonIsOneDelegationAndByAnotherReplacesIt() {
        var hanako = begun();
        var work = hanako.path();
        hanako.open(delegationOf(work));
        var hidden = hanako.hidden("/errands/certificate");
        hanako.post(hanako.path(), hidden, Applicant.fields());
        var link = LINK.matcher(hanako.html()).results().findFirst().orElseThrow().group();
        hanako.post(hanako.path(), hidden, Applicant.fields());
        assertThat(hanako.html()).contains(link);
        hanako.open(delegationOf(work));
        assertThat(hanako.html()).doesNotContain(link);

        hanako.press("/withdrawal");
        hanako.press("/errands/certificate", "mail", "だれ");
        assertThat(hanako.status()).isEqualTo(422);
        assertThat(hanako.html()).contains("name@example.jp", "value=\"だれ\"");
    }

    private static void gone(String link, String reason) {
        var other = new Applicant(portal);
        other.open(link);
        assertThat(other.status()).isEqualTo(410);
        assertThat(other.html()).contains(reason).doesNotContain("神戸　花子");
    }

    private static Applicant begun() {
        var hanako = new Applicant(portal);
        hanako.open("/procedures/nursery");
        hanako.press("/applications");
        hanako.fillIn("name.family", "神戸", "name.given", "花子", "name.family-kana", "コウベ", "name.given-kana", "ハナコ",
                "mail", "hanako@example.jp", "mail.again", "hanako@example.jp", "memo", "ひみつ");
        assertThat(hanako.path()).endsWith("/pages/work");
        return hanako;
    }

    private static String asked(Applicant hanako) {
        if (!hanako.path().endsWith("/errands/certificate")) {
            hanako.fillIn("_ask", "certificate");
        }
        hanako.press("/errands/certificate");
        return LINK.matcher(hanako.html()).results().findFirst().orElseThrow().group();
    }

    private static String delegationOf(String work) {
        return work.replace("/pages/work", "/errands/certificate");
    }

    private static boolean pdf(byte[] file) {
        return new String(file, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-");
    }

    private static void fillInHalf(Applicant shop) {
        var today = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Tokyo"));
        shop.fillIn("way", "online", "ward", "chuo", "certified-on.era", "AD", "certified-on.year",
                "" + today.getYear(), "certified-on.month", "" + today.getMonthValue(), "certified-on.day",
                "" + today.getDayOfMonth());
        shop.fillIn("office-name", "みなと商店", "representative.family", "港", "representative.given", "一郎",
                "office-address.postal", "650-0001", "office-address.prefecture-city", "兵庫県神戸市中央区",
                "office-address.town", "加納町", "office-address.number", "1-1", "office-phone", "078-331-8181",
                "officer-name.family", "港", "officer-name.given", "次郎", "officer-name.family-kana", "ミナト",
                "officer-name.given-kana", "ジロウ", "officer-phone", "078-331-8181", "officer-mail",
                "shop@example.co.jp", "officer-mail.again", "shop@example.co.jp");
        shop.fillIn("employee-name.family", "神戸", "employee-name.given", "花子", "employee-name.family-kana", "コウベ",
                "employee-name.given-kana", "ハナコ", "employee-birth.era", "H", "employee-birth.year", "2",
                "employee-birth.month", "4", "employee-birth.day", "1");
        assertThat(shop.path()).endsWith("/pages/contract");
    }

    private static void fillInRest(Applicant shop) {
        shop.fillIn("industry", "trade", "contract-term", "open-ended", "contract-from.era", "AD",
                "contract-from.year", "2020", "contract-from.month", "4", "contract-from.day", "1", "workplace-same",
                "yes", "form", "regular");
        shop.fillIn("pattern", "flexible", "month-hours", "160", "month-breaks", "1200", "month-days", "20",
                "main-from", "9:00", "main-until", "17:00");
        var months = new java.util.ArrayList<String>();
        for (int row = 1; row <= 3; row++) {
            months.addAll(List.of("months.r" + row + ".record-month.era", "AD", "months.r" + row
                    + ".record-month.year", "2026", "months.r" + row + ".record-month.month", "" + row,
                    "months.r" + row
                            + ".record-days",
                    "20", "months.r" + row + ".record-hours", "160"));
        }
        shop.fillIn(months.toArray(String[]::new));
        shop.fillIn("short-time", "no");
        shop.fillIn("nursery-teacher", "not", "truth", "yes");
    }
}
