package jp.madoguchi.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the language says stands in its bundles, whole, and nowhere else. */
class MessageTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    /** Sentences to people; the words that fields read (年, 円) and those for the people who write forms are none. */
    private static final Pattern SENTENCE = Pattern.compile("。|ください|です|ます|「\\{0}」");

    /**
     * What a foreign language says in another way, and what it leaves out because it says no more than the question itself. Easy
     * Japanese says it all, with the eras and units of Japanese.
     */
    private static final Map<String, Set<String>> OTHERWISE = Map.of(
            "address.outside-of-city", Set.of("0"),
            "calendar-parts.era-year", Set.of("0"),
            "calendar-parts.before-era", Set.of("0", "5"),
            "calendar-parts.after-era", Set.of("0", "4"),
            "date.no-such-day", Set.of("0", "3"),
            "date.day", Set.of("2"),
            "findings.too-few-rows", Set.of("0", "2"));

    @TestFactory
    Stream<DynamicTest> everyLanguageHasEveryText() {
        return MessageBundles.all().entrySet().stream().map(bundle -> DynamicTest.dynamicTest(bundle.getKey().tag(),
                () -> assertThat(bundle.getValue().keySet()).containsExactlyInAnyOrderElementsOf(keys())));
    }

    @Test
    void speaksJapaneseEasyJapaneseAndEnglish() {
        assertThat(MessageBundles.all()).containsKeys(Language.JA, Language.EASY_JA, Language.EN);
    }

    @TestFactory
    Stream<DynamicTest> everyLanguageUsesTheSamePlaces() {
        var japanese = Objects.requireNonNull(MessageBundles.all().get(Language.JA));
        return MessageBundles.all().entrySet().stream().filter(bundle -> bundle.getKey() != Language.JA)
                .map(bundle -> DynamicTest.dynamicTest(bundle.getKey().tag(), () -> assertThat(keys())
                        .allSatisfy(key -> assertThat(places(bundle.getValue().getString(key))).as(key)
                                .isEqualTo(expected(bundle.getKey(), key, places(japanese.getString(key)))))));
    }

    /** In a MessageFormat an apostrophe quotes; an unpaired one would swallow the places behind it. */
    @Test
    void noApostropheSwallowsAPlace() {
        assertThat(MessageBundles.all().values()).allSatisfy(bundle -> assertThat(bundle.keySet())
                .allSatisfy(key -> assertThat(bundle.getString(key)).as(key).doesNotContain("'")));
    }

    @Test
    void putsALocalizedValueInInItsOwnLanguage() {
        assertThat(MessageBundles.text("other.form", Localized.of("勤務先", "your employer")))
                .isEqualTo(new Localized(Map.of(Language.JA, "勤務先の記入", Language.EN, "Filled in by your employer",
                        Language.EASY_JA, "勤務先が 書（か）いた もの")));
        assertThat(MessageBundles.text("any.not-entered", "{1} '{0}'").ja()).isEqualTo("「{1} '{0}'」を入力してください。");
    }

    @Test
    void noSentenceStandsInTheCodeOfWhatSpeaksByKeys() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var speaking = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> read(file).contains("implements MessageKey")).toList();
            assertThat(speaking).hasSizeGreaterThan(20);
            assertThat(speaking.stream().flatMap(file -> literals(file)
                    .filter(literal -> SENTENCE.matcher(literal).find()).map(literal -> file.getFileName() + literal)))
                    .isEmpty();
        }
    }

    @Test
    void nothingPairsLanguagesInCode() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> read(file).contains("Localized.of("))).isEmpty();
        }
    }

    private static Set<String> keys() {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("jp.madoguchi.forms").stream().filter(each -> each.isAssignableTo(MessageKey.class))
                .filter(JavaClass::isEnum).flatMap(each -> Arrays.stream(each.reflect().getEnumConstants()))
                .map(each -> ((MessageKey) each).key()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> expected(Language language, String key, Set<String> japanese) {
        return language == Language.EASY_JA ? japanese : OTHERWISE.getOrDefault(key, japanese);
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static Stream<String> literals(Path file) {
        var code = read(file).lines().filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/"))
                .collect(Collectors.joining(System.lineSeparator()));
        return List.copyOf(LITERAL.matcher(code).results().map(MatchResult::group).toList()).stream();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
