package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

import jp.madoguchi.platform.problem.Problem;
import jp.madoguchi.platform.problem.RefusalTexts;

/** Whatever the portal refuses can be read in English and easy Japanese; nothing is translated that is not refused. */
class RefusalTextsTest {

    /** A code at the place where it is thrown; one that is put together ends with its hyphen. */
    private static final Pattern THROWN = Pattern
            .compile("(?:Refusal\\.[A-Z]\\w+|Problem\\.of)\\(\\s*(?:HttpStatus\\.\\w+,\\s*)?\"([a-z-]+)\"");
    private static final Set<String> OF_THE_FRAMEWORK = Set.of("not-found", "method-not-allowed", "content-too-large",
            "unsupported-media-type", "service-unavailable");

    private final RefusalTexts texts = new RefusalTexts(Set.of("en", "ja-x-easy"));

    @Test
    void everyRefusalHasAnEnglishText() throws IOException {
        var codes = texts.codes("en");
        assertThat(thrown()).hasSizeGreaterThan(60).allSatisfy(code -> assertThat(codes).as(code)
                .anySatisfy(each -> assertThat(code.endsWith("-") ? each.startsWith(code) : each.equals(code))
                        .isTrue()));
    }

    @Test
    void nothingIsTranslatedThatIsNotRefused() throws IOException {
        var thrown = thrown();
        thrown.addAll(OF_THE_FRAMEWORK);
        assertThat(texts.codes("en")).allSatisfy(code -> assertThat(thrown).as(code)
                .anySatisfy(each -> assertThat(each.endsWith("-") ? code.startsWith(each) : code.equals(each))
                        .isTrue()));
    }

    @Test
    void englishIsEnglish() {
        assertThat(texts.codes("en")).allSatisfy(code -> {
            var told = texts.find(problem(code, "as it was thrown"), "en").orElseThrow();
            assertThat(told).isNotBlank().doesNotContain("{").matches("\\p{ASCII}+");
        });
    }

    @Test
    void easyJapaneseSaysAllThatEnglishSays() {
        assertThat(texts.codes("ja-x-easy")).isEqualTo(texts.codes("en")).allSatisfy(code -> assertThat(
                texts.find(problem(code, "as it was thrown"), "ja-x-easy").orElseThrow()).as(code).isNotBlank()
                .doesNotContain("{"));
    }

    @Test
    void saysHowLongToWait() {
        assertThat(texts.find(problem("too-many-mails", "日本語"), "en").orElseThrow())
                .contains("Please wait about 3 minutes");
    }

    private static Problem problem(String code, String detail) {
        return new Problem(URI.create("urn:test"), "", HttpStatus.TOO_MANY_REQUESTS.value(), detail, code,
                null, Map.of("retryAfterSeconds", 121L));
    }

    private static Set<String> thrown() throws IOException {
        var codes = new TreeSet<String>();
        for (var module : new Path[]{Path.of("src", "main"), Path.of("..", "..", "infra", "platform")}) {
            try (var files = Files.walk(module)) {
                for (var file : (Iterable<Path>) files.filter(RefusalTextsTest::isMainCode)::iterator) {
                    THROWN.matcher(Files.readString(file)).results().map(result -> result.group(1)).forEach(codes::add);
                }
            }
        }
        return codes;
    }

    private static boolean isMainCode(Path file) {
        return file.toString().endsWith(".java") && !file.toString().contains("src/test/")
                && !file.toString().contains("target/");
    }
}
