package jp.madoguchi.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.platform.PortalDatabase;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.testkit.Login;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two nodes of one app, one stubbed identity: sign-in, sessions over nodes, CSRF, exchange tokens, sign-out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityStoryTest {

    private static final String PAGE = "text/html,*/*;q=0.8";
    private static final Map<String, Object> HANAKO = Map.of("sub", "0190b6a0-0000-7000-8000-000000000001", "realm",
            "resident", "name", "神戸 花子", "email", "hanako@example.jp");

    private final StubIdentity identity = new StubIdentity();
    private final PortalDatabase database = new PortalDatabase();
    private final ConfigurableApplicationContext firstNode = node();
    private final ConfigurableApplicationContext secondNode = node();
    private final Map<String, String> cookies = new HashMap<>();

    @BeforeAll
    void startsWithoutAskingIdentity() {
        assertThat(identity.tokenRequest()).isEmpty();
    }

    @AfterAll
    void close() {
        firstNode.close();
        secondNode.close();
        identity.close();
        database.close();
    }

    @Test
    void signsInReturnsToThePageAskedForAndIsKnownToTheOtherNode() {
        signIn(HANAKO, "/me?tab=2").expectStatus().isFound().expectHeader().location("/me?tab=2");

        assertThat(identity.tokenRequest()).contains("code_verifier=").contains("grant_type=authorization_code");
        get(firstNode, "/me").expectStatus().isOk().expectBody(String.class).isEqualTo("神戸 花子 hanako@example.jp");
        get(secondNode, "/me").expectStatus().isOk();
        get(secondNode, "/staff").expectStatus().isForbidden();
    }

    @Test
    void whoOnlyFollowsTheLinkToSigningInLeavesNoSession() {
        long before = sessions();
        cookies.clear();

        get(firstNode, "/me?tab=2").expectStatus().isFound();
        get(firstNode, IdentityLogin.START).expectStatus().isFound();

        assertThat(cookies).containsKeys("TINY_ASKED_FOR", "TINY_SIGN_IN").doesNotContainKey("TINY");
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void takesTheAnswerOfIdentityOnlyInTheBrowserThatAskedAndOnce() {
        cookies.clear();
        URI authorize = location(get(firstNode, IdentityLogin.START).expectStatus().isFound());
        Map<String, String> asked = UriComponentsBuilder.fromUri(authorize).build().getQueryParams().toSingleValueMap();
        identity.willSignIn(HANAKO, Objects.requireNonNull(asked.get("nonce")));
        String answer = "/login/oauth2/code/identity?code=abc&state=" + asked.get("state");
        Map<String, String> hers = new HashMap<>(cookies);

        cookies.clear();
        get(firstNode, answer).expectStatus().isEqualTo(HttpStatus.GONE);
        get(firstNode, IdentityLogin.START).expectStatus().isFound();
        get(firstNode, answer).expectStatus().isEqualTo(HttpStatus.GONE);
        cookies.put("TINY_SIGN_IN", "x.y");
        get(firstNode, answer).expectStatus().isEqualTo(HttpStatus.GONE);

        cookies.putAll(hers);
        get(firstNode, answer).expectStatus().isFound();
        assertThat(cookies).doesNotContainEntry("TINY_SIGN_IN", hers.get("TINY_SIGN_IN"));
        get(firstNode, answer).expectStatus().isEqualTo(HttpStatus.GONE);
    }

    @Test
    void noCookieLeadsElsewhereAfterSigningIn() {
        for (String elsewhere : List.of("https://evil.example/", "//evil.example/", "/\\evil.example/", "", "/a b")) {
            cookies.clear();
            cookies.put("TINY_ASKED_FOR", Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(elsewhere.getBytes(StandardCharsets.UTF_8)));
            comeBackFromIdentity(HANAKO).expectStatus().isFound().expectHeader().location("/");
        }
    }

    /** What the first release that kept sessions as JSON wrote, and what a later one might. */
    @ParameterizedTest
    @ValueSource(strings = {"version-1.json", "version-1-of-a-newer-release.json"})
    void aSessionOfAnotherReleaseGoesOnAndLosesNothing(String file) throws IOException {
        String content = Files.readString(Path.of("src/test/resources/sessions", file)).strip();
        SecretToken id = SecretToken.create();
        database.client().sql("""
                insert into http_session (id_hash, content, created_at, accessed_at, idle_seconds, expires_at)
                values (:id, convert_to(:content, 'UTF8'), now(), now(), 1800, now() + interval '1 hour')
                """).bind("id", id.hash()).bind("content", content).then().block();
        cookies.clear();
        cookies.put("TINY", id.value());

        get(firstNode, "/me").expectStatus().isOk().expectBody(String.class).isEqualTo("神戸 花子 hanako@example.jp");
        assertThat(body(get(secondNode, "/kept-form"))).endsWith(" /me/name?page=2 {name=[𠮷野], tel=[078]}");
        send("/me/name", "name=a&_csrf=old", "same-origin").expectStatus().isSeeOther();

        JsonNode kept = JsonMapper.shared().readTree(Objects.requireNonNull(database.client().sql(
                "select convert_from(content, 'UTF8') as content from http_session where id_hash = :id")
                .bind("id", id.hash()).map(row -> Objects.requireNonNull(row.get("content", String.class))).one()
                .block()));
        ObjectNode expected = (ObjectNode) JsonMapper.shared().readTree(content);
        ((ObjectNode) expected.get("attributes")).replace("kept-form", kept.path("attributes").path("kept-form"));
        assertThat(kept).isEqualTo(expected);
        assertThat(kept.at("/attributes/kept-form/target").stringValue()).isEqualTo("/me/name");
    }

    @Test
    void signsOutHereAndAtIdentity() {
        signIn(HANAKO, "/me");
        String csrf = csrf();

        URI out = location(post(secondNode, "/logout", csrf).expectStatus().isFound());

        assertThat(out).hasToString(
                identity.issuer() + "/connect/logout" + out.toString().substring(out.toString().indexOf('?')));
        assertThat(out.getQuery()).contains("id_token_hint=").contains("post_logout_redirect_uri=");
        get(firstNode, "/me").expectStatus().isFound();
    }

    @Test
    void aSessionEndsWithItsLogInAtIdentity() throws InterruptedException {
        Map<String, Object> known = new HashMap<>(HANAKO);
        known.put("sid", "log-in-1");
        signIn(known, "/me");
        identity.ends(List.of("another-log-in"), List.of());
        TimeUnit.MILLISECONDS.sleep(SignInWatch.EVERY.plusSeconds(1).toMillis());
        get(secondNode, "/me").expectStatus().isOk();

        identity.ends(List.of("log-in-1"), List.of());

        await().atMost(SignInWatch.EVERY.plusSeconds(5))
                .untilAsserted(() -> get(firstNode, "/me").expectStatus().isFound());
        get(secondNode, "/me").expectStatus().isFound();
        assertThat(identity.appRequest()).contains("scope=sign-ins");
    }

    @Test
    void everySessionOfAClosedAccountEnds() {
        signIn(HANAKO, "/me");
        get(firstNode, "/me").expectStatus().isOk();

        identity.ends(List.of(), List.of(String.valueOf(HANAKO.get("sub"))));

        await().atMost(SignInWatch.EVERY.plusSeconds(5))
                .untilAsserted(() -> get(firstNode, "/me").expectStatus().isFound());
        identity.ends(List.of(), List.of());
    }

    @Test
    void turnsAwayStaffFromThePortal() {
        Map<String, Object> staff = new HashMap<>(HANAKO);
        staff.put("realm", "staff");

        signIn(staff, "/me").expectStatus().isForbidden().expectBody(String.class)
                .value(page -> assertThat(page).contains("別のアカウント"));
        get(firstNode, "/me").expectStatus().isFound();
    }

    @Test
    void givesASignedInVisitorANewSessionId() {
        get(firstNode, "/me");
        String before = cookies.get("TINY");

        signIn(HANAKO, "/me");

        assertThat(cookies.get("TINY")).isNotEqualTo(before);
    }

    @Test
    void takesFormsOnlyWithTheirToken() {
        String csrf = csrf();

        post(firstNode, "/form", csrf).expectStatus().isOk();
        post(secondNode, "/form", csrf).expectStatus().isOk();
        post(firstNode, "/form", "wrong").expectStatus().isForbidden().expectBody(String.class)
                .value(page -> assertThat(page).contains("もう一度送信"));
    }

    @Test
    void losesNothingTypedWhenTheSessionEndedMeanwhile() {
        cookies.clear();
        String typed = "name=%F0%A0%AE%B7%E9%87%8E&tel=078&_csrf=old";

        assertThat(location(send("/me/name?page=2", typed, "same-origin").expectStatus().isSeeOther()))
                .hasToString("/kept-form");
        assertThat(location(get(firstNode, "/kept-form").expectStatus().isFound())).hasToString(IdentityLogin.START);
        comeBackFromIdentity(HANAKO).expectStatus().isFound().expectHeader().location("/kept-form");
        String page = body(get(secondNode, "/kept-form").expectStatus().isOk());
        assertThat(page).endsWith(" /me/name?page=2 {name=[𠮷野], tel=[078]}");

        String again = typed.replace("old", page.substring(0, page.indexOf(' ')));
        send("/me/name?page=2", again, "same-origin").expectStatus().isOk().expectBody(String.class)
                .isEqualTo("renamed 𠮷野");
    }

    @Test
    void keepsNoFormThatAnotherSiteSent() {
        cookies.clear();

        send("/me/name", "name=evil&_csrf=x", "cross-site").expectStatus().isForbidden();
        assertThat(cookies).isEmpty();
    }

    @Test
    void takesAnUploadWithTheTokenInItsAddress() {
        String csrf = csrf();
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", "content");

        upload("/upload?_csrf=" + csrf, form).expectStatus().isOk().expectBody(String.class).isEqualTo("taken content");
        upload("/upload?_csrf=no", form).expectStatus().isForbidden();
        upload("/upload", form).expectStatus().isForbidden();
    }

    @Test
    void keepsPagesToThemselves() {
        get(firstNode, "/nowhere").expectHeader().valueMatches("Content-Security-Policy",
                ".*script-src 'self' 'nonce-.*");
        get(firstNode, "/token").expectHeader().valueEquals("X-Frame-Options", "DENY")
                .expectHeader().valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader().valueMatches("Cache-Control", ".*no-store.*");
    }

    @Test
    void opensTheExchangeToItsTokenOnly() {
        exchange("none").expectStatus().isUnauthorized().expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        exchange(identity.token("exchange", Map.of("sub", "exchange", "scope", "exchange"))).expectStatus().isOk();
        exchange(identity.token("exchange", Map.of("sub", "x", "scope", "openid"))).expectStatus().isForbidden();
        exchange(identity.token("exchange", Map.of("sub", "x", "scope", "exchange", "iss", "http://elsewhere")))
                .expectStatus().isUnauthorized();
    }

    @Test
    void tellsAScriptThatSignInIsNeeded() {
        cookies.clear();
        client(firstNode).get().uri("/me").header("HX-Request", "true").accept(MediaType.TEXT_HTML).exchange()
                .expectStatus().isUnauthorized();
        client(firstNode).get().uri("/me").accept(MediaType.APPLICATION_JSON).exchange().expectStatus().isUnauthorized()
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private WebTestClient.ResponseSpec signIn(Map<String, Object> person, String page) {
        cookies.clear();
        assertThat(location(get(firstNode, page).expectStatus().isFound())).hasToString(IdentityLogin.START);
        return comeBackFromIdentity(person);
    }

    private WebTestClient.ResponseSpec comeBackFromIdentity(Map<String, Object> person) {
        URI authorize = location(get(firstNode, IdentityLogin.START).expectStatus().isFound());
        Map<String, String> asked = UriComponentsBuilder.fromUri(authorize).build().getQueryParams().toSingleValueMap();
        assertThat(authorize.toString()).startsWith(identity.issuer() + "/oauth2/authorize");
        assertThat(asked).containsEntry("code_challenge_method", "S256").containsEntry("client_id", "portal");
        identity.willSignIn(person, Objects.requireNonNull(asked.get("nonce")));
        return get(secondNode, "/login/oauth2/code/identity?code=abc&state=" + asked.get("state"));
    }

    private long sessions() {
        return Objects.requireNonNull(database.client().sql("select count(*) from http_session")
                .map(row -> Objects.requireNonNull(row.get(0, Long.class))).one().block());
    }

    private String csrf() {
        return body(get(firstNode, "/token"));
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectBody(String.class).returnResult().getResponseBody());
    }

    /** As a browser posts a form of a page of this site, or of another. */
    private WebTestClient.ResponseSpec send(String address, String form, String site) {
        return client(firstNode).post().uri(on(firstNode, address)).header(HttpHeaders.ACCEPT, PAGE)
                .header("Sec-Fetch-Site", site).contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .cookies(this::bring).bodyValue(form).exchange();
    }

    private WebTestClient.ResponseSpec get(ConfigurableApplicationContext node, String address) {
        return client(node).get().uri(on(node, address)).header(HttpHeaders.ACCEPT, PAGE)
                .cookies(this::bring).exchange();
    }

    private WebTestClient.ResponseSpec post(ConfigurableApplicationContext node, String path, String csrf) {
        return client(node).post().uri(path).header(HttpHeaders.ACCEPT, PAGE)
                .cookies(this::bring).body(BodyInserters.fromFormData("_csrf", csrf)).exchange();
    }

    private WebTestClient.ResponseSpec upload(String address, MultipartBodyBuilder form) {
        return client(firstNode).post().uri(on(firstNode, address)).cookies(this::bring)
                .body(BodyInserters.fromMultipartData(form.build())).exchange();
    }

    private WebTestClient.ResponseSpec exchange(String token) {
        return client(firstNode).get().uri("/exchange/ping").header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private void bring(org.springframework.util.MultiValueMap<String, String> jar) {
        cookies.forEach(jar::add);
    }

    private static URI location(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.returnResult(Void.class).getResponseHeaders().getLocation());
    }

    /** Already encoded, as browsers send it. */
    private static URI on(ConfigurableApplicationContext node, String address) {
        return URI.create("http://localhost:" + node.getEnvironment().getProperty("local.server.port") + address);
    }

    private WebTestClient client(ConfigurableApplicationContext node) {
        return WebTestClient.bindToServer()
                .baseUrl(on(node, "").toString())
                .filter((request, next) -> next.exchange(request)
                        .doOnNext(answer -> answer.cookies().values().forEach(all -> all.forEach(this::keep))))
                .build();
    }

    private ConfigurableApplicationContext node() {
        Login login = database.login();
        return new SpringApplicationBuilder(TinyPortal.class).web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=tiny", "server.port=0", "spring.flyway.enabled=false",
                        "madoguchi.session.cookie-name=TINY", "madoguchi.identity.issuer=" + identity.issuer(),
                        "madoguchi.portal.base-url=http://localhost:16001", "madoguchi.clients.portal.secret=s3cret",
                        "spring.r2dbc.url=r2dbc:postgresql://%s:%d/%s".formatted(login.host(), login.port(),
                                login.database()),
                        "spring.r2dbc.username=" + login.username(), "spring.r2dbc.password=" + login.password())
                .run();
    }

    private void keep(ResponseCookie cookie) {
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        cookies.put(cookie.getName(), cookie.getValue());
    }
}
