package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.ApplicationUpdate.CorrectionRequest;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A procedure changes while residents are in the middle of it. */
class CarryOverStoryTest {

    private static final Pattern LINK = Pattern.compile("/errands/[A-Za-z0-9_-]{43}");
    /** As the delegation's story has it, with a page before the certificate; each test publishes it under a name of its own. */
    private static final String FIRST = DelegationStoryTest.NURSERY;
    private static final String SECOND = FIRST
            .replace("{id: memo, kind: text, max: 50, label: 家庭の事情}",
                    "{id: home, kind: choose-one, label: 世帯, options: [{code: one, label: ひとり}, {code: more, label: ふたり以上}]}")
            .replace("{id: hours, kind: text, max: 20, label: 働く時間, required: false}",
                    "{id: hours, kind: number, label: 週に働く時間}");

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
    void whatWasFilledInGoesOnInTheNewVersionAndSaysWhatToLookAt() {
        var hanako = begun("nursery-told");
        hanako.fillIn("hours", "週30時間くらい", "_action", "back");
        var draft = draftOf(hanako);
        publish("nursery-told", SECOND, 2);

        hanako.open("/applications/" + draft);

        assertThat(hanako.html()).contains("この手続きの内容が新しくなりました", "家庭の事情", "ひみつ", "世帯", "週に働く時間",
                "/pages/work#");
        assertThat(hanako.path()).as("where she was").endsWith("/pages/work");
        hanako.open("/applications/" + draft + "/pages/work");
        assertThat(hanako.html()).contains("value=\"週30時間くらい\"", "もう一度確認してください");
        hanako.press("/carried");
        assertThat(hanako.html()).doesNotContain("ひみつ").contains("週に働く時間");
        hanako.open("/applications/" + draft + "/pages/person");
        hanako.fillIn("name.family", "神戸", "name.given", "花子", "name.family-kana", "コウベ", "name.given-kana", "ハナコ",
                "mail", "hanako@example.jp", "mail.again", "hanako@example.jp", "home", "more");
        assertThat(hanako.path()).endsWith("/pages/work");
        assertThat(hanako.html()).contains("もう一度確認してください").doesNotContain("<li><a href=\"/applications/" + draft
                + "/pages/person");
        hanako.attach(new Applicant.Upload("certificate", "証明書.pdf", Applicant.PDF), "hours", "30", "_attach",
                "certificate");
        hanako.fillIn("hours", "30", "dated.era", "AD", "dated.year", "2026", "dated.month", "11", "dated.day", "1");
        assertThat(hanako.path()).endsWith("/review");
        assertThat(hanako.html()).doesNotContain("内容が新しくなりました");
        hanako.press("/submission", "consent", "yes", "word", Applicant.WORD);

        var id = UUID.fromString(hanako.path().split("/")[2]);
        var submitted = new ExchangeCaller(portal).exchange().consignments(500, 0).blockOptional().orElseThrow()
                .stream()
                .filter(one -> one.application().equals(id)).findFirst().orElseThrow();
        assertThat(((Consignment.Submitted) submitted).version()).isEqualTo(2);
        assertThat(((Consignment.Submitted) submitted).answers().has("memo")).isFalse();
        assertThat(new ExchangeCaller(portal).exchange().fillEvents(500, 0).blockOptional().orElseThrow())
                .filteredOn(event -> event.procedure().equals("nursery-told")
                        && event.type() == FillEvent.Type.CARRIED_OVER)
                .singleElement().satisfies(event -> {
                    assertThat(event.version()).isEqualTo(2);
                    assertThat(event.questions()).contains("memo", "hours", "home");
                });
    }

    @Test
    void openedInManyTabsAtOnceItIsTakenOverOnce() throws Exception {
        var hanako = begun("nursery-tabs");
        var draft = draftOf(hanako);
        publish("nursery-tabs", SECOND, 2);
        var cookies = hanako.cookies();

        try (var tabs = Executors.newFixedThreadPool(12)) {
            var opened = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 24; i++) {
                opened.add(() -> status("/applications/" + draft + "/pages/person", cookies));
            }
            for (var tab : tabs.invokeAll(opened)) {
                assertThat(tab.get()).isEqualTo(200);
            }
        }
        assertThat(portal.count("select count(*) from fill_event where type = 'CARRIED_OVER' and procedure = "
                + "'nursery-tabs'")).isEqualTo(1);
        assertThat(portal.count("select count(*) from draft where id = '" + draft + "' and version = 2")).isOne();
    }

    @Test
    void whatIsTypedInAPageOfTheOldVersionIsNotLost() {
        var hanako = begun("nursery-late");
        var draft = draftOf(hanako);
        hanako.open("/applications/" + draft + "/pages/person");
        var page = hanako.path();
        var hidden = hanako.hidden(page);
        publish("nursery-late", SECOND, 2);
        var otherTab = hanako;
        otherTab.open("/applications/" + draft);
        assertThat(otherTab.html()).contains("内容が新しくなりました");

        hanako.post(page, hidden, Applicant.fields("name.family", "港", "name.given", "花子", "name.family-kana", "ミナト",
                "name.given-kana", "ハナコ", "mail", "hanako@example.jp", "mail.again", "hanako@example.jp", "memo",
                "あとから書いた事情", "_action", "next"));

        assertThat(hanako.status()).isEqualTo(200);
        assertThat(hanako.html()).contains("あとから書いた事情", "世帯");
        hanako.open("/applications/" + draft + "/pages/person");
        assertThat(hanako.html()).contains("value=\"港\"");
        // Another saved the page in the new version meanwhile: neither writes over the other.
        hanako.fillIn("name.family", "灘", "name.given", "花子", "name.family-kana", "ナダ", "name.given-kana", "ハナコ",
                "mail", "hanako@example.jp", "mail.again", "hanako@example.jp", "home", "one");
        hidden.put("_rendering", "another");
        hanako.post(page, hidden, Applicant.fields("name.family", "須磨", "name.given", "花子", "name.family-kana", "スマ",
                "name.given-kana", "ハナコ", "mail", "hanako@example.jp", "mail.again", "hanako@example.jp", "memo", "",
                "_action", "next"));
        assertThat(hanako.html()).contains("須磨");
        hanako.open("/applications/" + draft + "/pages/person");
        assertThat(hanako.html()).contains("value=\"灘\"", "須磨").doesNotContain("value=\"須磨\"");
    }

    @Test
    void handingInWhatWasShownInTheOldVersionShowsTheNewOneFirst() {
        var hanako = begun("nursery-review");
        hanako.attach(new Applicant.Upload("certificate", "証明書.pdf", Applicant.PDF), "_attach", "certificate");
        hanako.fillIn("hours", "", "dated.era", "AD", "dated.year", "2026", "dated.month", "11", "dated.day", "1");
        assertThat(hanako.path()).endsWith("/review");
        publish("nursery-review", SECOND, 2);

        hanako.press("/submission", "consent", "yes", "word", Applicant.WORD);

        assertThat(hanako.status()).isEqualTo(409);
        assertThat(hanako.html()).contains("内容が新しくなりました", "まだ提出していません", "ひみつ", "証明書.pdf")
                .containsPattern("name=\"consent\"[^>]*checked");
    }

    @Test
    void aVersionThatAsksForAnAccountIsHandedInBySigningInOnly() {
        var hanako = begun("nursery-account");
        hanako.attach(new Applicant.Upload("certificate", "証明書.pdf", Applicant.PDF), "_attach", "certificate");
        hanako.fillIn("hours", "", "dated.era", "AD", "dated.year", "2026", "dated.month", "11", "dated.day", "1");
        var review = hanako.path();
        publish("nursery-account", FIRST.replace("assurance: mail", "assurance: account"), 2);

        hanako.open(review);
        assertThat(hanako.html()).as("the way there led over signing in").contains("ログアウト");
        hanako.press("/submission", "consent", "yes", "word", Applicant.WORD);

        assertThat(hanako.path()).endsWith("/receipt");
        assertThat(portal.count("select count(*) from submission where procedure = 'nursery-account' "
                + "and account is not null")).isOne();
    }

    @Test
    void whoeverWasAskedForAPartThatIsGoneLearnsThatAndOthersMoveToo() {
        var hanako = begun("nursery-delegation");
        hanako.fillIn("hours", "週30時間", "_ask", "certificate");
        hanako.press("/errands/certificate", "mail", "");
        var link = LINK.matcher(hanako.html()).results().findFirst().orElseThrow().group();
        var shop = new Applicant(portal);
        shop.open(link);
        shop.press(link);
        var part = draftOf(shop);
        var form = procedure("shuro-shomei");
        portal.publish(DefinitionFile.readJson(DefinitionFile.writeJson(form).replace(form.title().ja(), "新しい様式")), 2);
        shop.open("/applications/" + part);
        assertThat(portal.count("select count(*) from draft where id = '" + part + "' and version = 2")).isOne();

        publish("nursery-delegation", SECOND.replace("""
                      - id: certificate
                        kind: filled-by-other
                        procedure: shuro-shomei
                        by: 勤務先
                        carries: {employee-name: name}
                        named-by: office-name
                        day: certified-on
                        or-files: {max: 2}
                        label: 就労証明書
                """, "      - {id: certificate, kind: files, max: 2, label: 証明書}\n")
                .replaceAll("(?s)rules:.*?pages:", "pages:")
                .replaceAll("\n.*id: dated.*\n", "\n"), 2);
        hanako.open("/applications/" + draftOf(hanako));
        shop.open(link);
        assertThat(shop.status()).isEqualTo(410);
        assertThat(portal.count("select count(*) from draft where id = '" + part + "' and closed_at is not null"))
                .isOne();
    }

    @Test
    void aCorrectionStaysWithWhatWasHandedIn() {
        var hanako = new Applicant(portal);
        var id = hanako.applyForJidoTeate();
        hanako.follow();
        var update = new ApplicationUpdate(UUID.randomUUID(), 1, Instant.now(), Stage.AWAITING_CORRECTION, "中央区役所",
                null,
                new CorrectionRequest(UUID.randomUUID(), "お名前を確かめてください。", List.of(), LocalDate.now().plusDays(14)),
                null, null, null);
        new ExchangeCaller(portal).exchange().update(id, update.id(), update).block();
        hanako.open("/tracking/" + id);
        var draft = Pattern.compile("href=\"(/applications/[^\"]+)\"").matcher(hanako.html()).results().findFirst()
                .orElseThrow().group(1);
        hanako.open(draft);
        var jido = procedure("jido-teate");
        portal.publish(DefinitionFile.readJson(DefinitionFile.writeJson(jido).replace(jido.title().ja(), "新しい手当")), 2);

        hanako.open(draft);

        assertThat(hanako.html()).contains(jido.title().ja()).doesNotContain("内容が新しくなりました");
        assertThat(portal.count("select count(*) from draft where kind = 'correction' and version = 1")).isOne();
    }

    private static int status(String path, String cookies) throws Exception {
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            return http.send(java.net.http.HttpRequest.newBuilder(java.net.URI.create(portal.address() + path))
                    .header("Cookie", cookies).build(), java.net.http.HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static Applicant begun(String id) {
        publish(id, FIRST, 1);
        var hanako = new Applicant(portal);
        hanako.begin(id);
        hanako.fillIn("name.family", "神戸", "name.given", "花子", "name.family-kana", "コウベ", "name.given-kana", "ハナコ",
                "mail", "hanako@example.jp", "mail.again", "hanako@example.jp", "memo", "ひみつ");
        assertThat(hanako.path()).endsWith("/pages/work");
        return hanako;
    }

    private static UUID draftOf(Applicant applicant) {
        return UUID.fromString(applicant.path().split("/")[2]);
    }

    private static void publish(String id, String yaml, int version) {
        portal.publish(DefinitionFile.readYaml(yaml.replace("id: nursery\n", "id: " + id + "\n")), version);
    }

    private static Procedure procedure(String id) {
        return SampleCatalogue.procedures().stream().filter(one -> one.id().value().equals(id)).findFirst()
                .orElseThrow();
    }
}
