package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.Sha256;
import jp.madoguchi.platform.security.ClosedAccounts;
import jp.madoguchi.platform.security.IdentityLogin;
import jp.madoguchi.testkit.ScriptlessBrowser;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.ApplicationUpdate.Outcome;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.core.publisher.Flux;

/**
 * Every route of the portal with everybody who could come to what is Hanako's. The routes are those of the running program; one that does
 * not stand in the table fails the test. Who is kept out leaves nothing behind in the database.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteRightsTest {

    /**
     * {@code +} is let in (whatever is then said of the empty form), {@code -} is refused or has to sign in, {@code 0} is told that there
     * is no such thing (any more). The columns: nobody; Hanako, signed in, with her draft and her application; somebody else's account;
     * somebody who pressed the buttons of the mailed links; the delegate whom Hanako asked by a link; a browser that handed in without an
     * account, with its own application; a browser with a draft of its own that asks for an account by now; Hanako after closing her account.
     */
    private static final String TABLE = """
            GET /                                                            + + + + + + + +
            GET /about/{subject}                                             + + + + + + + +
            GET /account                                                     - + + - - - - -
            GET /account/applications/{draft}                                - + + - - - - -
            GET /account/procedures/{procedure}                              - + + - - - - -
            GET /account/profile                                             - + + - - - - -
            GET /account/tracking/{submission}                               - + + - - - - -
            GET /actuator                                                    0 0 0 0 0 0 0 0
            GET /actuator/env                                                0 0 0 0 0 0 0 0
            GET /actuator/health                                             0 0 0 0 0 0 0 0
            GET /actuator/health/readiness                                   0 0 0 0 0 0 0 0
            GET /actuator/heapdump                                           0 0 0 0 0 0 0 0
            GET /actuator/metrics                                            0 0 0 0 0 0 0 0
            GET /actuator/prometheus                                         0 0 0 0 0 0 0 0
            GET /applications/{draft}                                        0 + 0 0 0 + - 0
            GET /applications/{draft}/bundle                                 0 + 0 0 0 + - 0
            GET /applications/{draft}/ending                                 0 + 0 0 0 + - 0
            GET /applications/{draft}/errands/{field}                        0 + 0 0 0 0 - 0
            GET /applications/{draft}/files/{file}                           0 + 0 0 0 0 - 0
            GET /applications/{draft}/later                                  0 + 0 0 0 + - 0
            GET /applications/{draft}/pages/{page}                           0 + 0 0 0 + - 0
            GET /applications/{draft}/review                                 0 + 0 0 0 + - 0
            GET /applications/{part}/handed                                  0 0 0 0 + 0 0 0
            GET /applications/{part}/handed.pdf                              0 0 0 0 0 0 0 0
            GET /assets/postal/{code}                                        + + + + + + + +
            GET /assets/{*path}                                              0 0 0 0 0 0 0 0
            GET /corrections/{token}                                         0 0 0 0 0 0 0 0
            GET /errands/{token}                                             0 0 0 0 + 0 0 0
            GET /exchange/v1/attachments/{attachment}                        - - - - - - - -
            GET /exchange/v1/consignments                                    - - - - - - - -
            GET /exchange/v1/fill-events                                     - - - - - - - -
            GET /exchange/v1/mails/lost                                      - - - - - - - -
            GET /exchange/v1/procedures/{procedure}/drafts                   - - - - - - - -
            GET /exchange/v1/state                                           - - - - - - - -
            GET /exchange/v1/unreached-applicants                            - - - - - - - -
            GET /livez                                                       + + + + + + + +
            GET /procedures                                                  + + + + + + + +
            GET /procedures/{procedure}                                      + + + + + + + +
            GET /procedures/{procedure}/versions/{version}/lists/{question}  0 0 0 0 0 0 0 0
            GET /readyz                                                      + + + + + + + +
            GET /resume/{token}                                              0 0 0 + 0 0 0 0
            GET /track/{token}                                               0 0 0 0 0 0 0 0
            GET /tracking                                                    + + + + + + + +
            GET /tracking/mail                                               + + + + + + + +
            GET /tracking/{submission}                                       0 + 0 0 0 0 0 0
            GET /tracking/{submission}/copy.pdf                              0 + 0 0 0 + 0 0
            GET /tracking/{submission}/documents/{document}                  0 + 0 0 0 0 0 0
            GET /tracking/{submission}/files/{file}                          0 + 0 0 0 0 0 0
            GET /tracking/{submission}/receipt                               0 + 0 0 0 + 0 0
            GET /tracking/{submission}/withdraw                              0 + 0 0 0 0 0 0
            GET /word/{token}                                                0 0 0 0 0 0 0 0
            POST /account/profile                                            - + + - - - - -
            POST /account/profile/deletion                                   - + + - - - - -
            POST /actuator/shutdown                                          0 0 0 0 0 0 0 0
            POST /applications/{draft}/bundle/{followUp}                     0 + 0 0 0 + - 0
            POST /applications/{draft}/carried                               0 + 0 0 0 + - 0
            POST /applications/{draft}/discard                               0 + 0 0 0 + - 0
            POST /applications/{draft}/ending/{ending}                       0 + 0 0 0 + - 0
            POST /applications/{draft}/errands/{field}                       0 + 0 0 0 0 - 0
            POST /applications/{draft}/errands/{field}/removal               0 + 0 0 0 0 - 0
            POST /applications/{draft}/errands/{field}/withdrawal            0 + 0 0 0 0 - 0
            POST /applications/{draft}/later                                 0 + 0 0 0 + - 0
            POST /applications/{draft}/pages/{page}                          0 + 0 0 0 0 - +
            POST /applications/{draft}/submission                            0 + 0 0 0 + - 0
            POST /corrections/{token}                                        0 0 0 0 0 0 0 0
            POST /errands/{token}                                            0 0 0 0 + 0 0 0
            POST /exchange/v1/consignments/acknowledgements                  - - - - - - - -
            POST /exchange/v1/fill-events/acknowledgements                   - - - - - - - -
            POST /exchange/v1/mails/resending                                - - - - - - - -
            POST /leave-device                                               + + + + + + + +
            POST /procedures/{procedure}/applications                        + + + + + + + +
            POST /resume/{token}                                             0 0 0 + 0 0 0 0
            POST /track/{token}                                              0 0 0 0 0 0 0 0
            POST /tracking                                                   + + + + + + + +
            POST /tracking/mail                                              + + + + + + + +
            POST /tracking/{submission}/links                                0 + 0 0 0 0 0 0
            POST /tracking/{submission}/mail                                 0 + 0 0 0 + 0 0
            POST /tracking/{submission}/messages                             0 + 0 0 0 0 0 0
            POST /tracking/{submission}/notice-way                           0 + 0 0 0 0 0 0
            POST /tracking/{submission}/withdraw                             0 + 0 0 0 0 0 0
            POST /word/{token}                                               0 0 0 0 0 0 0 0
            PUT /exchange/v1/applications/{application}/documents/{document} - - - - - - - -
            PUT /exchange/v1/applications/{application}/updates/{update}     - - - - - - - -
            PUT /exchange/v1/city                                            - - - - - - - -
            PUT /exchange/v1/procedures/{procedure}/figures                  - - - - - - - -
            PUT /exchange/v1/procedures/{procedure}/standing                 - - - - - - - -
            PUT /exchange/v1/procedures/{procedure}/versions/{version}       - - - - - - - -
            """;

    private static final List<String> COLUMNS = List.of("nobody", "owner", "other", "link", "delegate", "handed",
            "raised",
            "left");
    private static final List<String> ACTUATOR = List.of("GET /actuator", "GET /actuator/health",
            "GET /actuator/health/readiness", "GET /actuator/metrics", "GET /actuator/prometheus", "GET /actuator/env",
            "GET /actuator/heapdump", "GET /livez", "GET /readyz",
            "POST /actuator/shutdown");
    /** They end what the others need, each more than those before it. */
    private static final List<String> LAST = List.of("/removal", "/withdrawal", "/links", "/withdraw", "/submission",
            "/discard", "/deletion", "/leave-device");
    /** The owner comes last, with whose draft all the others' things end. */
    private static final List<String> ORDER = List.of("nobody", "other", "link", "delegate", "handed", "raised",
            "owner",
            "left");
    /** What goes on by itself, or with every look at any page. */
    private static final Set<String> NOISE = Set.of("http_session", "sent_form", "attempt",
            "flyway_schema_history",
            "mail_outbox", "fill_event", "shedlock");
    private static final Pattern DELEGATION = Pattern.compile("/errands/[A-Za-z0-9_-]{43}");
    private static final Pattern FILE = Pattern.compile("/files/([0-9a-f-]{36})");
    private static final UUID HANAKO = UUID.randomUUID();
    private static final String NONE = "0".repeat(43);

    private final Map<String, Applicant> people = new LinkedHashMap<>();
    private final Map<String, Things> things = new LinkedHashMap<>();
    private PortalServer portal;
    private String raisedAgain = "";
    private Applicant waiting;

    /** What a route leads to for one visitor. */
    private record Things(String draft, String page, String part, String submission, String draftFile, String file,
            String document, String track, String resume, String delegation, Map<String, String> key) {}

    @BeforeAll
    void open() {
        portal = PortalServer.start();
        SampleCatalogue.procedures().forEach(procedure -> portal.publish(procedure, 1));
        var nursery = DelegationStoryTest.NURSERY.replace("      - {id: hours,",
                "      - {id: papers, kind: files, max: 2, label: 書類, required: false}\n      - {id: hours,");
        portal.publish(DefinitionFile.readYaml(nursery), 1);

        portal.identity().signsIn(HANAKO, "神戸 花子", "hanako@example.jp");
        var hanako = new Applicant(portal);
        hanako.open("/account");
        hanako.prepareJidoTeate();
        var file = first(FILE, hanako);
        hanako.press("/submission", "consent", "yes");
        var submission = hanako.path().split("/")[2];
        var document = issued(UUID.fromString(submission));
        var draft = nursery(hanako);
        hanako.attach(new Applicant.Upload("papers", "書類.pdf", Applicant.PDF), "_attach", "papers");
        var draftFile = first(FILE, hanako);
        var key = hanako.hidden("/pages/work");
        hanako.open("/applications/" + draft + "/errands/certificate");
        hanako.press("/errands/certificate", "mail", "");
        var delegation = DELEGATION.matcher(hanako.html()).results().findFirst().orElseThrow().group();
        portal.mailbox().empty();
        hanako.open("/applications/" + draft + "/later");
        hanako.press("/later", "mail", "hanako@example.jp");
        var resume = link("/resume/");

        var handed = new Applicant(portal);
        handed.prepareJidoTeate();
        var before = handed.path().split("/")[2];
        var ownFile = first(FILE, handed);
        handed.press("/submission", "consent", "yes", "word", Applicant.WORD);
        var own = handed.path().split("/")[2];

        var raised = new Applicant(portal);
        var begun = nursery(raised);
        var raisedKey = raised.hidden("/pages/work");
        waiting = new Applicant(portal);
        raisedAgain = nursery(waiting);
        portal.publish(DefinitionFile.readYaml(nursery.replace("assurance: mail", "assurance: account")), 2);

        var delegate = new Applicant(portal);
        delegate.open(delegation);
        delegate.press(delegation);
        var part = delegate.path().split("/")[2];

        var owners = new Things(draft, "work", part, submission, draftFile, file, document, NONE, NONE, NONE, key);
        var foreign = new Things(draft, "work", part, submission, draftFile, file, document, NONE, NONE, NONE,
                Map.of());
        portal.identity().signsIn(UUID.randomUUID(), "髙橋 太郎", "taro@example.jp");
        var taro = new Applicant(portal);
        taro.open("/account");
        var finder = new Applicant(portal);
        finder.open("/tracking");
        finder.post(URI.create(resume).getPath(), finder.hidden("/tracking"), Map.of());
        COLUMNS.forEach(name -> things.put(name, foreign));
        things.put("owner", owners);
        things.put("left", owners);
        things.put("link", new Things(draft, "work", part, submission, draftFile, file, document, NONE,
                resume.replaceAll(".*/resume/", ""), NONE, Map.of()));
        things.put("delegate", new Things(draft, "work", part, submission, draftFile, file, document, NONE, NONE,
                delegation.replace("/errands/", ""), Map.of()));
        things.put("handed",
                new Things(before, "attachments", part, own, ownFile, ownFile, document, NONE, NONE, NONE, Map.of()));
        things.put("raised", new Things(begun, "work", part, submission, draftFile, file, document, NONE, NONE, NONE,
                raisedKey));
        people.put("nobody", new Applicant(portal));
        people.put("owner", hanako);
        people.put("other", taro);
        people.put("link", finder);
        people.put("delegate", delegate);
        people.put("handed", handed);
        people.put("raised", raised);
        people.put("left", hanako);
    }

    @AfterAll
    void close() {
        portal.close();
    }

    private static String nursery(Applicant applicant) {
        applicant.begin("nursery");
        applicant.fillIn("name.family", "神戸", "name.given", "花子", "name.family-kana", "コウベ", "name.given-kana", "ハナコ",
                "mail",
                "hanako@example.jp", "mail.again", "hanako@example.jp", "memo", "なし");
        assertThat(applicant.path()).endsWith("/pages/work");
        return applicant.path().split("/")[2];
    }

    private String issued(UUID submission) {
        var exchange = new ExchangeCaller(portal).exchange();
        var document = UUID.randomUUID();
        exchange.document(submission, document,
                Sha256.hex(Applicant.PDF), "a.pdf",
                Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(Applicant.PDF))).block();
        var update = new ApplicationUpdate(UUID.randomUUID(), 1, Instant.now(), Stage.ISSUED, "中央区役所",
                LocalDate.of(2027, 1, 29), null, Outcome.APPROVED, null, document);
        exchange.update(submission, update.id(), update).block();
        return document.toString();
    }

    private String link(String kind) {
        return portal.mailbox().awaitLetter(letter -> letter.text().contains(kind), Duration.ofSeconds(20)).firstLink();
    }

    private static String first(Pattern pattern, Applicant applicant) {
        return pattern.matcher(applicant.html()).results().findFirst()
                .orElseThrow(() -> new AssertionError(applicant.html())).group(1);
    }

    @Test
    void everybodyGetsAsFarAsTheyMayAndWhoIsKeptOutLeavesNothing() throws SQLException {
        var expected = expected();
        var found = new TreeMap<String, StringBuilder>();
        var left = new ArrayList<String>();
        routes().forEach(route -> found.put(route, new StringBuilder(" ".repeat(COLUMNS.size()))));
        // Those who are kept out come first, to things in the state in which the most could be done to them.
        for (var pass : List.of("kept out", "let in", "left")) {
            if (pass.equals("left")) {
                portal.beans(ClosedAccounts.class).forEach(rooms -> rooms.closed(HANAKO).block());
                portal.execute("delete from http_session where principal = '" + HANAKO + "'");
            }
            for (var column : ORDER) {
                var visit = new RightsVisitor(portal, Objects.requireNonNull(people.get(column)));
                for (var route : routes()) {
                    int at = COLUMNS.indexOf(column);
                    var awaited = expected.getOrDefault(route, "????????").charAt(at);
                    if (!pass.equals(column.equals("left") ? "left" : awaited == '+' ? "let in" : "kept out")) {
                        continue;
                    }
                    var watched = awaited != '+' && !route.startsWith("GET")
                            && !(column.equals("raised") && route.endsWith("/pages/{page}"));
                    var before = watched ? everything() : "";
                    var things = Objects.requireNonNull(this.things.get(column));
                    Objects.requireNonNull(found.get(route)).setCharAt(at,
                            visit.call(address(route, things), things.key()));
                    if (watched && !before.equals(everything())) {
                        left.add(route + " by " + column);
                    }
                }
            }
        }
        var answers = new TreeMap<String, String>();
        found.forEach((route, letters) -> answers.put(route, letters.toString()));
        assertThat(table(answers)).isEqualTo(table(expected));
        assertThat(left).as("routes at which somebody without the right changed something").isEmpty();
    }

    /** Every page there is, and the way to signing in, each read by a browser that comes for the first time, as crawlers do. */
    @Test
    void whoeverOnlyReadsLeavesNoSession() {
        var before = portal.count("select count(*) from http_session");
        var left = new ArrayList<String>();
        var addresses = things.values().stream()
                .flatMap(to -> routes().stream().filter(route -> route.startsWith("GET "))
                        .map(route -> address(route, to).substring("GET ".length())));
        Stream.concat(addresses, Stream.of(IdentityLogin.START)).distinct().forEach(address -> {
            ScriptlessBrowser.staying(portal.address()).get(address, "Accept", "text/html,*/*;q=0.1");
            if (portal.count("select count(*) from http_session") != before) {
                left.add(address);
            }
        });
        assertThat(left).as("the first of these leaves a session").isEmpty();
    }

    /** What asks for an account by now leads to signing in and then goes on, with what was typed before. */
    @Test
    void whoSignsInGoesOnWithADraftThatAsksForItByNow() {
        portal.identity().signsIn(UUID.randomUUID(), "灘 次郎", "jiro@example.jp");
        waiting.open("/applications/" + raisedAgain + "/pages/person");
        assertThat(waiting.html()).contains("value=\"神戸\"", "灘 次郎");
    }

    private static String address(String route, Things to) {
        var onDraft = route.contains("/applications/");
        return route.replace("{draft}", to.draft()).replace("{part}", to.part()).replace("{page}", to.page())
                .replace("{submission}", to.submission()).replace("{file}", onDraft ? to.draftFile() : to.file())
                .replace("{document}", to.document()).replace("{field}", "certificate").replace("{subject}", "help")
                .replace("{procedure}", "jido-teate").replace("{version}", "1").replace("{question}", "none")
                .replace("{ending}", "none").replace("{followUp}", "none").replace("{code}", "6500001")
                .replace("{token}", route.contains("/track/") || route.contains("/word/")
                        ? to.track()
                        : route.contains("/resume/")
                                ? to.resume()
                                : route.contains("/errands/") ? to.delegation() : NONE)
                .replaceAll("\\{\\*path}", "kit/none.css").replaceAll("\\{[^}]*}", UUID.randomUUID().toString())
                .replace("**", "x");
    }

    private static String table(Map<String, String> routes) {
        return new TreeMap<>(routes).entrySet().stream()
                .map(route -> "%-64s %s".formatted(route.getKey(), String.join(" ", route.getValue().split(""))))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> expected() {
        return TABLE.lines().filter(line -> !line.isBlank()).map(line -> line.strip().split("\\s+", 3))
                .collect(Collectors.toMap(parts -> parts[0] + " " + parts[1], parts -> parts[2].replace(" ", "")));
    }

    /** Each method and path that the running program answers to, what ends something last. */
    private List<String> routes() {
        var routes = new TreeSet<String>(ACTUATOR);
        portal.beans(RequestMappingHandlerMapping.class).stream()
                .filter(mapping -> mapping.getClass() == RequestMappingHandlerMapping.class).findFirst().orElseThrow()
                .getHandlerMethods().keySet().forEach(info -> {
                    var verbs = info.getMethodsCondition().getMethods();
                    info.getPatternsCondition().getPatterns()
                            .forEach(path -> (verbs.isEmpty() ? Set.of(RequestMethod.GET) : verbs)
                                    .forEach(verb -> routes.add(verb + " " + path.getPatternString())));
                });
        return routes.stream().sorted(Comparator.comparingInt(RouteRightsTest::ends)).toList();
    }

    /** When its turn comes: first what ends nothing. */
    private static int ends(String route) {
        return route.startsWith("POST")
                ? LAST.stream().filter(route::endsWith).mapToInt(LAST::indexOf).findFirst().orElse(-1)
                : -1;
    }

    /** All rows of all tables that change by somebody's doing, as one number each. */
    private String everything() throws SQLException {
        try (var connection = portal.database().portal().owner().connect(); var sql = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var names = sql
                    .executeQuery("select c.oid::regclass::text, relname from pg_class c join pg_namespace n "
                            + "on n.oid = relnamespace where relkind = 'r' and nspname !~ '^(pg_|information)' order by 1")) {
                while (names.next()) {
                    if (!NOISE.contains(names.getString(2))) {
                        tables.add(names.getString(1));
                    }
                }
            }
            try (var sums = sql.executeQuery(tables.stream().map(table -> "select '" + table
                    + "' || count(*) || '/' || coalesce(sum(hashtextextended(t::text, 0)), 0) from " + table + " t")
                    .collect(Collectors.joining(" union all ")))) {
                var all = new StringBuilder();
                while (sums.next()) {
                    all.append(sums.getString(1)).append('\n');
                }
                return all.toString();
            }
        }
    }
}
