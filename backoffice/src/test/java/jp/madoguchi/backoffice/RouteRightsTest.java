package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

import jp.madoguchi.backoffice.casework.CaseAction;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.web.Needs;
import jp.madoguchi.backoffice.office.Areas;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.platform.problem.Problem;
import jp.madoguchi.platform.security.StaffMember;
import jp.madoguchi.testkit.PostForms;
import jp.madoguchi.testkit.ScriptlessBrowser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the back office with everybody who could come to it. The routes are those of the running program; one that does not
 * stand in the table fails the test. Who is kept out leaves nothing behind in the database.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteRightsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /**
     * {@code +} is let in (whatever is then said of the empty form), {@code -} is refused or has to sign in, {@code 0} is told that
     * there is no such case. The columns: nobody signed in, a clerk of the case's office, a clerk of another office, the chief,
     * auditor, administrator, reform team, designer.
     */
    private static final String TABLE = """
            GET /cases/{id}/attachments/{attachment}/picture           - + 0 + + - - -
            GET /procedures/{procedure}/versions/{version}/definition.json - - - - - + - +
            POST /procedures/{procedure}/versions/{version}/restoration - - - - - + - +
            POST /procedures/{procedure}/standing                      - - - - - + - +
            GET /city                                                  - - - - - + - -
            GET /city/file                                             - - - - - + - -
            GET /city/file.yaml                                        - - - - - + - -
            POST /city/file                                            - - - - - + - -
            GET /intake/papers                                         - - - - - + - -
            GET /intake/papers/{code}                                  - - - - - + - -
            POST /intake/papers/{code}                                 - - - - - + - -
            GET /intake/mails                                          - - - - - + - -
            POST /intake/mails                                         - - - - - + - -
            GET /assets/{*path}                                        + + + + + + + +
            GET /assets/postal/{code}                                  + + + + + + + +
            GET /                                                      - + + + + + + +
            GET /audit                                                 - - - - + - - -
            GET /cases/{id}                                            - + 0 + + - - -
            GET /cases/{id}/approval                                   - - 0 + - - - -
            GET /cases/{id}/attachments/{attachment}                   - + 0 + + - - -
            GET /cases/{id}/correction                                 - + 0 + - - - -
            GET /cases/{id}/decision                                   - + 0 + - - - -
            GET /cases/{id}/documents/{document}                       - + 0 + + - - -
            GET /cases/{id}/notice                                     - + 0 + - - - -
            GET /cases/{id}/notice-preview                             - + 0 + + - - -
            GET /cases/{id}/redaction                                  - + 0 + - - - -
            GET /insight                                               - - - + - - + +
            GET /insight/bottlenecks                                   - - - + - - + +
            GET /insight/bottlenecks/csv/{table}                       - - - + - - + +
            GET /insight/csv/{table}                                   - - - + - - + +
            GET /insight/procedures/{procedure}                        - - - + - - + +
            GET /insight/procedures/{procedure}/csv/{table}            - - - + - - + +
            GET /intake                                                - - - - - + - -
            GET /no-role                                               - + + + + + + +
            GET /posting                                               - + + + - - - -
            GET /procedures                                            - - - - - + - +
            GET /procedures/file                                       - - - - - + - +
            GET /procedures/file/{id}                                  - - - - - + - +
            GET /procedures/{procedure}/definition.json                - - - - - + - +
            GET /procedures/{procedure}/history                        - - - - - + - +
            GET /queue                                                 - + + + - - - -
            GET /queue/after/{id}                                      - + + + - - - -
            GET /queue/back                                            - + + + + + + +
            GET /queue/list                                            - + + + - - - -
            GET /reform                                                - - - + - - + +
            GET /reform/entries/new                                    - - - - - - + -
            GET /reform/entries/{code}                                 - - - - - - + -
            GET /reform/export.csv                                     - - - + - - + +
            GET /reform/import                                         - - - - - - + -
            GET /reform/import/{id}                                    - - - - - - + -
            GET /reform/next                                           - - - + - - + +
            GET /reform/next.csv                                       - - - + - - + +
            GET /search                                                - + + + + - - -
            GET /search/{key}                                          - + + + + - - -
            POST /search                                               - + + + + - - -
            GET /audit/{key}                                           - - - - + - - -
            POST /audit                                                - - - - + - - -
            POST /cases/{id}/approve                                   - - 0 + - - - -
            POST /cases/{id}/claim                                     - + 0 - - - - -
            POST /cases/{id}/correction                                - + 0 + - - - -
            POST /cases/{id}/correction/answered                       - + 0 + - - - -
            POST /cases/{id}/correction/extend                         - + 0 + - - - -
            POST /cases/{id}/correction/recall                         - + 0 + - - - -
            POST /cases/{id}/decision                                  - + 0 + - - - -
            POST /cases/{id}/drafts/{form}                             - + 0 + - - - -
            POST /cases/{id}/extend                                    - + 0 + - - - -
            POST /cases/{id}/hand-back                                 - - 0 + - - - -
            POST /cases/{id}/issue                                     - + 0 + - - - -
            POST /cases/{id}/message                                   - + 0 + - - - -
            POST /cases/{id}/messages/read                             - + 0 + - - - -
            POST /cases/{id}/note                                      - + 0 + - - - -
            POST /cases/{id}/notice/electronic                         - + 0 + - - - -
            POST /cases/{id}/posting/undo                              - + 0 + - - - -
            POST /cases/{id}/proceed                                   - + 0 + - - - -
            POST /cases/{id}/record                                    - + 0 + - - - -
            POST /cases/{id}/redaction                                 - + 0 + - - - -
            POST /cases/{id}/redaction/{redaction}/confirm             - - 0 + - - - -
            POST /cases/{id}/redaction/{redaction}/decline             - - 0 + - - - -
            POST /cases/{id}/release                                   - + 0 + - - - -
            POST /cases/{id}/reopen                                    - - 0 + - - - -
            POST /cases/{id}/return                                    - + 0 + - - - -
            POST /cases/{id}/send-back                                 - - 0 + - - - -
            POST /cases/{id}/take-back                                 - + 0 + - - - -
            POST /cases/{id}/take-over                                 - - 0 + - - - -
            POST /cases/{id}/transfer                                  - + 0 + - - - -
            POST /intake/offices/{code}/close                          - - - - - + - -
            POST /intake/offices/{code}/reopen                         - - - - - + - -
            POST /intake/retries                                       - - - - - + - -
            POST /intake/routing                                       - - - - - + - -
            POST /intake/{id}/retry                                    - - - - - + - -
            POST /posting                                              - + + + - - - -
            POST /procedures/file                                      - - - - - + - +
            POST /procedures/file/{id}                                 - - - - - + - +
            POST /procedures/file/{id}/drop                            - - - - - + - +
            POST /queue/next                                           - + + + - - - -
            POST /reform/entries/new                                   - - - - - - + -
            POST /reform/entries/{code}                                - - - - - - + -
            POST /reform/import                                        - - - - - - + -
            POST /reform/import/{id}                                   - - - - - - + -
            POST /reform/import/{id}/cancel                            - - - - - - + -
            """;

    private static final List<String> COLUMNS = List.of("anyone", "clerk", "other", "chief", "auditor", "admin",
            "reform", "designer");
    private static final Map<String, StaffMember> PEOPLE = Map.of("clerk", TestOffice.CLERK1, "other", TestOffice.NADA,
            "chief", TestOffice.CHIEF, "auditor", TestOffice.AUDITOR, "admin", TestOffice.ADMIN, "reform",
            TestOffice.REFORM, "designer", TestOffice.DESIGNER);
    /** What goes on by itself, or with every look at any page. */
    private static final Set<String> NOISE = Set.of("http_session", "sent_form", "attempt", "record_check",
            "flyway_schema_history", "dispatch", "mail_outbox");
    private static final String ANYTHING = "application/json, text/css;q=0.1";
    private static final Pattern FORM = Pattern.compile("<form method=\"post\"[^>]* action=\"([^\"]+)\"");
    /** Forms of the frame around every page. */
    private static final Set<String> ELSEWHERE = Set.of("/logout");

    private TestOffice office;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private List<UUID> cases = List.of();

    @BeforeAll
    void open() {
        office = TestOffice.open();
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
        COLUMNS.forEach(name -> people.put(name, new Person(PEOPLE.get(name))));
        cases = fresh();
        var idle = office.bean(org.springframework.r2dbc.core.DatabaseClient.class);
        await().atMost(TIMEOUT).until(() -> Objects.equals(0L, idle
                .sql("select count(*) from dispatch where sent_at is null").map(row -> row.get(0, Long.class)).one()
                .block(TIMEOUT)));
    }

    /** One that is decided and whose notice was not issued, and one under examination. */
    private List<UUID> fresh() {
        var decided = arrived();
        var clerk = new Desk(office, TestOffice.CLERK1);
        clerk.open("/cases/" + decided);
        clerk.press("/cases/" + decided + "/claim");
        clerk.open("/cases/" + decided + "/decision");
        clerk.press("/cases/" + decided + "/decision", "outcome", "APPROVED", "facts", "要件を満たす。");
        var chief = new Desk(office, TestOffice.CHIEF);
        chief.open("/cases/" + decided + "/approval");
        assertThat(chief.press("/cases/" + decided + "/approve", "later", "1").body()).contains("まだ交付していません");
        var examined = arrived();
        clerk.open("/cases/" + examined);
        clerk.press("/cases/" + examined + "/claim");
        return List.of(decided, examined);
    }

    /** The applicant agreed to an electronic notice when it was made on paper already. */
    private UUID waitingForThePost() {
        var basis = TestApplications.childAllowance();
        office.portal().offer(new Consignment.Submitted(basis.id(), basis.application(), basis.at(),
                basis.receiptNumber(), basis.procedure(), basis.version(), basis.contentHash(), basis.answers(),
                basis.attachments(), "ja", false, basis.mail()));
        await().atMost(TIMEOUT).until(() -> office.portal().acknowledged().contains(basis.id()));
        var service = office.bean(CaseService.class);
        var id = Objects.requireNonNull(service.caseOf(basis.application()).block(TIMEOUT));
        var clerk = new Desk(office, TestOffice.CLERK1);
        clerk.open("/cases/" + id);
        clerk.press("/cases/" + id + "/claim");
        clerk.open("/cases/" + id + "/decision");
        clerk.press("/cases/" + id + "/decision", "outcome", "APPROVED", "facts", "要件を満たす。");
        var chief = new Desk(office, TestOffice.CHIEF);
        chief.open("/cases/" + id + "/approval");
        chief.press("/cases/" + id + "/approve");
        service.chooseNoticeWay(id, true, Instant.now()).block(TIMEOUT);
        return id;
    }

    @AfterAll
    void close() {
        office.close();
    }

    private UUID arrived() {
        var submitted = TestApplications.childAllowance();
        office.portal().offer(submitted);
        await().atMost(TIMEOUT).until(() -> office.portal().acknowledged().contains(submitted.id()));
        return Objects.requireNonNull(
                office.bean(CaseService.class).caseOf(submitted.application()).block(TIMEOUT));
    }

    @Test
    void everybodyGetsAsFarAsTheyMayAndWhoIsKeptOutLeavesNothing() throws SQLException {
        var expected = expected();
        var found = new TreeMap<String, String>();
        var left = new ArrayList<String>();
        // Those who are kept out come first: to cases in the state in which the most could be done to them.
        for (boolean letIn : new boolean[]{false, true}) {
            for (var route : routes().keySet()) {
                var answers = new StringBuilder();
                for (int column = 0; column < COLUMNS.size(); column++) {
                    char awaited = expected.getOrDefault(route, "????????").charAt(column);
                    if (letIn != (awaited == '+')) {
                        answers.append(' ');
                        continue;
                    }
                    var before = letIn || route.startsWith("GET") ? "" : everything();
                    var answer = answer(route, Objects.requireNonNull(people.get(COLUMNS.get(column))));
                    if (!letIn && !route.startsWith("GET") && !before.equals(everything())) {
                        left.add(route + " by " + COLUMNS.get(column));
                    }
                    answers.append(answer);
                }
                found.merge(route, answers.toString(), RouteRightsTest::both);
            }
        }
        assertThat(table(found)).isEqualTo(table(expected));
        assertThat(left).as("routes at which somebody without the right changed something").isEmpty();
    }

    /** A route that changes a case says which right it needs. */
    @Test
    void everyRouteThatWritesToACaseNamesItsRight() {
        assertThat(routes().entrySet().stream()
                .filter(route -> route.getKey().startsWith("POST /cases/")
                        && !route.getValue().hasMethodAnnotation(Needs.class))
                .map(Map.Entry::getKey)).isEmpty();
    }

    /** A page with a form needs what its sending needs: by the table, by its annotation, and by the forms that are on it. */
    @Test
    void nobodyIsShownAFormThatTheyMayNotSend() {
        var expected = expected();
        var routes = routes();
        for (var route : routes.keySet()) {
            var sending = route.replaceFirst("^GET ", "POST ");
            if (route.startsWith("GET ") && routes.containsKey(sending)) {
                assertThat(expected.get(route)).as(route).isEqualTo(expected.get(sending));
                assertThat(needed(routes.get(route))).as(route).isEqualTo(needed(routes.get(sending)));
            }
        }
        var open = Stream.concat(fresh().stream(), Stream.of(waitingForThePost())).toList();
        var shown = new TreeSet<String>();
        var wrong = new TreeSet<String>();
        for (int column = 0; column < COLUMNS.size(); column++) {
            var person = Objects.requireNonNull(people.get(COLUMNS.get(column)));
            for (var route : routes.keySet()) {
                if (!route.startsWith("GET ") || route.contains("assets")) {
                    continue;
                }
                for (var id : route.contains(" /cases/{id}") ? open : open.subList(0, 1)) {
                    for (var action : person.forms(route, id)) {
                        var sending = routes.keySet().stream().filter(one -> one.startsWith("POST ") && action.matches(
                                one.substring(5).replaceAll("\\{[^}]*\\}", "[^/]+"))).min(String::compareTo);
                        assertThat(sending).as("%s on %s", action, route).isPresent();
                        shown.add(sending.get());
                        if (Objects.requireNonNull(expected.get(sending.get())).charAt(column) != '+') {
                            wrong.add("%s on %s for %s".formatted(sending.get(), route, COLUMNS.get(column)));
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(shown).as("forms that were found at all").contains("POST /cases/{id}/issue",
                "POST /cases/{id}/decision", "POST /cases/{id}/correction", "POST /cases/{id}/redaction",
                "POST /posting",
                "POST /procedures/{procedure}/standing", "POST /intake/papers/{code}", "POST /reform/entries/new");
    }

    private static @Nullable CaseAction needed(@Nullable HandlerMethod method) {
        var needs = method == null ? null : method.getMethodAnnotation(Needs.class);
        return needs == null ? null : needs.value();
    }

    /** Whatever is refused in an area, whoever may be there is led back to something that opens for them. */
    @Test
    void everyRefusalLeadsBack() {
        var areas = office.bean(Areas.class);
        for (var route : expected().entrySet()) {
            var path = route.getKey().substring(route.getKey().indexOf(' ') + 1);
            for (int column = 1; column < COLUMNS.size(); column++) {
                var member = Objects.requireNonNull(PEOPLE.get(COLUMNS.get(column)));
                if (route.getValue().charAt(column) != '+' || areas.of(path).isEmpty() || path.equals("/queue/back")) {
                    continue;
                }
                for (var status : List.of(HttpStatus.CONFLICT, HttpStatus.NOT_FOUND, HttpStatus.BAD_REQUEST)) {
                    var ways = areas.waysBack(Problem.of(status, "some-code", "", Map.of()), address(route.getKey(),
                            cases.getFirst()), member::is);
                    assertThat(ways).as("%s for %s", route.getKey(), COLUMNS.get(column)).isNotEmpty();
                    var list = ways.getLast().href();
                    assertThat(
                            office.as(member).get().uri(list).exchange().expectBody(String.class).returnResult()
                                    .getStatus().value())
                            .as("%s for %s", list, COLUMNS.get(column)).isIn(200, 303);
                }
            }
        }
    }

    private static String both(String denied, String letIn) {
        var both = new StringBuilder(denied);
        for (int i = 0; i < letIn.length(); i++) {
            if (letIn.charAt(i) != ' ') {
                both.setCharAt(i, letIn.charAt(i));
            }
        }
        return both.toString();
    }

    private static String table(Map<String, String> routes) {
        return new TreeMap<>(routes).entrySet().stream()
                .map(route -> "%-58s %s".formatted(route.getKey(), String.join(" ", route.getValue().split(""))))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> expected() {
        return TABLE.lines().filter(line -> !line.isBlank()).map(line -> line.strip().split("\\s+", 3))
                .collect(Collectors.toMap(parts -> parts[0] + " " + parts[1], parts -> parts[2].replace(" ", "")));
    }

    /** Each method and path that the running program answers to; health and meters are the actuator's own. */
    private TreeMap<String, HandlerMethod> routes() {
        var routes = new TreeMap<String, HandlerMethod>();
        office.beans(RequestMappingHandlerMapping.class).stream()
                .filter(mapping -> mapping.getClass() == RequestMappingHandlerMapping.class).findFirst().orElseThrow()
                .getHandlerMethods()
                .forEach((RequestMappingInfo info, HandlerMethod method) -> {
                    Set<RequestMethod> verbs = info.getMethodsCondition().getMethods();
                    for (var path : info.getPatternsCondition().getPatterns()) {
                        (verbs.isEmpty() ? Set.of(RequestMethod.GET) : new TreeSet<>(verbs))
                                .forEach(verb -> routes.put(verb + " " + path.getPatternString(), method));
                    }
                });
        return routes;
    }

    /** The worst that this person gets at any of the cases. */
    private String answer(String route, Person person) {
        var answers = new TreeSet<String>();
        for (var id : route.contains(" /cases/{id}") ? cases : cases.subList(0, 1)) {
            answers.add(person.call(route, id));
        }
        return answers.size() == 1 ? answers.first() : "?";
    }

    /** All rows of all tables that change by somebody's doing, as one number each. */
    private String everything() throws SQLException {
        try (var connection = office.database().backoffice().owner().connect();
                var sql = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var names = sql.executeQuery("select relname from pg_class where relkind = 'r' "
                    + "and relnamespace = 'backoffice'::regnamespace order by 1")) {
                while (names.next()) {
                    var name = names.getString(1);
                    if (!NOISE.contains(name) && !name.matches(".*(rollup|fact|fill).*")) {
                        tables.add(name);
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

    private static String address(String route, UUID id) {
        return route.substring(route.indexOf(' ') + 1)
                .replace("{id}", (route.contains(" /cases/") || route.contains("/queue/") ? id : UUID.randomUUID())
                        .toString())
                .replace("{procedure}", "jido-teate").replace("{form}", "note").replace("{code}", "x-none")
                .replaceAll("\\{[^}]*\\}", UUID.randomUUID().toString()).replace("**", "x");
    }

    /** Somebody with a browser and no scruples: sends what no page offers. */
    private final class Person {

        private final ScriptlessBrowser browser = ScriptlessBrowser.staying(office.address());
        private final String csrf;

        Person(@Nullable StaffMember member) {
            if (member != null) {
                browser.withCookie(TestOffice.WHO, member.staffId());
            }
            this.csrf = PostForms.token(browser.get("/no-role").body()).orElse("");
            assertThat(csrf.isEmpty()).isEqualTo(member == null);
        }

        String call(String route, UUID id) {
            var verb = HttpMethod.valueOf(route.substring(0, route.indexOf(' ')));
            var path = address(route, id);
            var answer = send(verb, path, "application/x-www-form-urlencoded",
                    "_csrf=" + ScriptlessBrowser.encoded(csrf));
            if (answer.statusCode() == 415) {
                answer = send(verb, path + "?_csrf=" + ScriptlessBrowser.encoded(csrf),
                        "multipart/form-data; boundary=x",
                        "--x\r\nContent-Disposition: form-data; name=\"none\"\r\n\r\n\r\n--x--\r\n");
            }
            assertThat(answer.statusCode()).as("%s: %s", route, answer.body()).isLessThan(500);
            if (answer.statusCode() == 404 && answer.body().contains("case-not-found")) {
                return "0";
            }
            return answer.statusCode() == 401 || answer.statusCode() == 403
                    || answer.headers().firstValue("Location").orElse("").contains("sign-in") ? "-" : "+";
        }

        /** The addresses of the forms on a page. */
        List<String> forms(String route, UUID id) {
            var page = browser.get(address(route, id).replace("x-none", "chuo"), "Accept", "text/html");
            return page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
                    ? FORM.matcher(page.body()).results().map(form -> form.group(1).replace("&amp;", "&"))
                            .map(action -> action.replaceFirst("\\?.*", ""))
                            .filter(action -> !ELSEWHERE.contains(action))
                            .toList()
                    : List.of();
        }

        private HttpResponse<String> send(HttpMethod verb, String path, String type, String body) {
            return verb == HttpMethod.GET
                    ? browser.get(path, "Accept", ANYTHING)
                    : browser.send(verb.name(), path, type, BodyPublishers.ofString(body), "Accept", ANYTHING);
        }
    }
}
