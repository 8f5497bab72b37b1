package jp.madoguchi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import jp.madoguchi.testkit.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two-step verification with codes, on a server that asks staff for it and goes by a clock that can be moved. */
class SecondFactorTest {

    private static final String PASSWORD = "madoguchi-demo";
    private static final String STAFF = "--madoguchi.identity.second-factor.required-for=staff";
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final Pattern CODE = Pattern.compile("<code>([0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4})</code>");
    private static final MovableClock CLOCK = new MovableClock();

    private static IdentityServer server;

    @BeforeAll
    static void start() {
        server = new IdentityServer(CLOCK, STAFF);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void forgetAll() {
        for (String table : List.of("attempt", "authenticator", "recovery_code", "user_entities", "factor_reset")) {
            server.sql("delete from " + table);
        }
        CLOCK.pass(Duration.ofMinutes(1));
    }

    /** A browser, the phone, and what its owner wrote down. */
    private record Person(String login, PlainBrowser browser, Phone phone, List<String> codes) {}

    @Test
    void staffWithoutOneSetItUpOnTheWayIn() throws ParseException {
        PlainBrowser browser = browser();
        String counter = PlainBrowser.location(browser.get(backoffice().authorizeAddress()));
        String enrol = PlainBrowser.location(enter(browser, counter, "chuo-clerk1"));
        assertThat(enrol).isEqualTo("/login/staff/enrol");
        assertThat(browser.get(enrol).body()).contains("認証アプリ", "パスキー");
        assertThat(PlainBrowser.location(browser.get(backoffice().authorizeAddress()))).as("not in yet")
                .endsWith("/login/staff");
        assertThat(PlainBrowser.location(browser.get("/account/staff/factors"))).endsWith("/login/staff");
        assertThat(PlainBrowser.location(browser.get("/login/staff/enrol/recovery-codes"))).endsWith("/login/staff");
        browser.get(backoffice().authorizeAddress());

        String setUp = enrol + "/authenticator";
        Phone phone = Phone.scan(browser.get(setUp).body(), CLOCK);
        assertThat(Phone.scan(browser.get(setUp).body(), CLOCK)).as("loaded again").isEqualTo(phone);
        assertThat(browser.submit(setUp, Map.of("code", "")).statusCode()).isEqualTo(422);
        HttpResponse<String> wrong = browser.submit(setUp, Map.of("code", phone.code(STEP.multipliedBy(5))));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("番号が違います", phone.secret());

        String codes = PlainBrowser.location(browser.submit(setUp, Map.of("code", phone.code())));
        List<String> shown = codesOn(browser.get(codes).body());
        assertThat(shown).hasSize(10).doesNotHaveDuplicates();
        assertThat(codesOn(browser.get(codes).body())).as("loaded again").isEqualTo(shown);
        assertThat(PlainBrowser.location(browser.get(backoffice().authorizeAddress())))
                .as("not in before they are kept")
                .endsWith("/login/staff");
        String back = PlainBrowser.location(browser.submitFrom(codes, codes + "/kept", Map.of()));
        JWTClaimsSet claims = backoffice()
                .claims(backoffice().idToken(backoffice().codeIn(PlainBrowser.location(browser.get(back)))));
        assertThat(claims.getStringListClaim("amr")).isEqualTo(List.of("pwd", "otp", "mfa"));
        assertThat(claims.getStringClaim("acr")).isEqualTo("urn:madoguchi:acr:two-factors");
        assertThat(server.count("select count(*) from authenticator where position(convert_to('" + phone.secret()
                + "', 'UTF8') in sealed_secret) > 0")).as("readable secrets").isZero();
        assertThat(server.mailbox().awaitLetter(letter -> letter.to().contains("chuo-clerk1@city.example.jp"),
                Duration.ofSeconds(10)).text()).contains("認証アプリ");
    }

    @Test
    void aCodeIsGoodOnceAndNoneBeforeItAfterwards() {
        Person clerk = enrolled("chuo-clerk2");
        CLOCK.pass(STEP.multipliedBy(4));
        String late = clerk.phone().code(STEP.negated());
        String now = clerk.phone().code();
        assertThat(second("chuo-clerk2", now).statusCode()).isEqualTo(303);
        HttpResponse<String> again = second("chuo-clerk2", now);
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(again.body()).contains("すでに使われています");
        assertThat(second("chuo-clerk2", late).statusCode()).as("older than a used one").isEqualTo(401);
        assertThat(second("chuo-clerk2", clerk.phone().code(STEP)).statusCode()).as("a clock ahead").isEqualTo(303);
        CLOCK.pass(STEP.multipliedBy(2));
        assertThat(second("chuo-clerk2", clerk.phone().code(STEP.multipliedBy(-2))).statusCode()).as("too old")
                .isEqualTo(401);
        assertThat(second("chuo-clerk2", clerk.phone().code()).statusCode()).isEqualTo(303);
    }

    @Test
    void theCodeThatSetItUpOpensNothingMore() {
        Person clerk = enrolled("chuo-clerk2");
        assertThat(second("chuo-clerk2", clerk.phone().code()).statusCode()).isEqualTo(401);
    }

    @Test
    void ofManyWithTheSameCodeAtOnceOneGetsIn() throws InterruptedException, ExecutionException {
        Person clerk = enrolled("chuo-clerk2");
        CLOCK.pass(STEP.multipliedBy(4));
        assertThat(atOnce("/second", clerk.login(), clerk.phone().code())).containsOnlyOnce(303);
        assertThat(atOnce("/second/lost", clerk.login(), clerk.codes().getFirst())).containsOnlyOnce(303);
        assertThat(server.count("select count(*) from recovery_code where used_at is not null")).isEqualTo(1);
    }

    /** Three may try at once before the throttle slows the rest. */
    private List<Integer> atOnce(String page, String login, String code)
            throws InterruptedException, ExecutionException {
        server.sql("delete from attempt");
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            PlainBrowser browser = browser();
            enter(browser, "/login/staff", login);
            browser.get("/login/staff" + page);
            tries.add(() -> browser.submit("/login/staff" + page, Map.of("code", code)).statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (var crowd = Executors.newFixedThreadPool(tries.size())) {
            for (Future<Integer> answer : crowd.invokeAll(tries)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    @Test
    void guessingIsSlowedAndARightCodeIsNoUseMeanwhile() {
        Person clerk = enrolled("chuo-clerk2");
        CLOCK.pass(STEP.multipliedBy(4));
        for (int i = 0; i < 4; i++) {
            assertThat(second("chuo-clerk2", "00000" + i).statusCode()).as("try %d", i).isEqualTo(401);
        }
        // A wait of a second is over before a busy machine has asked again.
        assertThat(server.sql("update attempt set locked_until = now() + interval '1 minute' where failures = 4"))
                .isEqualTo(1);
        HttpResponse<String> right = second("chuo-clerk2", clerk.phone().code());
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.headers().firstValueAsLong("Retry-After")).isPresent();
        PlainBrowser other = browser();
        enter(other, "/login/staff", "chuo-clerk2");
        assertThat(other.submit("/login/staff/second/lost", Map.of("code", clerk.codes().getFirst())).statusCode())
                .as("codes of all kinds count together").isEqualTo(429);
        server.sql("update attempt set locked_until = now()");
        assertThat(second("chuo-clerk2", clerk.phone().code()).statusCode()).isEqualTo(303);
    }

    @Test
    void aRecoveryCodeOpensOnceInWhateverWayItIsTyped() throws ParseException {
        Person clerk = enrolled("chuo-clerk2");
        PlainBrowser browser = browser();
        String counter = PlainBrowser.location(browser.get(backoffice().authorizeAddress()));
        enter(browser, counter, "chuo-clerk2");
        String typed = clerk.codes().get(3).toUpperCase(java.util.Locale.ROOT).replace("-", " ");
        HttpResponse<String> in = browser.submit("/login/staff/second/lost", Map.of("code", typed));
        JWTClaimsSet claims = backoffice().claims(backoffice()
                .idToken(backoffice().codeIn(PlainBrowser.location(browser.get(PlainBrowser.location(in))))));
        assertThat(claims.getStringListClaim("amr")).contains("mfa");
        assertThat(browser.get("/account/staff/factors").body()).contains("使える番号はあと9個です");
        assertThat(lost("chuo-clerk2", clerk.codes().get(3)).statusCode()).isEqualTo(401);
        assertThat(server.text("select string_agg(encode(code_mac, 'escape'), ' ') from recovery_code"))
                .doesNotContain(clerk.codes());

        // A new set voids the old, and asks who it is: what was proved is old by now.
        CLOCK.pass(Duration.ofMinutes(8));
        browser.get("/account/staff/factors");
        CLOCK.pass(Duration.ofMinutes(8));
        String renew = "/account/staff/factors/recovery-codes/new";
        String confirm = PlainBrowser.location(browser.get(renew));
        assertThat(confirm).isEqualTo("/account/staff/confirm");
        assertThat(browser.submit(confirm, Map.of("current", PASSWORD)).statusCode()).as("the password is not enough")
                .isEqualTo(422);
        assertThat(PlainBrowser.location(browser.submit(confirm, Map.of("code", clerk.phone().code()))))
                .isEqualTo(renew);
        String shown = PlainBrowser.location(browser.submit(renew, Map.of()));
        List<String> codes = codesOn(browser.get(shown).body());
        assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(clerk.codes());
        assertThat(lost("chuo-clerk2", clerk.codes().get(5)).statusCode()).isEqualTo(401);
        assertThat(lost("chuo-clerk2", codes.get(5)).statusCode()).isEqualTo(303);
    }

    @Test
    void sensitivePagesAskAgainWhoItIs() {
        PlainBrowser hanako = browser();
        portal().logIn(hanako, "hanako@example.jp", PASSWORD);
        for (String page : List.of("/password", "/close", "/factors/authenticator", "/factors/passkey")) {
            assertThat(hanako.get("/account/resident" + page).statusCode()).as(page).isEqualTo(200);
        }
        CLOCK.pass(Duration.ofMinutes(6));
        for (String page : List.of("/password", "/close", "/factors/authenticator", "/factors/passkey")) {
            assertThat(PlainBrowser.location(hanako.get("/account/resident" + page))).as(page)
                    .isEqualTo("/account/resident/confirm");
        }
        assertThat(hanako.get("/account/resident").statusCode()).isEqualTo(200);
        assertThat(hanako.submit("/account/resident/confirm", Map.of("current", "wrong")).statusCode()).isEqualTo(401);
        assertThat(PlainBrowser.location(hanako.submit("/account/resident/confirm", Map.of("current", PASSWORD))))
                .isEqualTo("/account/resident/factors/passkey");
        assertThat(hanako.get("/account/resident/password").statusCode()).isEqualTo(200);
    }

    @Test
    void aResidentMayAndNeedNot() throws ParseException {
        PlainBrowser taro = browser();
        portal().logIn(taro, "taro@example.jp", PASSWORD);
        PlainBrowser elsewhere = browser();
        JWTClaimsSet one = portal().claims(portal().idToken(portal().logIn(elsewhere, "taro@example.jp", PASSWORD)));
        assertThat(one.getStringListClaim("amr")).isEqualTo(List.of("pwd"));
        assertThat(one.getStringClaim("acr")).isEqualTo("urn:madoguchi:acr:one-factor");

        String setUp = "/account/resident/factors/authenticator";
        Phone phone = Phone.scan(taro.get(setUp).body(), CLOCK);
        taro.submit(setUp, Map.of("code", phone.code()));
        assertThat(PlainBrowser.location(elsewhere.get("/account/resident"))).as("rested on the password alone")
                .endsWith("/login/resident");
        CLOCK.pass(STEP.multipliedBy(4));
        PlainBrowser later = browser();
        assertThat(PlainBrowser.location(enter(later, "/login/resident", "taro@example.jp")))
                .isEqualTo("/login/resident/second");
        assertThat(later.submit("/login/resident/second", Map.of("code", phone.code())).statusCode()).isEqualTo(303);

        String remove = "/account/resident/factors/authenticator/remove";
        assertThat(taro.get(remove).body()).contains("これが最後の1つです");
        assertThat(PlainBrowser.location(taro.submit(remove, Map.of()))).endsWith("?done=removed");
        assertThat(server.count("select count(*) from recovery_code")).isZero();
        assertThat(PlainBrowser.location(later.get("/account/resident"))).endsWith("/login/resident");
        portal().logIn(browser(), "taro@example.jp", PASSWORD);
    }

    @Test
    void staffKeepTheirLastOne() {
        Person clerk = enrolled("chuo-clerk2");
        CLOCK.pass(STEP.multipliedBy(4));
        String remove = "/account/staff/factors/authenticator/remove";
        assertThat(clerk.browser().get(remove).body()).contains("最後の1つは外せません");
        HttpResponse<String> anyway = clerk.browser().submitFrom("/account/staff/password", remove, Map.of());
        assertThat(anyway.statusCode()).isEqualTo(409);
        assertThat(anyway.body()).contains("最後の1つは外せません");
        assertThat(server.count("select count(*) from authenticator")).isEqualTo(1);
        // But it may be replaced.
        String setUp = "/account/staff/factors/authenticator";
        Phone next = Phone.scan(clerk.browser().get(setUp).body(), CLOCK);
        assertThat(PlainBrowser.location(clerk.browser().submit(setUp, Map.of("code", next.code()))))
                .isEqualTo("/account/staff/factors?done=authenticator");
        CLOCK.pass(STEP.multipliedBy(4));
        assertThat(second("chuo-clerk2", clerk.phone().code()).statusCode()).isEqualTo(401);
        assertThat(second("chuo-clerk2", next.code()).statusCode()).isEqualTo(303);
    }

    @Test
    void whoLostEverythingBeginsAnewWithACodeFromAnAdministrator() {
        Person clerk = enrolled("chuo-clerk2");
        Person admin = enrolled("admin");
        String resets = "/account/staff/factor-resets";
        assertThat(clerk.browser().get(resets).statusCode()).as("no administrator").isEqualTo(404);
        assertThat(clerk.browser().submitFrom("/account/staff/password", resets,
                Map.of("login", "admin", "seen", "true")).statusCode()).isEqualTo(404);
        for (Map<String, String> wrong : List.of(Map.of("login", "chuo-clerk2"),
                Map.of("login", "", "seen", "true"), Map.of("login", "nobody", "seen", "true"),
                Map.of("login", "admin", "seen", "true"), Map.of("login", "nada-clerk1", "seen", "true"),
                Map.of("whose", "resident", "login", "chuo-clerk2", "seen", "true"))) {
            assertThat(admin.browser().submit(resets, wrong).statusCode()).as("%s", wrong).isEqualTo(422);
        }
        String voided = onlyCode(admin.browser().submit(resets, Map.of("login", "chuo-clerk2", "seen", "true")));
        String code = onlyCode(admin.browser().submit(resets, Map.of("login", "CHUO-clerk2", "seen", "true")));

        assertThat(lost("chuo-clerk2", voided).statusCode()).as("an earlier one").isEqualTo(401);
        assertThat(lost("admin", code).statusCode()).as("somebody else's").isEqualTo(401);
        server.sql("delete from attempt");
        HttpResponse<String> anew = lost("chuo-clerk2", code);
        assertThat(PlainBrowser.location(anew)).isEqualTo("/login/staff/enrol");
        assertThat(PlainBrowser.location(clerk.browser().get("/account/staff"))).as("whoever was in is out")
                .endsWith("/login/staff");
        assertThat(server.count("select count(*) from authenticator")).as("only the administrator's").isEqualTo(1);
        assertThat(server.count("select count(*) from recovery_code r join account a on a.id = r.account_id "
                + "where a.login = 'chuo-clerk2'")).isZero();
        enrolled("chuo-clerk2");
        assertThat(lost("chuo-clerk2", code).statusCode()).as("once").isEqualTo(401);

        String tooLate = onlyCode(admin.browser().submit(resets, Map.of("login", "chuo-clerk2", "seen", "true")));
        CLOCK.pass(Duration.ofHours(25));
        assertThat(lost("chuo-clerk2", tooLate).statusCode()).isEqualTo(401);
    }

    @Test
    void halfALogInOpensNothingAndLastsAQuarterOfAnHour() {
        Person clerk = enrolled("chuo-clerk2");
        CLOCK.pass(STEP.multipliedBy(4));
        PlainBrowser browser = browser();
        enter(browser, "/login/staff", "chuo-clerk2");
        for (String page : List.of("/account/staff", "/account/staff/factors/authenticator",
                "/account/staff/password", "/login/staff/enrol/recovery-codes", backoffice().authorizeAddress())) {
            assertThat(PlainBrowser.location(browser.get(page))).as(page).endsWith("/login/staff");
        }
        assertThat(PlainBrowser.location(browser.get("/login/staff/enrol/authenticator")))
                .as("nobody sets a second one up with the password alone").isEqualTo("/login/staff/second");
        CLOCK.pass(Duration.ofMinutes(16));
        assertThat(PlainBrowser.location(browser.submitFrom("/login/staff", "/login/staff/second",
                Map.of("code", clerk.phone().code())))).isEqualTo("/login/staff");

        enter(browser, "/login/staff", "chuo-clerk2");
        server.sql("update account set credentials_changed_at = now() where login = 'chuo-clerk2'");
        assertThat(PlainBrowser.location(browser.submitFrom("/login/staff", "/login/staff/second",
                Map.of("code", clerk.phone().code())))).as("the password is another by now").isEqualTo("/login/staff");
    }

    /** Who must, who may: by setting, person, and whether they have one. */
    @Test
    void theSettingDecidesByRealmAndRole() {
        Map<String, List<String>> asked = Map.of("none", List.of(), "approver,admin",
                List.of("chuo-chief", "admin"), "staff", List.of("chuo-clerk1", "chuo-chief", "admin"), "resident",
                List.of("hanako@example.jp"));
        PlainBrowser before = browser();
        server.restart("--madoguchi.identity.second-factor.required-for=none");
        try {
            backoffice().logIn(before, "chuo-chief", PASSWORD);
            asked.forEach((setting, people) -> {
                server.restart("--madoguchi.identity.second-factor.required-for=" + setting);
                for (String person : List.of("chuo-clerk1", "chuo-chief", "admin", "hanako@example.jp")) {
                    String realm = person.contains("@") ? "resident" : "staff";
                    String next = PlainBrowser.location(enter(browser(), "/login/" + realm, person));
                    if (people.contains(person)) {
                        assertThat(next).as("%s for %s", setting, person).isEqualTo("/login/" + realm + "/enrol");
                    } else {
                        assertThat(next).as("%s for %s", setting, person).startsWith("http");
                    }
                }
                String again = PlainBrowser.location(before.get(backoffice().authorizeAddress()));
                if (people.contains("chuo-chief")) {
                    assertThat(again).as("a log-in from before " + setting).endsWith("/login/staff");
                } else {
                    assertThat(backoffice().codeIn(again)).isNotBlank();
                }
                assertThat(browser().get("/login/staff").body().contains("ここは練習用のまちです")).as(setting)
                        .isEqualTo(List.of("none", "resident").contains(setting));
            });
        } finally {
            server.restart(STAFF);
        }
    }

    private static App backoffice() {
        return App.backoffice(server);
    }

    private static App portal() {
        return App.portal(server);
    }

    private static PlainBrowser browser() {
        return new PlainBrowser(server.issuer());
    }

    private static HttpResponse<String> enter(PlainBrowser browser, String counter, String login) {
        return browser.submit(counter, Map.of("login", login, "password", PASSWORD));
    }

    private static HttpResponse<String> second(String login, String code) {
        PlainBrowser browser = browser();
        enter(browser, "/login/staff", login);
        return browser.submit("/login/staff/second", Map.of("code", code));
    }

    private static HttpResponse<String> lost(String login, String code) {
        PlainBrowser browser = browser();
        enter(browser, "/login/staff", login);
        return browser.submit("/login/staff/second/lost", Map.of("code", code));
    }

    /** Logs a member of staff in for the first time. */
    private static Person enrolled(String login) {
        PlainBrowser browser = browser();
        String setUp = PlainBrowser.location(enter(browser, "/login/staff", login)) + "/authenticator";
        Phone phone = Phone.scan(browser.get(setUp).body(), CLOCK);
        String codes = PlainBrowser.location(browser.submit(setUp, Map.of("code", phone.code())));
        List<String> shown = codesOn(browser.get(codes).body());
        browser.submitFrom(codes, codes + "/kept", Map.of());
        return new Person(login, browser, phone, shown);
    }

    private static List<String> codesOn(String page) {
        return CODE.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String onlyCode(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(codesOn(page.body())).hasSize(1);
        return codesOn(page.body()).getFirst();
    }
}
