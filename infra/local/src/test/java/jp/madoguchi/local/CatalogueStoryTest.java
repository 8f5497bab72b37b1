package jp.madoguchi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jp.madoguchi.bench.Login;
import jp.madoguchi.bench.MadeUpAnswers;
import jp.madoguchi.bench.Steps;
import jp.madoguchi.bench.FormData;
import jp.madoguchi.bench.Surfer;
import jp.madoguchi.bench.Surfer.Seen;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.definition.Procedure;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/**
 * Every procedure of the catalogue on its whole way, without scripts: filled in, submitted, printed as the applicant's copy, and
 * read by a clerk of the office it is routed to.
 */
@ExtendWith(RunningTown.class)
class CatalogueStoryTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String PASSWORD = "madoguchi-demo";
    private static final int MOST_PAGES = 60;

    /** A file of which only its kind counts. */
    private static final int FILE_BYTES = 100;

    private static final Map<String, Surfer> PEOPLE = new HashMap<>();

    static List<Named<Procedure>> catalogue() {
        // An interview is not handed in; its own story is told at the portal.
        return SampleCatalogue.procedures().stream().filter(procedure -> !procedure.isInterview())
                .map(procedure -> Named.of(procedure.id().value(), procedure)).toList();
    }

    @AfterAll
    static void leave() {
        PEOPLE.values().forEach(Surfer::close);
        PEOPLE.clear();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void isFilledInSubmittedPrintedAndRead(Procedure procedure, RunningTown.Place town) throws Exception {
        var resident = resident(town);
        var review = fillIn(resident, procedure, town);
        var shown = answers(review);
        assertThat(shown).as("the review shows what was answered").isNotEmpty();

        var submit = form(review, "form[method=post][action$=/submission]");
        var receipt = resident.send("submit", review, submit, answersTo(procedure).into(submit));
        assertThat(receipt.address().getPath()).endsWith("/receipt");
        var number = Objects.requireNonNull(receipt.page().selectFirst(".receipt-number")).text();

        var copy = text(resident.download(receipt.address().resolve("copy.pdf")));
        assertThat(copy).as("the copy").contains(number).contains(squeezed(shown));

        var read = squeeze(openedByAClerk(number, town).page().select("main").text());
        assertThat(read).as("the clerk's page").contains(squeezed(shown));
    }

    private static MadeUpAnswers answersTo(Procedure procedure) {
        return MadeUpAnswers.to(procedure, LocalDate.now(ZoneId.of("Asia/Tokyo")), FILE_BYTES);
    }

    /** From the procedure's page to the page that shows all answers. */
    private static Seen fillIn(Surfer resident, Procedure procedure, RunningTown.Place town)
            throws InterruptedException {
        var answers = answersTo(procedure);
        var seen = resident.open("procedure",
                URI.create(town.settings().portalUrl()).resolve("/procedures/" + procedure.id().value()));
        var start = form(seen, "form[method=post][action$=/applications]");
        seen = resident.send("start", seen, start, answers.into(start));
        for (int i = 0; i < MOST_PAGES && seen.address().getPath().contains("/pages/"); i++) {
            var form = form(seen, "form[method=post][data-main]");
            seen = resident.send("page", seen, form, answers.pressedIn(form));
        }
        return seen;
    }

    /** Labels and answers of the review, in their order. */
    private static List<String> answers(Seen review) {
        var texts = new ArrayList<String>();
        for (var line : review.page().select("main dl.facts > div")) {
            texts.addAll(line.select("dt").eachText());
            var answer = line.select("dd").first();
            if (answer != null && !answer.select("a").isEmpty()) {
                texts.addAll(answer.select("a").eachText());
            } else if (answer != null && answer.select(".muted").isEmpty()) {
                texts.add(answer.text());
            }
        }
        return texts;
    }

    private static Element form(Seen seen, String selector) {
        var form = seen.page().selectFirst(selector);
        assertThat(form).as("a form %s at %s: %s", selector, seen.address(), seen.page().select("main").text())
                .isNotNull();
        return Objects.requireNonNull(form);
    }

    private static Surfer resident(RunningTown.Place town) throws InterruptedException {
        return signedIn("hanako@example.jp", URI.create(town.settings().portalUrl()).resolve("/account"));
    }

    private static Surfer signedIn(String account, URI door) throws InterruptedException {
        var known = PEOPLE.get(account);
        if (known != null) {
            return known;
        }
        var person = new Surfer(new Steps());
        PEOPLE.put(account, person);
        Login.with(person, door, account, PASSWORD);
        return person;
    }

    private static final List<String> CLERKS = List.of("chuo-clerk1", "center-clerk", "eisei-clerk", "zei-clerk",
            "nintei-clerk");

    /** The case as a clerk of the office sees it that has it; an office sees only its own cases. */
    private static Seen openedByAClerk(String number, RunningTown.Place town) throws InterruptedException {
        var backoffice = URI.create(town.settings().backofficeUrl());
        var found = new ArrayList<Seen>();
        await("the case " + number).atMost(TIMEOUT).pollInSameThread().until(() -> {
            for (var name : CLERKS) {
                var clerk = signedIn(name, backoffice.resolve("/queue"));
                var search = clerk.open("search", backoffice.resolve("/search"));
                var form = Objects.requireNonNull(search.page().selectFirst("form[action=/search]"));
                var sent = new FormData().with("text", number);
                form.select("input[type=hidden]").forEach(field -> sent.with(field.attr("name"), field.val()));
                var link = clerk.send("search", search, form, sent).page().selectFirst("a[href^=/cases/]");
                if (link != null) {
                    return found.add(clerk.open("case", backoffice.resolve(link.attr("href"))));
                }
            }
            return false;
        });
        return found.getFirst();
    }

    private static String text(byte[] pdf) throws IOException {
        var reader = new PdfReader(pdf);
        var extractor = new PdfTextExtractor(reader);
        var text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(extractor.getTextFromPage(page));
        }
        return squeeze(text.toString());
    }

    private static List<String> squeezed(List<String> texts) {
        return texts.stream().map(CatalogueStoryTest::squeeze).toList();
    }

    /** Lines break at other places on paper. */
    private static String squeeze(String text) {
        return text.replaceAll("\\s", "");
    }
}
