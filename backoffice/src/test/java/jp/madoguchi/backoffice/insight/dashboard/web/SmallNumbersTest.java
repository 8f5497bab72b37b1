package jp.madoguchi.backoffice.insight.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.madoguchi.backoffice.TestOffice;
import jp.madoguchi.backoffice.insight.facts.Facts;
import jp.madoguchi.backoffice.insight.rollup.FreshRollups;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.exchange.FillEvent.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Walks every page and every spreadsheet of the figures over few applications: none tells of fewer than ten people. */
class SmallNumbersTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/insight[^\"#]*)\"");
    private static final Pattern SMALL_N = Pattern.compile("n=[1-9](?![0-9,])");
    private static final Pattern COUNTED = Pattern.compile(".*( n|人|放棄|推計|件数)$");

    private final List<String> spreadsheets = new ArrayList<>();

    @Test
    void nothingTellsOfFewerThanTen() {
        try (var office = TestOffice.open("madoguchi.sample-city=true")) {
            var events = new ArrayList<FillEvent>();
            var numbers = new int[]{3, 9, 12, 40};
            var procedures = List.of("kokuho-dattai", "inu-toroku", "juminhyo", "jido-teate");
            for (int i = 0; i < numbers.length; i++) {
                for (int run = 0; run < numbers[i]; run++) {
                    add(events, procedures.get(i), run);
                }
            }
            Facts.of(office).keep(events);
            Facts.makeUp(office, 150);
            FreshRollups.of(office);

            var toSee = new ArrayDeque<>(List.of("/insight", "/insight/bottlenecks", "/insight?facts=sample",
                    "/insight/bottlenecks?facts=sample", "/insight?ward=nada&facts=sample"));
            Set<String> seen = new LinkedHashSet<>();
            while (!toSee.isEmpty() && seen.size() < 250) {
                var path = toSee.remove();
                if (seen.add(path)) {
                    look(office, path).forEach(toSee::add);
                }
            }
            assertThat(spreadsheets).as("there was something to hide").anyMatch(csv -> csv.contains("n<10"))
                    .anyMatch(csv -> csv.contains("未満") || csv.contains("超"));
            assertThat(seen).as("pages and spreadsheets").anyMatch(path -> path.contains("/procedures/jido-teate/csv/"))
                    .anyMatch(path -> path.contains("/bottlenecks/csv/"))
                    .anyMatch(path -> path.contains("/insight/csv/"));
        }
    }

    /** The rate of all with its n, less the rates of single procedures with theirs, on the page and in the spreadsheet. */
    @Test
    void ratesOfAllLessThoseOfSingleProceduresTellOfNoFew() {
        try (var office = TestOffice.open("madoguchi.sample-city=true")) {
            var events = new ArrayList<FillEvent>();
            given(events, "jido-teate", 47, 15);
            given(events, "kokuho-dattai", 12, 3);
            given(events, "inu-toroku", 9, 3);
            Facts.of(office).keep(events);
            FreshRollups.of(office);

            var page = text(office, "/insight");
            var fills = text(office, "/insight/csv/fill").lines().toList();
            for (var rate : List.of("完了率", "放棄率")) {
                var headline = Pattern.compile(rate + "<.*?([0-9.]+)%<.*?n=([0-9,]+)", Pattern.DOTALL).matcher(page);
                int column = List.of(fills.getFirst().split(",", -1)).indexOf(rate + "（%）");
                double told = 0;
                int rows = 0;
                for (var line : fills.subList(1, fills.size())) {
                    var cells = line.split(",", -1);
                    if (cells[column].matches("[0-9.]+") && cells[1].matches("[0-9]+")) {
                        told += Math.round(Double.parseDouble(cells[column]) * Long.parseLong(cells[1]) / 100);
                        rows++;
                    }
                }
                if (headline.find()) {
                    long all = Math.round(Double.parseDouble(headline.group(1))
                            * Long.parseLong(headline.group(2).replace(",", "")) / 100);
                    double others = all - told;
                    assertThat(others == 0 || others >= 10 || rows == 0).as("%s: %s of all %s", rate, told, all)
                            .isTrue();
                }
            }
            assertThat(page).as("something is told").contains("n=68");
            assertThat(page.contains("30.9%") && text(office, "/insight/procedures/jido-teate").contains("31.9%"))
                    .as("21 of 68 and 15 of 47: 6 of the others").isFalse();
        }
    }

    private static void given(List<FillEvent> events, String procedure, int started, int submitted) {
        for (int run = 0; run < started; run++) {
            var fill = UUID.randomUUID();
            events.add(event(fill, procedure, Type.OPENED, null, null));
            events.add(event(fill, procedure, Type.PAGE_SAVED, "shinseisha", 60_000));
            events.add(event(fill, procedure, run < submitted ? Type.SUBMITTED : Type.ABANDONED, null, null));
        }
    }

    private static String text(TestOffice office, String path) {
        return new String(Objects.requireNonNull(office.as(TestOffice.REFORM).get().uri(path).exchange().expectStatus()
                .isOk().expectBody().returnResult().getResponseBody()), StandardCharsets.UTF_8);
    }

    private List<String> look(TestOffice office, String path) {
        var body = new String(Objects.requireNonNull(office.as(TestOffice.REFORM).get().uri(java.net.URI.create(
                office.address() + path)).exchange().expectStatus().isOk().expectBody().returnResult()
                .getResponseBody()),
                StandardCharsets.UTF_8);
        if (path.contains("/csv/")) {
            spreadsheets.add(body);
            checkSpreadsheet(path, body);
            return List.of();
        }
        assertThat(body).as(path).doesNotContain("最近").doesNotContainPattern(SMALL_N);
        return LINK.matcher(body).results().map(link -> link.group(1).replace("&amp;", "&")).toList();
    }

    /** Whoever saw a page saw those before it: what two counts leave are people who stopped between. */
    private static void checkSteps(String path, List<String> lines) {
        var heads = List.of(lines.getFirst().split(",", -1));
        if (!heads.contains("表示した人 n") || path.contains("/bottlenecks/")) {
            return;
        }
        var told = new ArrayList<Long>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            for (var head : List.of("表示した人 n", "次へ進めた人")) {
                var cell = cells[heads.indexOf(head)];
                if (cell.matches("[0-9]+")) {
                    told.add(Long.parseLong(cell));
                }
            }
        }
        for (long one : told) {
            assertThat(told).as("%s: %s", path, lines)
                    .allMatch(other -> other == one || Math.abs(other - one) >= 10);
        }
    }

    private static void checkSpreadsheet(String path, String csv) {
        var lines = csv.replace("\uFEFF", "").lines().toList();
        checkSteps(path, lines);
        var heads = lines.getFirst().split(",", -1);
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            for (int i = 1; i < Math.min(heads.length, cells.length); i++) {
                if (COUNTED.matcher(heads[i]).matches() && cells[i].matches("[0-9]+")) {
                    long count = Long.parseLong(cells[i]);
                    assertThat(count == 0 || count >= 10).as("%s %s: %s", path, heads[i], line).isTrue();
                }
            }
        }
    }

    private static void add(List<FillEvent> events, String procedure, int run) {
        var fill = UUID.randomUUID();
        events.add(event(fill, procedure, Type.OPENED, null, null));
        if (run % 3 == 0) {
            events.add(event(fill, procedure, Type.VALIDATION_FAILED, "shinseisha", null));
        }
        events.add(event(fill, procedure, Type.PAGE_SAVED, "shinseisha", 60_000));
        if (run >= 4) {
            events.add(event(fill, procedure, Type.PAGE_SAVED, "kodomo", 60_000));
        }
        events.add(event(fill, procedure, run % 5 == 0 ? Type.ABANDONED : Type.SUBMITTED, null, null));
    }

    private static FillEvent event(UUID fill, String procedure, Type type, @Nullable String page,
            @Nullable Integer active) {
        return new FillEvent(UUID.randomUUID(), fill, Instant.now(), type, procedure, 1, page,
                type == Type.VALIDATION_FAILED ? List.of("name") : List.of(), active, true,
                FillEvent.Device.values()[Math.floorMod(fill.hashCode(), FillEvent.Device.values().length)], "ja",
                FillEvent.Channel.ONLINE);
    }
}
