package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jp.madoguchi.exchange.ProcedureFigures;
import jp.madoguchi.exchange.ProcedureStanding;
import jp.madoguchi.exchange.ProcedureStanding.State;
import jp.madoguchi.exchange.PublishedVersion;
import jp.madoguchi.forms.Sha256;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.file.DefinitionFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of bad input gets a clear answer, and nothing is lost by it. */
class BadInputTest {

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

    private static Applicant onFirstPage() {
        var applicant = new Applicant(portal);
        applicant.startJidoTeate();
        return applicant;
    }

    private static Applicant onAttachments() {
        var applicant = onFirstPage();
        applicant.fillInJidoTeate();
        assertThat(applicant.path()).endsWith("/pages/attachments");
        return applicant;
    }

    private static Map<String, String> changed(Map<String, String> hidden, String name, String value) {
        var copy = new TreeMap<>(hidden);
        copy.put(name, value);
        return copy;
    }

    private static final Map<String, List<String>> BIRTH = Applicant.fields("event", "birth", "event-date.era", "AD",
            "event-date.year", "2026", "event-date.month", "4", "event-date.day", "1", "_action", "next");

    @ParameterizedTest
    @ValueSource(strings = {"nobody-knows", "Jido_Teate", "児童手当", "9-teate"})
    void whatIsNoIdIsAnsweredLikeAProcedureNobodyKnows(String id) {
        var hanako = new Applicant(portal);
        for (var page : List.of("/procedures/%s", "/procedures/%s/versions/1/lists/bank")) {
            hanako.open(page.formatted(URLEncoder.encode(id, StandardCharsets.UTF_8)));
            assertThat(hanako.status()).as(page).isEqualTo(404);
        }
        var exchange = new ExchangeCaller(portal).exchange();
        var now = Instant.now();
        assertThat(refusal(exchange.publish(id, 1, new PublishedVersion("{}", Sha256.hex("{}"), now))))
                .isEqualTo("422 unusable-definition");
        assertThat(refusal(exchange.standing(id, new ProcedureStanding(State.OPEN, now, null, null, null, null))))
                .isEqualTo("404 no-such-procedure");
        assertThat(refusal(exchange.figures(id, new ProcedureFigures(LocalDate.EPOCH, null, null, now))))
                .isEqualTo("404 no-such-procedure");
        assertThat(refusal(exchange.drafts(id))).isEqualTo("404 no-such-procedure");
    }

    @Test
    void versionsAreCountedFromOne() {
        var known = SampleCatalogue.procedures().getFirst();
        var definition = DefinitionFile.writeJson(known);
        var version = new PublishedVersion(definition, Sha256.hex(definition), Instant.now());
        for (int number : new int[]{0, -1}) {
            assertThat(refusal(new ExchangeCaller(portal).exchange().publish(known.id().value(), number, version)))
                    .isEqualTo("422 unusable-definition");
        }
    }

    private static String refusal(Mono<?> call) {
        var refused = catchThrowableOfType(WebClientResponseException.class, call::block);
        return refused.getStatusCode().value() + " "
                + JsonMapper.shared().readTree(refused.getResponseBodyAsString()).path("code").asString();
    }

    @Test
    void aForgedKeyOpensNothing() {
        var hanako = onFirstPage();
        var hidden = hanako.hidden(hanako.path());
        var page = hanako.path();
        hanako.post(page, changed(hidden, "_key", "x".repeat(43)), BIRTH);
        assertThat(hanako.status()).isEqualTo(404);
        hanako.open(page);
        assertThat(hanako.html()).doesNotContain("value=\"2026\"");
    }

    @Test
    void aPageOfAnotherVersionIsRefused() {
        var hanako = onFirstPage();
        var page = hanako.path();
        hanako.post(page, changed(hanako.hidden(page), "_version", "2"), BIRTH);
        assertThat(hanako.status()).isEqualTo(409);
        assertThat(hanako.html()).contains("別の版");
    }

    @Test
    void oneFieldMoreCostsNothingOfThePage() {
        var hanako = onFirstPage();
        var page = hanako.path();
        var fields = new TreeMap<>(BIRTH);
        fields.put("is-admin", List.of("yes"));
        fields.put("_extension", List.of("x"));
        fields.put("__proto__.x[]", List.of("x"));
        hanako.post(page, hanako.hidden(page), fields);
        assertThat(hanako.path()).endsWith("/pages/claimant");
        hanako.open(page);
        assertThat(hanako.html()).contains("value=\"2026\"").doesNotContain("is-admin");
        assertThat(portal.count("select count(*) from draft where answers::text || pending::text like '%is-admin%'"))
                .isZero();
    }

    @Test
    void aQuestionOfAnotherPageIsToldAndTheRestIsKept() {
        var hanako = onFirstPage();
        var page = hanako.path();
        var fields = new TreeMap<>(BIRTH);
        fields.put("pension", List.of("employees"));
        hanako.post(page, hanako.hidden(page), fields);
        assertThat(hanako.status()).isEqualTo(422);
        hanako.open(page);
        assertThat(hanako.html()).contains("value=\"2026\"");
        assertThat(portal.count("select count(*) from draft where answers::text like '%employees%' and "
                + "answers::text not like '%claimant-name%'")).isZero();
    }

    @Test
    void threeHundredRowsOutOfNowhereAreRefused() {
        var hanako = onFirstPage();
        hanako.fillIn("event", "birth", "event-date.era", "AD", "event-date.year", "2026", "event-date.month", "4",
                "event-date.day", "1");
        var page = hanako.path().replace("/claimant", "/children");
        hanako.open(page);
        var fields = new TreeMap<String, List<String>>();
        for (int row = 1; row <= 300; row++) {
            fields.put("children.r" + row + ".child-name.family", List.of("神戸"));
        }
        hanako.post(page, hanako.hidden(page), fields);
        assertThat(hanako.status()).isEqualTo(422);
        hanako.open(page);
        assertThat(hanako.html()).contains("children.r1.").doesNotContain("children.r2.");
    }

    @Test
    void aFileTooLargeGetsAnAnswerAndTheRestOfThePageIsKept() {
        var hanako = onAttachments();
        hanako.attach(new Applicant.Upload("identity", "大きな写真.jpg", new byte[40 * 1024 * 1024]), "truth", "yes",
                "_attach", "identity");
        assertThat(hanako.status()).isEqualTo(413);
        assertThat(hanako.html()).contains("大きな写真.jpg").contains("大きすぎます");
        hanako.open(hanako.path());
        assertThat(hanako.html()).containsPattern("name=\"truth\"[^>]*checked|checked[^>]*name=\"truth\"");
    }

    @Test
    void aProgramNamedPdfIsRefused() {
        var hanako = onAttachments();
        hanako.attach(new Applicant.Upload("identity", "免許証.pdf", new byte[]{'M', 'Z', 0, 1, 2, 3}), "_attach",
                "identity");
        assertThat(hanako.status()).isEqualTo(415);
        assertThat(hanako.html()).contains("受け付けている種類のファイルではありません");
    }

    @Test
    void aFileNameCannotLeaveItsPlace() {
        var hanako = onAttachments();
        hanako.attach(new Applicant.Upload("identity", "..\\\\..\\\\etc\\\\免許\u202Efdp.pdf", Applicant.PDF), "_attach",
                "identity");
        assertThat(hanako.status()).isEqualTo(200);
        assertThat(hanako.html()).contains("免許fdp.pdf").doesNotContain("\u202E");
    }

    @Test
    void namesKeepTheirCharacters() {
        var hanako = new Applicant(portal);
        hanako.startJidoTeate();
        hanako.fillIn("event", "birth", "event-date.era", "AD", "event-date.year", "2026", "event-date.month", "4",
                "event-date.day", "1");
        hanako.fillIn("claimant-name.family", "𠮷髙\uDB40\uDD00", "claimant-name.given", "葛\uDB40\uDD01");
        assertThat(hanako.html()).contains("𠮷髙\uDB40\uDD00").contains("葛\uDB40\uDD01");
    }

    @Test
    void aMyNumberIsRefusedAndStoredNowhere() throws Exception {
        var hanako = onFirstPage();
        hanako.fillIn("event", "other", "event.other", "番号は１２３４-5678-9018です", "event-date.era", "AD",
                "event-date.year", "2026", "event-date.month", "4", "event-date.day", "1");
        assertThat(hanako.status()).isEqualTo(422);
        assertThat(hanako.html()).contains("マイナンバー");
        try (var connection = portal.database().portal().connect();
                var found = connection.createStatement()
                        .executeQuery("select count(*) from draft where answers::text || pending::text ~ '9018'")) {
            found.next();
            assertThat(found.getInt(1)).isZero();
        }
    }

    @Test
    void anExpiredOrForeignLinkSaysSo() throws Exception {
        var hanako = onFirstPage();
        hanako.fillIn("event", "birth", "_action", "later");
        assertThat(hanako.path()).endsWith("/later");
        portal.mailbox().empty();
        hanako.press("/later", "mail", "hanako@example.jp");
        var link = portal.mailbox().awaitLetters(1, Duration.ofSeconds(20)).getFirst().firstLink();
        var phone = new Applicant(portal);
        phone.openMailed(link);
        assertThat(phone.path()).endsWith("/pages/claimant");
        try (var connection = portal.database().portal().connect(); var statement = connection.createStatement()) {
            statement.execute("update mailed_link set expires_at = now() - interval '1 day'");
        }
        phone.open(link);
        assertThat(phone.status()).isEqualTo(410);
        assertThat(phone.html()).contains("有効期限");
    }

    @Test
    void anotherTabsAnswersAreNotOverwrittenUnseen() {
        var hanako = onFirstPage();
        var page = hanako.path();
        var firstTab = hanako.hidden(page);
        hanako.open(page);
        var secondTab = hanako.hidden(page);
        hanako.post(page, secondTab, BIRTH);
        var late = new TreeMap<>(BIRTH);
        late.put("event", List.of("moved-in"));
        hanako.post(page, firstTab, late);
        assertThat(hanako.status()).isEqualTo(409);
        assertThat(hanako.html()).contains("お子さんが生まれた").contains("まどぐち市へ転入した");
        hanako.press("/pages/reason", "_action", "next");
        assertThat(hanako.path()).endsWith("/pages/claimant");
        hanako.post(page, secondTab, BIRTH);
        assertThat(hanako.status()).isEqualTo(409);
    }

    @Test
    void theBackButtonIsNoConflict() {
        var hanako = onFirstPage();
        var page = hanako.path();
        var shown = hanako.hidden(page);
        hanako.post(page, shown, BIRTH);
        var again = new TreeMap<>(BIRTH);
        again.put("event", List.of("moved-in"));
        hanako.post(page, shown, again);
        assertThat(hanako.path()).endsWith("/pages/claimant");
    }

    @Test
    void wrongWordsAreCounted() {
        var stranger = new Applicant(portal);
        stranger.open("/tracking");
        stranger.press("/tracking", "number", "1234", "word", "guess");
        assertThat(stranger.status()).isEqualTo(422);
        var number = jp.madoguchi.exchange.ReceiptNumber.random().grouped();
        for (int tries = 0; tries < 5; tries++) {
            stranger.press("/tracking", "number", number, "word", "guess-guess");
            assertThat(stranger.status()).isEqualTo(422);
        }
        stranger.press("/tracking", "number", number, "word", "guess-guess");
        assertThat(stranger.status()).isEqualTo(429);
    }

    @Test
    void aLostSessionLosesNothingTyped() {
        var hanako = onFirstPage();
        var page = hanako.path();
        var hidden = hanako.hidden(page);
        var otherDevice = new Applicant(portal);
        otherDevice.post(page, hidden, BIRTH);
        hanako.open(page);
        assertThat(hanako.html()).contains("2026");
    }

    /** A page that tells of a problem has a way back, and that way is one. */
    @ParameterizedTest
    @CsvSource({"DRAFT/pages/nope,DRAFT", "DRAFT/files/01990000-0000-7000-8000-000000000001,DRAFT",
            "DRAFT/errands/nope,DRAFT",
            "/applications/01990000-0000-7000-8000-000000000001/review,/procedures",
            "/tracking/01990000-0000-7000-8000-000000000001,/tracking/mail",
            "/tracking/01990000-0000-7000-8000-000000000001/copy.pdf,/tracking",
            "/track/nonsense,/tracking", "/corrections/nonsense,/tracking", "/word/nonsense,/tracking/mail",
            "/resume/nonsense,/procedures", "/procedures/nope,/procedures", "/about/nope,/about/help"})
    void everyProblemLeadsBack(String asked, String back) {
        var hanako = onFirstPage();
        var draft = hanako.path().replaceAll("(/applications/[^/]+).*", "$1");

        hanako.open(asked.replace("DRAFT", draft));

        assertThat(hanako.status()).isEqualTo(404);
        var way = back.replace("DRAFT", draft);
        assertThat(hanako.html()).contains("href=\"" + way + "\"");
        hanako.open(way);
        assertThat(hanako.status()).isEqualTo(200);
    }
}
