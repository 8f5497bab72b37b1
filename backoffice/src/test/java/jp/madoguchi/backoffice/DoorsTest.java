package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.platform.security.StaffMember;
import jp.madoguchi.testkit.Doors;
import jp.madoguchi.testkit.LoggedFaults;
import jp.madoguchi.testkit.NastyInput;
import jp.madoguchi.testkit.RawHttp;
import jp.madoguchi.testkit.Templates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** No door of the back office falls over, whatever is thrown at it: an answer that says so, and no fault in the log. */
class DoorsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SESSION = Pattern.compile("(?i)set-cookie: ([^=]+=[^;]+)");
    private static final List<StaffMember> WHO = List.of(TestOffice.CLERK1, TestOffice.REFORM, TestOffice.DESIGNER,
            TestOffice.ADMIN, TestOffice.AUDITOR, TestOffice.CHIEF);

    private static TestOffice office;

    @BeforeAll
    static void open() {
        office = TestOffice.open();
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    /** Somebody at a screen. */
    private record Person(List<String> key, String csrf) {}

    @Test
    void nothingThrownAtADoorIsAFault() {
        var submitted = TestApplications.childAllowance();
        office.portal().offer(submitted);
        var id = await().atMost(TIMEOUT)
                .until(() -> office.bean(CaseService.class).caseOf(submitted.application()).blockOptional(),
                        Optional::isPresent)
                .orElseThrow();
        var http = new RawHttp(office.address());
        var values = Map.of("id", id.toString(), "procedure", "jido-teate", "form", "note", "code", "chuo");
        var people = WHO.stream().map(member -> person(http, member)).toList();
        var doors = Doors.of(office.beans(RequestMappingHandlerMapping.class)).all();
        assertThat(doors).hasSizeGreaterThan(50);
        // Whoever may come in there, before anything has happened to the case.
        var visitors = new HashMap<Doors.Door, Person>();
        doors.forEach(door -> visitors.put(door,
                people.stream().filter(one -> !isRefused(http, door, one, values)).findFirst()
                        .orElseThrow(() -> new AssertionError("nobody may use " + door))));
        try (var log = new LoggedFaults()) {
            assertThat(doors.parallelStream().flatMap(door -> {
                var person = Objects.requireNonNull(visitors.get(door));
                return Doors.batter(http, door, person.key(), person.csrf(), values, fields()).stream();
            }).toList()).isEmpty();
            assertThat(log.faults()).isEmpty();
        }
    }

    private static boolean isRefused(RawHttp http, Doors.Door door, Person person, Map<String, String> values) {
        var headers = new ArrayList<>(person.key());
        headers.add("Content-Type: application/x-www-form-urlencoded");
        return http.send(door.method().name(), door.at(values), headers,
                ("_csrf=" + person.csrf()).getBytes(StandardCharsets.UTF_8)).status() == 403;
    }

    private static Person person(RawHttp http, StaffMember member) {
        var who = TestOffice.WHO + "=" + member.staffId();
        var page = http.send("GET", home(member), List.of("Cookie: " + who), new byte[0]);
        var session = SESSION.matcher(page.head());
        var token = TOKEN.matcher(page.body());
        assertThat(token.find()).as(page.toString()).isTrue();
        var cookies = session.results().map(found -> found.group(1)).toList();
        assertThat(cookies).isNotEmpty();
        return new Person(List.of("Cookie: " + who + "; " + String.join("; ", cookies)), token.group(1));
    }

    /** A page with a form that this person may see. */
    private static String home(StaffMember member) {
        if (member.equals(TestOffice.REFORM)) {
            return "/reform";
        }
        if (member.equals(TestOffice.DESIGNER)) {
            return "/procedures";
        }
        if (member.equals(TestOffice.ADMIN)) {
            return "/intake";
        }
        return member.equals(TestOffice.AUDITOR) ? "/audit" : "/queue";
    }

    private static Set<String> fields() {
        var fields = new LinkedHashSet<>(Templates.fieldNames());
        assertThat(fields).contains("note", "message", "reason", "facts", "posted-on", "file");
        fields.addAll(List.of("cell-code", "opened", "cursor", "document", "parked", "cases", "base"));
        return fields;
    }

    @ParameterizedTest
    @ValueSource(ints = {262_145, 400_000, 3_000_000, 40_000_000})
    void aFormThatIsTooLongIsToldSoAndNothingOfItIsTaken(int length) {
        var http = new RawHttp(office.address());
        var clerk = person(http, TestOffice.CLERK1);
        var headers = new ArrayList<>(clerk.key());
        headers.add("Content-Type: application/x-www-form-urlencoded");
        var form = "_csrf=" + clerk.csrf() + "&text=" + "a".repeat(length);
        try (var log = new LoggedFaults()) {
            var answer = http.send("POST", "/queue/box", headers, form.getBytes(StandardCharsets.UTF_8));
            // Whoever sends very much more is cut off.
            if (length < 10_000_000) {
                assertThat(answer.status()).isEqualTo(413);
                assertThat(answer.body()).contains("長すぎて", "戻る");
            } else {
                assertThat(answer.status()).isIn(0, 413);
            }
            assertThat(log.faults()).isEmpty();
        }
    }

    @Test
    void cookiesThatNobodyGaveOpenNothingAndBreakNothing() {
        var http = new RawHttp(office.address());
        var who = TestOffice.WHO + "=" + TestOffice.CLERK1.staffId();
        try (var log = new LoggedFaults()) {
            for (var nasty : NastyInput.all()) {
                if (nasty.length() > 1000) {
                    continue;
                }
                var answer = http.send("GET", "/queue",
                        List.of("Cookie: " + who + "; MADOGUCHI_BACKOFFICE=" + nasty + "; MADOGUCHI_QUEUE="
                                + nasty + "; MADOGUCHI_LANG=" + nasty, "Accept-Language: " + nasty,
                                "Referer: " + nasty),
                        new byte[0]);
                assertThat(answer.status()).as(nasty).isBetween(200, 499);
            }
            assertThat(log.faults()).isEmpty();
        }
    }
}
